// Writes rows of the register into the journals of their days and keeps the lists up with them: whoever has written finds
// it in the lists at once, and what a killed server has not listed is listed at its next start.

import type { Redis } from 'ioredis'
import type { Wish } from '../../../shared/kernel/aggregate.ts'
import type { ReceptionDayState } from '../../../shared/reception/index.ts'
import type { Row } from '../../../shared/reception/register/contract.ts'
import type { CommandReply } from '../../../shared/wire/engine/socket-events.ts'
import type { NumberedKind } from '../../../shared/wire/papers/numbering.ts'
import { Refused } from '../../casework/cases/refused.ts'
import type { Aggregates, OutsideActor } from '../../engine/aggregates/aggregates.ts'
import type { Numbers } from '../../papers/numbering/numbers.ts'
import { unlessBroken } from '../../platform/broken-journal.ts'
import { reachingRedis } from '../../platform/errors.ts'
import type { Log } from '../../platform/log.ts'
import { createMailbox } from '../../platform/mailbox.ts'
import type { RegisterLists } from './register-lists.ts'

interface Dependencies {
  readonly days: Aggregates<ReceptionDayState>
  readonly lists: RegisterLists
  readonly numbers: Numbers
  readonly redis: Redis
  readonly newId: () => string
  readonly log: Log
}

/** Each method throws Unavailable when Redis cannot be reached. */
export interface RowWrites {
  send(day: string, by: OutsideActor, wish: Wish): Promise<CommandReply>
  /** Under the next number of the year, or the one this row was given before. Throws Refused. */
  numbered(
    day: string,
    rowId: string,
    use: (number: { year: number; number: number }) => Promise<CommandReply>,
  ): Promise<void>
  /** Takes a row that was written into the lists, after those before it. Never throws. */
  enlist(day: string, row: Row | undefined): void
  /** After a start: what is perhaps not in the lists, or all days where the lists are lost. */
  enlistMissing(all: readonly string[]): Promise<void>
  /** All that was to be taken into the lists is in them. */
  enlisted(): Promise<void>
}

const numberKind: NumberedKind = 'register'

/** Writes, by their day, that are perhaps not yet in the lists. */
const touchedKey = '{register}:touched'

export function createRowWrites({ days, lists, numbers, redis, newId, log }: Dependencies): RowWrites {
  const listing = createMailbox()
  const unlisted = new Set<string>()
  const enlisted = () => listing.post(async () => undefined)

  return {
    async send(day, by, wish) {
      // An id of its own for each: one that is done does not take away that of another still going on.
      const writeId = `${day} ${newId()}`
      await reachingRedis(() => redis.sadd(touchedKey, writeId))
      const reply = await days.dispatch(day, by, wish)
      // Whoever has written finds it in the lists at once.
      await enlisted()
      if (!unlisted.has(day)) await reachingRedis(() => redis.srem(touchedKey, writeId))
      return reply
    },

    numbered(day, rowId, use) {
      const year = Number(day.slice(0, 4))
      return numbers.allot({ year, kind: numberKind }, rowId, async (number) => {
        const reply = await use({ year, number })
        return reply.ok ? { used: true, value: undefined } : { used: false, why: new Refused(reply) }
      })
    },

    enlist(day, row) {
      if (!row) return
      listing
        .post(() => lists.keep({ ...row, day }))
        .catch((error: unknown) => {
          unlisted.add(day)
          log.error({ err: error, day }, 'a row is not in the lists; the next start mends it')
        })
    },

    async enlistMissing(all) {
      const touched = await reachingRedis(() => redis.smembers(touchedKey))
      // Rows are missing altogether: the lists are made anew.
      const isLost = (await lists.size()) === 0
      for (const day of isLost ? all : new Set(touched.map((writeId) => writeId.slice(0, 10))))
        for (const one of Object.values((await unlessBroken(days.state(day)))?.register.rows ?? {}))
          await lists.keep({ ...one, day })
      if (touched.length > 0) await reachingRedis(() => redis.srem(touchedKey, ...touched))
    },

    enlisted,
  }
}

/** Another look has done it meanwhile, or the register of the day is full. */
export const unlessRefused =
  (log: Log) =>
  (error: unknown): void => {
    if (!(error instanceof Refused)) throw error
    const { code } = error.reply.rejection
    if (code !== 'register.has-row') log.error({ code }, 'a row could not be opened')
  }
