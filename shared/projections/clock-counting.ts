// Counts the days of a legal clock: in days or working days, without the time for which it rests.
//
// The start day of a clock is not counted. We found no rule of the law about this; it is the common practice.

import type { CaseFact } from '../law/case-facts.ts'
import type { ClockUnit, LastDayRule } from '../law/legal-clocks.ts'
import { dayAfter, isWorkingDay, startOf, type WorkingCalendar } from '../law/working-days.ts'

/** The first day of it is not counted any more, `until` is counted again; null: it goes on. */
export interface Rest {
  readonly from: string
  readonly until: string | null
}

export function restsOf(facts: readonly CaseFact[]): Rest[] {
  const rests: Rest[] = []
  for (const { kind, on } of facts) {
    const last = rests.at(-1)
    const isResting = last !== undefined && last.until === null
    if (kind === 'suspended' && !isResting) rests.push({ from: on, until: null })
    if (kind === 'resumed' && isResting) rests[rests.length - 1] = { ...last, until: on }
  }
  return rests
}

export const restOn = (rests: readonly Rest[], day: string): Rest | undefined =>
  rests.find(({ from, until }) => from <= day && (until === null || day < until))

export const isCounted = (day: string, unit: ClockUnit, calendar: WorkingCalendar): boolean =>
  unit !== 'workingDays' || isWorkingDay(startOf(day), calendar)

/** The last day of so many; null: it stands still before they are over. */
export function counted(
  from: string,
  units: number,
  unit: ClockUnit,
  rests: readonly Rest[],
  { calendar, lastDay }: { readonly calendar: WorkingCalendar; readonly lastDay: LastDayRule },
): string | null {
  let day = from
  for (let left = units; left > 0; ) {
    day = dayAfter(day)
    const rest = restOn(rests, day)
    if (rest?.until === null) return null
    if (!rest && isCounted(day, unit, calendar)) left--
  }
  if (lastDay === 'moves') while (!isWorkingDay(startOf(day), calendar)) day = dayAfter(day)
  return day
}

export function countedBack(from: string, units: number, unit: ClockUnit, calendar: WorkingCalendar): string {
  let day = from
  for (let left = units; left > 0; ) {
    day = dayAfter(day, -1)
    if (isCounted(day, unit, calendar)) left--
  }
  return day
}

/** So many of the unit after one day until another, the last one counted. */
export function unitsBetween(from: string, to: string, unit: ClockUnit, calendar: WorkingCalendar): number {
  let units = 0
  for (let day = dayAfter(from); day <= to; day = dayAfter(day)) if (isCounted(day, unit, calendar)) units++
  return units
}
