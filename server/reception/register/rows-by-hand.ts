// Rows of the register that an officer opens by hand, for somebody who was received without the queue. What is to be
// written is kept first: a server that is killed in between brings it to its end at its next start.

import type { Redis } from 'ioredis'
import { z } from 'zod'
import { AccountId, RegisterRowId } from '../../../shared/kernel/ids.ts'
import { wish } from '../../../shared/kernel/wish.ts'
import { ColumnChange, register } from '../../../shared/reception/register/contract.ts'
import { Refused } from '../../casework/cases/refused.ts'
import { reachingRedis } from '../../platform/errors.ts'
import type { Log } from '../../platform/log.ts'
import { type RowWrites, unlessRefused } from './row-writes.ts'

interface Dependencies {
  readonly writes: RowWrites
  readonly redis: Redis
  readonly log: Log
}

/** Each method throws Unavailable when Redis cannot be reached. */
export interface RowsByHand {
  /** The same row id again is the same row. Throws Refused. */
  open(accountId: AccountId, day: string, row: { rowId: RegisterRowId; columns: ColumnChange }): Promise<void>
  /** After a start: those that were begun. */
  finish(): Promise<void>
}

/** Rows by hand that have a number, perhaps, and are perhaps not written. */
const begunKey = '{register}:by-hand'
const Begun = z.object({ day: z.iso.date(), accountId: AccountId, columns: ColumnChange })

export function createRowsByHand({ writes, redis, log }: Dependencies): RowsByHand {
  const open: RowsByHand['open'] = async (accountId, day, { rowId, columns }) => {
    const begun: z.infer<typeof Begun> = { day, accountId, columns }
    await reachingRedis(() => redis.hset(begunKey, rowId, JSON.stringify(begun)))
    const done = () => reachingRedis(() => redis.hdel(begunKey, rowId))
    try {
      await writes.numbered(day, rowId, (number) =>
        writes.send(day, { kind: 'account', accountId }, wish(register, 'openByHand', { rowId, ...number, columns })),
      )
    } catch (error) {
      if (error instanceof Refused) await done()
      throw error
    }
    await done()
  }

  return {
    open,
    async finish() {
      for (const [rowId, stored] of Object.entries(await reachingRedis(() => redis.hgetall(begunKey)))) {
        const { day, accountId, columns } = Begun.parse(JSON.parse(stored))
        await open(accountId, day, { rowId: RegisterRowId.parse(rowId), columns }).catch(unlessRefused(log))
      }
    },
  }
}
