// Who may close periods of reports beside administrators, kept in Redis with who named them.
import type { Redis } from 'ioredis'
import { z } from 'zod'
import { AccountId, Ms } from '../../../shared/kernel/ids.ts'
import type { Account } from '../../../shared/wire/identity/account.ts'
import { reachingRedis } from '../../platform/errors.ts'

const Named = z.object({ at: Ms, by: AccountId })
export type Named = z.infer<typeof Named>

/** Each method throws Unavailable when Redis cannot be reached. */
export interface ReportClosers {
  /** Who may close periods beside administrators, and who named them. */
  closers(): Promise<ReadonlyMap<AccountId, Named>>
  nameCloser(accountId: AccountId, by: AccountId): Promise<void>
  removeCloser(accountId: AccountId): Promise<void>
}

const closersKey = '{reports}:closers'

export function createReportClosers(redis: Redis, now: () => number): ReportClosers {
  return {
    async closers() {
      const all = await reachingRedis(() => redis.hgetall(closersKey))
      return new Map(Object.entries(all).map(([id, one]) => [AccountId.parse(id), Named.parse(JSON.parse(one))]))
    },

    async nameCloser(accountId, by) {
      // Named once: who named them first stays.
      await reachingRedis(() => redis.hsetnx(closersKey, accountId, JSON.stringify({ at: now(), by })))
    },

    async removeCloser(accountId) {
      await reachingRedis(() => redis.hdel(closersKey, accountId))
    },
  }
}

export const mayClose = async (
  { closers }: Pick<ReportClosers, 'closers'>,
  { accountId, role }: Pick<Account, 'accountId' | 'role'>,
): Promise<boolean> => role === 'administrator' || (await closers()).has(accountId)
