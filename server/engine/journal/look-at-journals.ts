// Examines all journals at a start, before any is read: those of an earlier release get the proof of their head, once;
// those that disappeared or were set back since this server last saw them are detected without being read (ADR 0076).
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Redis } from 'ioredis'
import { SessionId } from '../../../shared/kernel/ids.ts'
import { BrokenJournal } from '../../platform/broken-journal.ts'
import { writeOnce } from '../../platform/durable-file.ts'
import type { Log } from '../../platform/log.ts'
import type { JournalChecks } from './checked-reading.ts'
import { type Head, type JournalKind, journalKinds } from './journal.ts'
import { createAggregateJournal, createRedisJournal, type StoredJournals } from './redis.ts'
import { journalsFolder } from './seen-heads.ts'

/** Lists the journals that were accepted without a proof. While this file exists, no other journal without a proof is accepted. */
const acceptedName = 'accepted.jsonl'
const atOnce = 500

export async function lookAtJournals(
  redis: Redis,
  checks: JournalChecks,
  { dataDir, now, log }: { dataDir: string; now: () => number; log: Pick<Log, 'warn'> },
): Promise<void> {
  const path = join(dataDir, journalsFolder, acceptedName)
  const journals = journalKinds.map((kind) => ({ kind, journal: journalsOf(redis, checks, kind) }))
  if (!existsSync(path)) {
    const accepted: (Head & { kind: JournalKind; id: string })[] = []
    for (const { kind, journal } of journals) accepted.push(...(await acceptAll(kind, journal)))
    const header = { format: 'diemcau-accepted-journals', version: 1, at: new Date(now()).toISOString() }
    await writeOnce(path, [header, ...accepted].map((line) => `${JSON.stringify(line)}\n`).join(''))
    if (accepted.length > 0)
      log.warn(
        { journals: accepted.length, path },
        'journals of an earlier release were taken as they were: what stands in them before this start is chained, but proved by no key',
      )
  }
  for (const { kind, journal } of journals) await findLost(kind, journal, checks)
}

type Looked = Pick<StoredJournals<string>, 'accept' | 'sessions' | 'lastSeqs'>

/** By their ids as text. */
function journalsOf(redis: Redis, checks: JournalChecks, kind: JournalKind): Looked {
  if (kind !== 'session') return createAggregateJournal(redis, checks, kind)
  const { accept, sessions, lastSeqs } = createRedisJournal(redis, checks)
  return {
    sessions,
    accept: (id) => accept(SessionId.parse(id)),
    lastSeqs: (ids) => lastSeqs(ids.map((id) => SessionId.parse(id))),
  }
}

async function acceptAll(kind: JournalKind, journal: Looked) {
  const accepted: (Head & { kind: JournalKind; id: string })[] = []
  for (const id of await journal.sessions()) {
    const head = await journal.accept(id)
    if (head) accepted.push({ kind, id, ...head })
  }
  return accepted
}

async function findLost(kind: JournalKind, journal: Looked, { seen, broken }: JournalChecks): Promise<void> {
  const known = seen.all().filter(([ofKind]) => ofKind === kind)
  for (let from = 0; from < known.length; from += atOnce) {
    const some = known.slice(from, from + atOnce)
    const ends = await journal.lastSeqs(some.map(([, id]) => id))
    for (const [index, [, id, { seq }]] of some.entries()) {
      const end = ends[index] ?? 0
      if (end < seq)
        broken.note(new BrokenJournal(kind, id, { seq: end + 1, reason: end === 0 ? 'missing' : 'trimmed' }))
    }
  }
}
