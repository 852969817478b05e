// Deadline rows that an agency has added for answering requests about personal data. Called by HTTP.
import type { Redis } from 'ioredis'
import type { z } from 'zod'
import { AccountId, Ms } from '../../../shared/kernel/ids.ts'
import { RequestClockRow } from '../../../shared/personal-data/clocks.ts'
import { reachingRedis } from '../../platform/errors.ts'

const Kept = RequestClockRow.extend({ addedAt: Ms, byAccountId: AccountId })
export type AddedClock = z.infer<typeof Kept>
const rowsKey = '{personalData}:clocks'

/** Each method throws Unavailable when Redis cannot be reached. */
export interface AddedClocks {
  added(): Promise<AddedClock[]>
  add(row: RequestClockRow, by: AccountId): Promise<void>
}

export function createAddedClocks(redis: Redis, now: () => number): AddedClocks {
  return {
    async added() {
      const kept = await reachingRedis(() => redis.lrange(rowsKey, 0, -1))
      return kept.map((one) => Kept.parse(JSON.parse(one)))
    },
    async add(row, byAccountId) {
      const kept: z.infer<typeof Kept> = { ...row, addedAt: now(), byAccountId }
      await reachingRedis(() => redis.rpush(rowsKey, JSON.stringify(kept)))
    },
  }
}
