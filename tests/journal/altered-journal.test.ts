// Somebody with write access to Redis, but without the key, alters a journal: this is detected when it is read,
// reported, and the journal is closed.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Redis } from 'ioredis'
import { v7 as newId } from 'uuid'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { createBrokenJournals } from '../../server/engine/journal/broken-journals.ts'
import type { JournalChecks } from '../../server/engine/journal/checked-reading.ts'
import { createHeadProof } from '../../server/engine/journal/head-proof.ts'
import { lookAtJournals } from '../../server/engine/journal/look-at-journals.ts'
import { createAggregateJournal } from '../../server/engine/journal/redis.ts'
import { openSeenHeads } from '../../server/engine/journal/seen-heads.ts'
import { chained, genesisHash } from '../../server/platform/hash-chain.ts'
import type { Commit } from '../../shared/kernel/commit.ts'
import { journalChecks } from '../harness/journal-checks.ts'
import { startTestRedis, type TestRedis } from '../harness/redis.ts'

let server: TestRedis
let redis: Redis
beforeAll(async () => {
  server = await startTestRedis()
  redis = server.redis()
})
afterAll(() => server.close())

const secret = Buffer.alloc(32, 7)
const count = 5
let id: string
let written: Commit[]
const stream = () => `{case:${id}}:journal`
const head = () => `{case:${id}}:head`
/** A server of this installation that has just been started: it remembers nothing. */
const journal = (checks = journalChecks(secret)) => createAggregateJournal(redis, checks, 'case')

function commitAfter(previous: Commit | null, text: string): Commit {
  return chained({
    seq: (previous?.seq ?? 0) + 1,
    at: 1_700_000_000_000,
    actor: { kind: 'system' },
    command: { id: newId(), type: 'minutes.add' },
    events: [{ type: 'minutes.added', v: 1, data: { text } }],
    previousHash: previous?.hash ?? genesisHash,
  })
}

async function write(checks?: JournalChecks, texts = count): Promise<void> {
  const writer = journal(checks)
  for (let index = 0; index < texts; index++) {
    const commit = commitAfter(written.at(-1) ?? null, `Kết luận ${index + 1}`)
    expect(await writer.append(id, commit)).toEqual({ kind: 'appended' })
    written.push(commit)
  }
}

/** As whoever has Redis alone would write it. */
async function replace(commits: readonly Commit[], from = 1): Promise<void> {
  await redis.del(stream())
  for (const [index, commit] of commits.entries())
    await redis.xadd(stream(), `${from + index}-0`, 'commit', JSON.stringify(commit))
}

function rewritten(): Commit[] {
  const commits: Commit[] = []
  for (let index = 0; index < count; index++)
    commits.push(commitAfter(commits.at(-1) ?? null, index === 2 ? 'Bác đơn' : `Kết luận ${index + 1}`))
  return commits
}

beforeEach(async () => {
  id = newId()
  written = []
  await write()
})

const altered = (commit: Commit): Commit => ({
  ...commit,
  events: [{ type: 'minutes.added', v: 1, data: { text: 'Bác đơn' } }],
})

it.each<[what: string, change: () => Promise<unknown>, seq: number, reason: string]>([
  [
    'a decision has other words',
    () => replace(written.map((commit) => (commit.seq === 3 ? altered(commit) : commit))),
    3,
    'altered',
  ],
  [
    'an entry is no commit any more',
    async () => {
      await replace(written.slice(0, 2))
      await redis.xadd(stream(), '3-0', 'commit', '{')
    },
    3,
    'altered',
  ],
  [
    'two commits have changed places',
    () => replace([0, 2, 1, 3, 4].flatMap((index) => written[index] ?? [])),
    2,
    'reordered',
  ],
  ['one in the middle is gone', () => redis.xdel(stream(), '3-0'), 3, 'missing'],
  ['it begins late', () => redis.xtrim(stream(), 'MAXLEN', 3), 1, 'trimmed'],
  ['it ends early', () => redis.xdel(stream(), '5-0'), 5, 'trimmed'],
  ['all of it is gone', () => redis.del(stream()), 1, 'missing'],
  ['all hashes were made anew over other words', () => replace(rewritten()), 5, 'otherHead'],
  [
    'a commit was added with a right hash',
    () => redis.xadd(stream(), '6-0', 'commit', JSON.stringify(commitAfter(written[4] ?? null, 'Bác đơn'))),
    6,
    'otherHead',
  ],
  ['the proof of its end is gone', () => redis.del(head()), 5, 'unproven'],
  [
    'its end is proved with another key',
    () => redis.set(head(), createHeadProof(Buffer.alloc(32, 8)).proved('case', id, written[4] as Commit)),
    5,
    'otherHead',
  ],
  [
    'it has the proof of another journal',
    () => redis.set(head(), createHeadProof(secret).proved('case', newId(), written[4] as Commit)),
    5,
    'otherHead',
  ],
])('refuses to read a journal when %s', async (_what, change, seq, reason) => {
  await change()
  const checks = journalChecks(secret)
  const reader = journal(checks)
  await expect(reader.read(id, null)).rejects.toMatchObject({ name: 'BrokenJournal', kind: 'case', id, seq, reason })
  expect(checks.broken.all()).toMatchObject([{ id, seq, reason }])
  // Closed: what was found is not forgotten when the next one asks, and nothing is written after it.
  await expect(reader.read(id, written[1] ?? null)).rejects.toMatchObject({ reason })
  await expect(reader.append(id, commitAfter(written[4] ?? null, 'Kết luận thêm'))).rejects.toMatchObject({ reason })
  // Others go on.
  const other = newId()
  expect(await reader.append(other, commitAfter(null, 'Kết luận'))).toEqual({ kind: 'appended' })
  expect(await reader.read(other, null)).toHaveLength(1)
})

it('checks further reads against the commits a server has already read', async () => {
  const reader = journal()
  await reader.read(id, null)
  expect(await reader.read(id, written[4] ?? null)).toEqual([])
  expect(await reader.read(id, written[2] ?? null)).toEqual(written.slice(3))
  await redis.xdel(stream(), '2-0')
  await expect(reader.read(id, written[4] ?? null)).rejects.toMatchObject({ seq: 2, reason: 'missing' })
})

it('detects an alteration of commits that were checked before', async () => {
  const reader = journal()
  for (let again = 0; again < 2; again++) expect(await reader.read(id, null)).toEqual(written)
  await replace(written.map((commit) => (commit.seq === 3 ? altered(commit) : commit)))
  await expect(reader.read(id, null)).rejects.toMatchObject({ seq: 3, reason: 'altered' })
})

it('allows two servers of one installation to write one journal in turn', async () => {
  const [one, two] = [journal(), journal()]
  const sixth = commitAfter(written[4] ?? null, 'một')
  await one.append(id, sixth)
  expect(await two.read(id, written[4] ?? null)).toEqual([sixth])
  const seventh = commitAfter(sixth, 'hai')
  await two.append(id, seventh)
  expect(await one.read(id, sixth)).toEqual([seventh])
})

it('never takes a commit read during writes for a fault', async () => {
  const [writer, reader] = [journal(), journal()]
  let last = written[4] ?? null
  const writing = (async () => {
    for (let index = 0; index < 100; index++) {
      const next = commitAfter(last, String(index))
      await writer.append(id, next)
      last = next
    }
  })()
  for (let index = 0; index < 50; index++) await reader.read(id, index % 2 === 0 ? null : (written[4] ?? null))
  await writing
})

let dataDir: string
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'diemcau-heads-'))
})
afterEach(() => rm(dataDir, { recursive: true }))

async function started(warn: (context: object, message: string) => void = () => undefined) {
  const seen = await openSeenHeads(dataDir, { warn })
  const checks = { proof: createHeadProof(secret), seen, broken: createBrokenJournals({ error: () => undefined }) }
  await lookAtJournals(redis, checks, { dataDir, now: () => 0, log: { warn } })
  return checks
}

it('detects at the next start, without reading, an earlier state restored with its own proof', async () => {
  const earlier = (await redis.get(head())) ?? ''
  const first = await started()
  await write(first, 2)
  await first.seen.close()
  await redis.xdel(stream(), '6-0', '7-0')
  await redis.set(head(), earlier)
  // Nobody without the folder can know.
  expect(await journal().read(id, null)).toHaveLength(5)
  const second = await started()
  expect(second.broken.all()).toMatchObject([{ kind: 'case', id, seq: 6, reason: 'trimmed' }])
  await expect(journal(second).read(id, null)).rejects.toMatchObject({ seq: 6, reason: 'trimmed' })
  await second.seen.close()
})

it('detects a deleted journal at the next start', async () => {
  const first = await started()
  await journal(first).read(id, null)
  await first.seen.close()
  await redis.del(stream(), head())
  await redis.zrem('cases', id)
  const second = await started()
  expect(second.broken.all()).toMatchObject([{ id, seq: 1, reason: 'missing' }])
  await second.seen.close()
})

it('accepts journals of an earlier release once, as they are, and records them; later none without a proof', async () => {
  await redis.del(head())
  const told: string[] = []
  const first = await started((_context, message) => told.push(message))
  expect(told).toEqual([expect.stringContaining('earlier release')])
  expect(await journal(first).read(id, null)).toEqual(written)
  const noted = await readFile(join(dataDir, 'journals', 'accepted.jsonl'), 'utf8')
  expect(noted).toContain(JSON.stringify({ kind: 'case', id, seq: 5, hash: written[4]?.hash }))
  await first.seen.close()

  await redis.del(head())
  const second = await started()
  await expect(journal(second).read(id, null)).rejects.toMatchObject({ reason: 'unproven' })
  await second.seen.close()
})

it('does not accept a journal of an earlier release with a broken hash chain', async () => {
  await redis.del(head())
  await replace(written.map((commit) => (commit.seq === 2 ? altered(commit) : commit)))
  const first = await started()
  expect(first.broken.all()).toMatchObject([{ id, seq: 2, reason: 'altered' }])
  expect(await redis.exists(head())).toBe(0)
  await first.seen.close()
})
