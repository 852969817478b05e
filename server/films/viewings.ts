// Who has looked at, listened to, or taken away the film of a session.
import type { Redis } from 'ioredis'
import { z } from 'zod'
import { AccountId, Ms, type SessionId } from '../../shared/kernel/ids.ts'
import { FilmUse } from '../../shared/wire/film.ts'
import { reachingRedis } from '../platform/errors.ts'

const Viewing = z.object({ at: Ms, by: AccountId, what: FilmUse })
export type Viewing = z.infer<typeof Viewing>

/** Each method throws Unavailable when Redis cannot be reached. */
export interface Viewings {
  /**
   * A player asks for one file in many pieces: the same by the same account within ten minutes is one viewing. Each download is one.
   * True: it is a new one.
   */
  note(sessionId: SessionId, viewing: Omit<Viewing, 'at'>): Promise<boolean>
  /** In their order. */
  list(sessionId: SessionId): Promise<Viewing[]>
}

const oneViewingSeconds = 600
const listKey = (sessionId: SessionId) => `{session:${sessionId}}:film-viewings`

export const createViewings = (redis: Redis, now: () => number): Viewings => ({
  async note(sessionId, { by, what }) {
    const lately = `{session:${sessionId}}:film-viewing:${what}:${by}`
    const isNew =
      what === 'download' || (await reachingRedis(() => redis.set(lately, '', 'EX', oneViewingSeconds, 'NX'))) !== null
    if (isNew) await reachingRedis(() => redis.rpush(listKey(sessionId), JSON.stringify({ at: now(), by, what })))
    return isNew
  },
  async list(sessionId) {
    const kept = await reachingRedis(() => redis.lrange(listKey(sessionId), 0, -1))
    return kept.map((one) => Viewing.parse(JSON.parse(one)))
  },
})
