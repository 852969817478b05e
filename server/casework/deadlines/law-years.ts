// The calendar of working days: years as the agency has entered them, and those of HOLIDAYS that nobody has entered. Whoever
// changes a year names the revision that was looked at.

import { readFileSync } from 'node:fs'
import type { Redis, Result } from 'ioredis'
import type { AccountId } from '../../../shared/kernel/ids.ts'
import { type CalendarYear, calendarFrom } from '../../../shared/law/calendar-year.ts'
import { calendarDayOf, dayAfter, type WorkingCalendar, yearOf } from '../../../shared/law/working-days.ts'
import { KeptYear, type LawChange } from '../../../shared/wire/casework/law.ts'
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
export interface LawYears {
  calendar(): Promise<WorkingCalendar>
  /** Those entered, and those that HOLIDAYS names. */
  years(): Promise<KeptYear[]>
  /** This year, and the next once deadlines run into it, as far as nobody has entered their days off. */
  missingYears(): Promise<number[]>
  /** changed: somebody else has entered it meanwhile. */
  keepYear(year: CalendarYear, revision: number, by: AccountId): Promise<'kept' | 'changed'>
}

interface Dependencies {
  readonly redis: Redis
  /** HOLIDAYS */
  readonly holidays: readonly string[]
  readonly now: () => number
  /** After each change. */
  readonly tell: (change: LawChange) => void
}

/** Earlier in the year nobody knows the days off of the next, and nothing is counted by them. */
const longestDeadlineDays = 90

export const lawKeys = {
  years: '{law}:years',
  rows: '{law}:rows',
  counting: '{law}:counting',
  changes: '{law}:changes',
  version: '{law}:version',
} as const

const seedOf = (holidays: readonly string[]): KeptYear[] =>
  [...new Set(holidays.map(yearOf))].map(
    (year): KeptYear => ({
      year,
      daysOff: holidays.filter((day) => yearOf(day) === year).map((on) => ({ on, name: 'HOLIDAYS' })),
      workedDays: [],
      revision: 0,
      changedAt: null,
      byAccountId: null,
    }),
  )

export function createLawYears({ redis, holidays, now, tell }: Dependencies): LawYears {
  redis.defineCommand('keepYear', {
    numberOfKeys: 3,
    lua: readFileSync(new URL('./keep-year.lua', import.meta.url), 'utf8'),
  })
  const seed = seedOf(holidays)

  async function years(): Promise<KeptYear[]> {
    const kept = Object.values(await reachingRedis(() => redis.hgetall(lawKeys.years))).map((one) =>
      KeptYear.parse(JSON.parse(one)),
    )
    const others = seed.filter(({ year }) => !kept.some((one) => one.year === year))
    return [...kept, ...others].sort((one, other) => one.year - other.year)
  }
  const calendar = async () => calendarFrom(await years())

  return {
    calendar,
    years,

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
          lawKeys.years,
          lawKeys.changes,
          lawKeys.version,
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
  }
}
