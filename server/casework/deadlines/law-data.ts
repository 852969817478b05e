// The data by which an agency counts deadlines: its calendar of working days, the rows it has added to the table of
// deadlines, and how it interprets them. One value for all nodes. HOLIDAYS of the configuration applies to years that
// nobody has entered. Used wherever working days are counted.
import { readFileSync } from 'node:fs'
import type { Redis, Result } from 'ioredis'
import type { AccountId } from '../../../shared/kernel/ids.ts'
import { type CalendarYear, calendarFrom } from '../../../shared/law/calendar-year.ts'
import { clockRows } from '../../../shared/law/clock-rows.ts'
import { type ClockRow, usualLastDay, usualWarning } from '../../../shared/law/legal-clocks.ts'
import { calendarDayOf, dayAfter, type WorkingCalendar, yearOf } from '../../../shared/law/working-days.ts'
import type { LawInForce } from '../../../shared/projections/case-clocks.ts'
import { AddedRow, Counting, KeptYear, LawChange, type NewClockRow } from '../../../shared/wire/casework/law.ts'
import { reachingRedis } from '../../platform/errors.ts'

declare module 'ioredis' {
  interface RedisCommander<Context> {
    keepYear(
      years: string,
      changes: string,
      version: string,
      year: number,
      kept: string,
      revision: number,
      change: string,
    ): Result<0 | 1, Context>
  }
}

/** Each method throws Unavailable when Redis cannot be reached. */
export interface LawData {
  calendar(): Promise<WorkingCalendar>
  inForce(): Promise<LawInForce>
  /** Those entered, and those that HOLIDAYS names. */
  years(): Promise<KeptYear[]>
  /** This year, and the next once deadlines run into it, as far as nobody has entered their days off. */
  missingYears(): Promise<number[]>
  /** changed: somebody else has entered it meanwhile. */
  keepYear(year: CalendarYear, revision: number, by: AccountId): Promise<'kept' | 'changed'>
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

const keys = {
  years: '{law}:years',
  rows: '{law}:rows',
  counting: '{law}:counting',
  changes: '{law}:changes',
  version: '{law}:version',
} as const
const shownChanges = 100
/** Earlier in the year nobody knows the days off of the next, and nothing is counted by them. */
const longestDeadlineDays = 90
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
  redis.defineCommand('keepYear', {
    numberOfKeys: 3,
    lua: readFileSync(new URL('./keep-year.lua', import.meta.url), 'utf8'),
  })
  const listeners: (() => void)[] = []
  const seed = [...new Set(holidays.map(yearOf))].map(
    (year): KeptYear => ({
      year,
      daysOff: holidays.filter((day) => yearOf(day) === year).map((on) => ({ on, name: 'HOLIDAYS' })),
      workedDays: [],
      revision: 0,
      changedAt: null,
      byAccountId: null,
    }),
  )

  async function years(): Promise<KeptYear[]> {
    const kept = Object.values(await reachingRedis(() => redis.hgetall(keys.years))).map((one) =>
      KeptYear.parse(JSON.parse(one)),
    )
    const others = seed.filter(({ year }) => !kept.some((one) => one.year === year))
    return [...kept, ...others].sort((one, other) => one.year - other.year)
  }
  const calendar = async () => calendarFrom(await years())

  const added = async () =>
    (await reachingRedis(() => redis.lrange(keys.rows, 0, -1))).map((one) => AddedRow.parse(JSON.parse(one)))

  async function counting(): Promise<Counting> {
    const kept = await reachingRedis(() => redis.get(keys.counting))
    return kept === null ? usualCounting : Counting.parse(JSON.parse(kept))
  }

  function tell(change: LawChange): void {
    log.info(change, 'the law data was changed')
    for (const listener of listeners) listener()
  }

  return {
    calendar,
    years,
    added,
    counting,

    async inForce() {
      const [known, own, how] = await Promise.all([calendar(), added(), counting()])
      return { rows: [...clockRows, ...own.map(asRow)], calendar: known, ...how }
    },

    async missingYears() {
      const known = await years()
      const today = calendarDayOf(now())
      const asked = new Set([yearOf(today), yearOf(dayAfter(today, longestDeadlineDays))])
      return [...asked].filter((year) => !known.some((one) => one.year === year))
    },

    async keepYear({ year, daysOff, workedDays }, revision, byAccountId) {
      const at = now()
      const inOrder = (days: CalendarYear['daysOff']) => days.toSorted((one, other) => (one.on < other.on ? -1 : 1))
      const kept = { year, daysOff: inOrder(daysOff), workedDays: inOrder(workedDays), changedAt: at, byAccountId }
      const change: LawChange = { at, byAccountId, what: 'year', of: String(year) }
      const isKept = await reachingRedis(() =>
        redis.keepYear(
          keys.years,
          keys.changes,
          keys.version,
          year,
          JSON.stringify({ ...kept, revision: revision + 1 }),
          revision,
          JSON.stringify(change),
        ),
      )
      if (isKept === 0) return 'changed'
      tell(change)
      return 'kept'
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
          .rpush(keys.rows, JSON.stringify(kept))
          .rpush(keys.changes, JSON.stringify(change))
          .incr(keys.version)
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
          .set(keys.counting, JSON.stringify(how))
          .rpush(keys.changes, JSON.stringify(change))
          .incr(keys.version)
          .exec(),
      )
      tell(change)
    },

    changes: async () =>
      (await reachingRedis(() => redis.lrange(keys.changes, -shownChanges, -1)))
        .map((one) => LawChange.parse(JSON.parse(one)))
        .reverse(),
    version: async () => Number((await reachingRedis(() => redis.get(keys.version))) ?? 0),
    listen: (listener) => void listeners.push(listener),
  }
}
