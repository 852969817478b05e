// The records of issued papers in Redis, by their code and by session, and what was said of them since: withdrawn or replaced.
import type { Redis } from 'ioredis'
import { z } from 'zod'
import { SessionId } from '../../../shared/kernel/ids.ts'
import { calendarDayOf } from '../../../shared/law/working-days.ts'
import {
  ListedPaper,
  PaperSignature,
  type PaperStanding,
  type Withdrawal,
} from '../../../shared/wire/papers/issued-papers.ts'
import { reachingRedis } from '../../platform/errors.ts'
import { inGroups } from './paper-codes.ts'

export const Kept = z.object({
  sessionId: SessionId,
  kind: ListedPaper.shape.kind,
  number: z.int(),
  year: z.int(),
  issuedOn: z.string(),
  files: ListedPaper.shape.files,
  hashes: z.object({ pdf: z.string(), docx: z.string() }),
  // Those of earlier releases have none.
  signature: PaperSignature.default({ is: 'unsigned', because: 'none' }),
})
export type Kept = z.infer<typeof Kept>
const KeptWithdrawal = z.object({
  on: z.string(),
  reason: z.string(),
  replacedBy: z.object({ number: z.int(), year: z.int() }).nullable(),
})

const recordsKey = 'issuedPapers'
const withdrawnKey = 'issuedPapers:withdrawn'
const ofSessionKey = (sessionId: string) => `issuedPapers:session:${sessionId}`

/** Each method throws Unavailable when Redis cannot be reached. */
export interface IssuedRecords {
  of(code: string): Promise<Kept | null>
  ofSession(sessionId: SessionId): Promise<{ code: string; record: Kept }[]>
  /** Of two nodes that print at once the first record counts. @returns that one, and null when it is gone. */
  add(code: string, record: Kept): Promise<Kept | null>
  listed(code: string, record: Kept): Promise<ListedPaper>
  /** False: it stood no more already. */
  withdraw(code: string, withdrawal: Withdrawal & { readonly at: number }): Promise<boolean>
}

export function createIssuedRecords(redis: Redis): IssuedRecords {
  async function recordOf(code: string): Promise<Kept | null> {
    const kept = await reachingRedis(() => redis.hget(recordsKey, code))
    return kept === null ? null : Kept.parse(JSON.parse(kept))
  }

  async function listed(code: string, { hashes, ...record }: Kept): Promise<ListedPaper> {
    const stored = await reachingRedis(() => redis.hget(withdrawnKey, code))
    const withdrawn = stored === null ? null : KeptWithdrawal.parse(JSON.parse(stored))
    const { sessionId: _, ...said } = record
    return {
      ...said,
      code: inGroups(code),
      sha256: hashes.pdf,
      standing: standingOf(withdrawn),
      reason: withdrawn?.reason ?? null,
    }
  }

  async function recordsOf(sessionId: SessionId): Promise<{ code: string; record: Kept }[]> {
    const codes = await reachingRedis(() => redis.smembers(ofSessionKey(sessionId)))
    const found = await Promise.all(codes.map(async (code) => ({ code, record: await recordOf(code) })))
    return found
      .flatMap(({ code, record }) => (record ? [{ code, record }] : []))
      .sort(
        (a, b) =>
          a.record.kind.localeCompare(b.record.kind) ||
          a.record.year - b.record.year ||
          a.record.number - b.record.number,
      )
  }

  return {
    of: recordOf,
    ofSession: recordsOf,
    listed,
    async add(code, record) {
      const isFirst = await reachingRedis(() => redis.hsetnx(recordsKey, code, JSON.stringify(record)))
      await reachingRedis(() => redis.sadd(ofSessionKey(record.sessionId), code))
      return isFirst === 1 ? record : await recordOf(code)
    },
    async withdraw(code, { at, reason, replacedBy }) {
      const withdrawal = JSON.stringify({ on: calendarDayOf(at), reason, replacedBy })
      return (await reachingRedis(() => redis.hsetnx(withdrawnKey, code, withdrawal))) === 1
    },
  }
}

function standingOf(withdrawn: z.infer<typeof KeptWithdrawal> | null): PaperStanding {
  if (!withdrawn) return { is: 'issued' }
  const { on, replacedBy } = withdrawn
  return replacedBy ? { is: 'replaced', on, by: replacedBy } : { is: 'withdrawn', on }
}
