// The audit log: what is done with accounts, and what leaves this server. One stream in Redis, each entry with the hash
// of the one before it, never trimmed (ADR 0074). Contains ids, kinds and networks only: no secret, no name, no words
// of a citizen. An act that cannot be logged is not done.
import type { Redis } from 'ioredis'
import { AuditEntry, type AuditPage } from '../../../shared/wire/identity/accounts.ts'
import { reachingRedis, Unavailable } from '../../platform/errors.ts'
import { canonicalHash, genesisHash } from '../../platform/hash-chain.ts'
import { createMailbox } from '../../platform/mailbox.ts'

export type NewAuditEntry = Pick<AuditEntry, 'act' | 'outcome' | 'accountId' | 'network'> &
  Partial<Pick<AuditEntry, 'subjects' | 'route' | 'code'>>

/** Each method throws Unavailable when Redis cannot be reached. */
export interface AuditLog {
  note(entry: NewAuditEntry): Promise<void>
  /** Entries before this one, the newest first; null: from the end. */
  page(before: number | null, count: number): Promise<AuditPage>
}

const streamKey = '{audit}:log'
/** Other servers may write at the same time. */
const mostTries = 10

export function createAuditLog(redis: Redis, now: () => number): AuditLog {
  const mailbox = createMailbox()

  async function newest(before: number | null, count: number): Promise<AuditEntry[]> {
    if (before !== null && before <= 1) return []
    const from = before === null ? '+' : `${before - 1}-0`
    const found = await reachingRedis(() => redis.xrevrange(streamKey, from, '-', 'COUNT', count))
    return found.map(([, [, body = '']]) => AuditEntry.parse(JSON.parse(body)))
  }

  async function append(entry: NewAuditEntry): Promise<void> {
    for (let attempt = 0; attempt < mostTries; attempt++) {
      const [last] = await newest(null, 1)
      const next = { subjects: {}, route: null, code: null, ...entry, ...following(last), at: now() }
      const body = JSON.stringify({ ...next, hash: canonicalHash(next) } satisfies AuditEntry)
      if (await appended(next.seq, body)) return
    }
    throw new Unavailable('the audit log is written by too many at the same time')
  }

  /** false: another server was there before. */
  async function appended(seq: number, body: string): Promise<boolean> {
    try {
      await redis.xadd(streamKey, `${seq}-0`, 'entry', body)
      return true
    } catch (cause) {
      // Redis takes an id once only, also when ioredis sends again what was not answered: then the entry there is this one.
      if (!(cause instanceof Error && cause.message.includes('equal or smaller')))
        throw new Unavailable('the audit log cannot be written', { cause })
      const found = await reachingRedis(() => redis.xrange(streamKey, `${seq}-0`, `${seq}-0`))
      return found[0]?.[1][1] === body
    }
  }

  return {
    note: (entry) => mailbox.post(() => append(entry)),

    async page(before, count) {
      const entries = await newest(before, count + 1)
      const shown = entries.slice(0, count)
      const last = shown.at(-1)
      return { entries: shown, next: entries.length > count && last ? last.seq : null, fault: chainFaultIn(entries) }
    },
  }
}

const following = (last: AuditEntry | undefined) => ({
  seq: (last?.seq ?? 0) + 1,
  previousHash: last?.hash ?? genesisHash,
})

/** Where the newest-first entries do not follow each other; the first of all follows nothing. */
function chainFaultIn(entries: readonly AuditEntry[]): string | null {
  for (const [index, { hash, ...entry }] of entries.entries()) {
    if (hash !== canonicalHash(entry)) return `entry ${entry.seq} does not match its own hash`
    const before = entries[index + 1]
    if (!before && entry.seq > 1) continue
    const expected = following(before)
    if (entry.seq !== expected.seq || entry.previousHash !== expected.previousHash)
      return `entry ${entry.seq} does not follow the one before it`
  }
  return null
}
