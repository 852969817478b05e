// Who has looked at, or listened to, the film of a session: kept for administrators.
import type { Redis } from 'ioredis'
import { z } from 'zod'
import { AccountId, Ms, type SessionId } from '../../shared/kernel/ids.ts'
import { reachingRedis } from '../platform/errors.ts'

const Viewing = z.object({ at: Ms, by: AccountId, what: z.enum(['film', 'sound']) })
export type Viewing = z.infer<typeof Viewing>

/** Each method throws Unavailable when Redis cannot be reached. */
export interface Viewings {
  /** A player asks for one file in many pieces: the same by the same account within ten minutes is one viewing. */
  note(sessionId: SessionId, viewing: Omit<Viewing, 'at'>): Promise<void>
  /** In their order. */
  list(sessionId: SessionId): Promise<Viewing[]>
}

const oneViewingSeconds = 600
const listKey = (sessionId: SessionId) => `{session:${sessionId}}:film-viewings`

export const createViewings = (redis: Redis, now: () => number): Viewings => ({
  async note(sessionId, { by, what }) {
    const lately = `{session:${sessionId}}:film-viewing:${what}:${by}`
    const isNew = await reachingRedis(() => redis.set(lately, '', 'EX', oneViewingSeconds, 'NX'))
    if (isNew === null) return
    await reachingRedis(() => redis.rpush(listKey(sessionId), JSON.stringify({ at: now(), by, what })))
  },
  async list(sessionId) {
    const kept = await reachingRedis(() => redis.lrange(listKey(sessionId), 0, -1))
    return kept.map((one) => Viewing.parse(JSON.parse(one)))
  },
})
