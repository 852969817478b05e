// The data by which an agency counts deadlines: its calendar (law-years.ts), the rows it has added to the table, and how it reads
// last days. One value for all nodes.
import type { Redis } from 'ioredis'
import type { AccountId } from '../../../shared/kernel/ids.ts'
import { clockRows } from '../../../shared/law/clock-rows.ts'
import { type ClockRow, usualLastDay, usualWarning } from '../../../shared/law/legal-clocks.ts'
import type { LawInForce } from '../../../shared/projections/case-clocks.ts'
import { AddedRow, Counting, LawChange, type NewClockRow } from '../../../shared/wire/casework/law.ts'
import { reachingRedis } from '../../platform/errors.ts'
import { createLawYears, type LawYears, lawKeys } from './law-years.ts'

/** Each method throws Unavailable when Redis cannot be reached. */
export interface LawData extends LawYears {
  inForce(): Promise<LawInForce>
  added(): Promise<AddedRow[]>
  /** history: it would change what was in force before the newest row of its clock. */
  add(row: NewClockRow, by: AccountId): Promise<'added' | 'history'>
  counting(): Promise<Counting>
  count(counting: Counting, by: AccountId): Promise<void>
  /** The newest first. */
  changes(): Promise<LawChange[]>
  /** Grows with each change. */
  version(): Promise<number>
  /** Called after each change made on this node. */
  listen(listener: () => void): void
}

interface Dependencies {
  readonly redis: Redis
  /** HOLIDAYS */
  readonly holidays: readonly string[]
  readonly now: () => number
  readonly log: { info(details: object, message: string): void }
}

const shownChanges = 100
const usualCounting: Counting = { lastDay: usualLastDay, warning: usualWarning }

/** As one of the table. What an agency adds was read in the text in force, or it says that it was not. */
const asRow = ({ clock, unit, variants, source, mark, validFrom }: AddedRow): ClockRow => ({
  clock,
  unit,
  variants,
  source,
  mark,
  readIn: null,
  validFrom,
  validTo: null,
})

export function createLawData({ redis, holidays, now, log }: Dependencies): LawData {
  const listeners: (() => void)[] = []
  const added = async () =>
    (await reachingRedis(() => redis.lrange(lawKeys.rows, 0, -1))).map((one) => AddedRow.parse(JSON.parse(one)))

  async function counting(): Promise<Counting> {
    const kept = await reachingRedis(() => redis.get(lawKeys.counting))
    return kept === null ? usualCounting : Counting.parse(JSON.parse(kept))
  }

  function tell(change: LawChange): void {
    log.info(change, 'the law data was changed')
    for (const listener of listeners) listener()
  }

  const years = createLawYears({ redis, holidays, now, tell })

  return {
    ...years,
    added,
    counting,

    async inForce() {
      const [known, own, how] = await Promise.all([years.calendar(), added(), counting()])
      return { rows: [...clockRows, ...own.map(asRow)], calendar: known, ...how }
    },

    async add(row, byAccountId) {
      const rows = [...clockRows, ...(await added())].filter(({ clock }) => clock === row.clock)
      if (rows.some(({ validFrom }) => validFrom > row.validFrom)) return 'history'
      const at = now()
      const change: LawChange = { at, byAccountId, what: 'row', of: row.clock }
      const kept: AddedRow = { ...row, addedAt: at, byAccountId }
      await reachingRedis(() =>
        redis
          .multi()
          .rpush(lawKeys.rows, JSON.stringify(kept))
          .rpush(lawKeys.changes, JSON.stringify(change))
          .incr(lawKeys.version)
          .exec(),
      )
      tell(change)
      return 'added'
    },

    async count(how, byAccountId) {
      const change: LawChange = { at: now(), byAccountId, what: 'counting', of: how.lastDay }
      await reachingRedis(() =>
        redis
          .multi()
          .set(lawKeys.counting, JSON.stringify(how))
          .rpush(lawKeys.changes, JSON.stringify(change))
          .incr(lawKeys.version)
          .exec(),
      )
      tell(change)
    },

    changes: async () =>
      (await reachingRedis(() => redis.lrange(lawKeys.changes, -shownChanges, -1)))
        .map((one) => LawChange.parse(JSON.parse(one)))
        .reverse(),
    version: async () => Number((await reachingRedis(() => redis.get(lawKeys.version))) ?? 0),
    listen: (listener) => void listeners.push(listener),
  }
}
