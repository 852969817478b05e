// The accounts that an administrator has named as viewers of the film of a session, with the reason, and removed again.
// An append-only list; the present viewers follow from it. A sealed session still has a film, so this is not in its
// journal.
import type { Redis } from 'ioredis'
import { z } from 'zod'
import { AccountId, Ms, type SessionId } from '../../../shared/kernel/ids.ts'
import { reachingRedis } from '../../platform/errors.ts'

const ViewerChange = z.object({
  at: Ms,
  by: AccountId,
  act: z.enum(['named', 'takenBack']),
  accountId: AccountId,
  mayDownload: z.boolean(),
  reason: z.string(),
})
export type ViewerChange = z.infer<typeof ViewerChange>

/** Each method throws Unavailable when Redis cannot be reached. */
export interface FilmViewers {
  note(sessionId: SessionId, change: Omit<ViewerChange, 'at'>): Promise<void>
  /** In their order. */
  changes(sessionId: SessionId): Promise<ViewerChange[]>
}

const listKey = (sessionId: SessionId) => `{session:${sessionId}}:film-viewers`

export const createFilmViewers = (redis: Redis, now: () => number): FilmViewers => ({
  async note(sessionId, change) {
    await reachingRedis(() => redis.rpush(listKey(sessionId), JSON.stringify({ at: now(), ...change })))
  },
  async changes(sessionId) {
    const kept = await reachingRedis(() => redis.lrange(listKey(sessionId), 0, -1))
    return kept.map((one) => ViewerChange.parse(JSON.parse(one)))
  },
})

/** Those who are named now; of one named twice, as it was said last. */
export function namedViewers(changes: readonly ViewerChange[]): ViewerChange[] {
  const last = new Map(changes.map((change) => [change.accountId, change]))
  return [...last.values()].filter(({ act }) => act === 'named')
}
