// The due date of the minutes of a closed session, and the time from issue to sealing, as dated data. These are rules
// of this product, not of a law. A change adds a row, which applies to what is closed or issued from its day on.
import { calendarDayOf, type WorkingCalendar, workingDaysAfter } from './working-days.ts'

export interface SealingClock {
  /** minutesDue: from the closing. sealing: from the issue of the minutes, or from the day on which they were waived. */
  readonly clock: 'minutesDue' | 'sealing'
  readonly workingDays: number
  /** Calendar day from which it is in force. */
  readonly validFrom: string
}

const sealingClocks: readonly SealingClock[] = [
  { clock: 'minutesDue', workingDays: 5, validFrom: '2026-01-01' },
  { clock: 'sealing', workingDays: 5, validFrom: '2026-01-01' },
]

/** The clock in force on a day; before the first came into force, the first. */
export function sealingClockOn(clock: SealingClock['clock'], day: string, rows = sealingClocks): SealingClock {
  const own = rows.filter((row) => row.clock === clock).toSorted((a, b) => a.validFrom.localeCompare(b.validFrom))
  const found = own.findLast(({ validFrom }) => validFrom <= day) ?? own[0]
  if (!found) throw new Error(`no clock for ${clock}`)
  return found
}

/** The same hour, so many working days later. */
export function sealingMoment(
  clock: SealingClock['clock'],
  from: number,
  calendar: WorkingCalendar,
  rows = sealingClocks,
): number {
  return workingDaysAfter(from, sealingClockOn(clock, calendarDayOf(from), rows).workingDays, calendar)
}
