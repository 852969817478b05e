// Records who has viewed, listened to or downloaded the film of a session.
import type { Redis, Result } from 'ioredis'
import { z } from 'zod'
import { AccountId, Ms, type SessionId } from '../../../shared/kernel/ids.ts'
import { FilmUse } from '../../../shared/wire/hearing/film.ts'
import { reachingRedis } from '../../platform/errors.ts'

declare module 'ioredis' {
  interface RedisCommander<Context> {
    noteViewing(lately: string, list: string, viewing: string, seconds: number): Result<0 | 1, Context>
  }
}

const Viewing = z.object({ at: Ms, by: AccountId, what: FilmUse })
export type Viewing = z.infer<typeof Viewing>

/** Each method throws Unavailable when Redis cannot be reached. */
export interface Viewings {
  /**
   * A player asks for one file in many pieces: the same by the same account, ten minutes apart at most, is one viewing. Each download
   * is one. True: it is a new one.
   */
  note(sessionId: SessionId, viewing: Omit<Viewing, 'at'>): Promise<boolean>
  /** In their order. */
  list(sessionId: SessionId): Promise<Viewing[]>
}

const oneViewingSeconds = 600
const listKey = (sessionId: SessionId) => `{session:${sessionId}}:film-viewings`

/** In one step: a look that is known is in the list. */
const noteViewing = `
  local isKnown = redis.call('EXISTS', KEYS[1]) == 1
  redis.call('SET', KEYS[1], '', 'EX', ARGV[2])
  if isKnown then return 0 end
  redis.call('RPUSH', KEYS[2], ARGV[1])
  return 1`

export function createViewings(redis: Redis, now: () => number): Viewings {
  redis.defineCommand('noteViewing', { numberOfKeys: 2, lua: noteViewing })
  return {
    async note(sessionId, { by, what }) {
      const viewing = JSON.stringify({ at: now(), by, what } satisfies Viewing)
      const list = listKey(sessionId)
      if (what === 'download') {
        await reachingRedis(() => redis.rpush(list, viewing))
        return true
      }
      const lately = `{session:${sessionId}}:film-viewing:${what}:${by}`
      return (await reachingRedis(() => redis.noteViewing(lately, list, viewing, oneViewingSeconds))) === 1
    },
    async list(sessionId) {
      const kept = await reachingRedis(() => redis.lrange(listKey(sessionId), 0, -1))
      return kept.map((one) => Viewing.parse(JSON.parse(one)))
    },
  }
}
