// Records who has read the words of a denouncer outside the room in which they were spoken: of a visit or a case.
// Written before anything is returned (ADR 0047). Called by HTTP.
import type { Redis } from 'ioredis'
import { z } from 'zod'
import { type CaseId, Ms, type SessionId } from '../../../shared/kernel/ids.ts'
import { CitizenAccess } from '../../../shared/wire/identity/citizens.ts'
import { reachingRedis } from '../../platform/errors.ts'
import type { CitizenReader } from './citizens.ts'

export type WordsOf = { readonly sessionId: SessionId } | { readonly caseId: CaseId }

export const WordRead = CitizenAccess.pick({ by: true, purpose: true }).extend({ at: Ms, act: z.literal('read') })
export type WordRead = z.infer<typeof WordRead>

/** Each method throws Unavailable when Redis cannot be reached. */
export interface WordReads {
  note(of: WordsOf, by: CitizenReader): Promise<void>
  /** The newest first. */
  list(of: WordsOf, limit: number): Promise<WordRead[]>
}

const keyOf = (of: WordsOf) => ('sessionId' in of ? `{session:${of.sessionId}}:reads` : `{case:${of.caseId}}:reads`)

export function createWordReads(redis: Redis, now: () => number): WordReads {
  return {
    async note(of, { accountId, purpose }) {
      const read: WordRead = { at: now(), act: 'read', by: accountId, purpose }
      await reachingRedis(() => redis.rpush(keyOf(of), JSON.stringify(read)))
    },
    async list(of, limit) {
      const kept = await reachingRedis(() => redis.lrange(keyOf(of), -limit, -1))
      return kept.map((one) => WordRead.parse(JSON.parse(one))).reverse()
    },
  }
}
