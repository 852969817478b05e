// The days off and worked days of one year as entered by an agency, and the validation of that input.
import { isWeekend, type WorkingCalendar, yearOf } from './working-days.ts'

export interface NamedDay {
  readonly on: string
  /** As in “Tết Nguyên đán”. */
  readonly name: string
}

export interface CalendarYear {
  readonly year: number
  readonly daysOff: readonly NamedDay[]
  /** Saturdays and Sundays on which one works. */
  readonly workedDays: readonly NamedDay[]
}

export const calendarFaults = ['otherYear', 'twice', 'notWeekend', 'off'] as const
/** otherYear: not of this year. twice: entered before. notWeekend: one works on it anyhow. off: it is among the days off, too. */
export interface CalendarFault {
  readonly list: 'daysOff' | 'workedDays'
  readonly index: number
  readonly fault: (typeof calendarFaults)[number]
}

export function faultsOf({ year, daysOff, workedDays }: CalendarYear): CalendarFault[] {
  const faultOf = (list: CalendarFault['list'], days: readonly NamedDay[], { on }: NamedDay, index: number) => {
    if (yearOf(on) !== year) return 'otherYear'
    if (days.findIndex((day) => day.on === on) < index) return 'twice'
    if (list === 'daysOff') return null
    if (!isWeekend(on)) return 'notWeekend'
    return daysOff.some((day) => day.on === on) ? 'off' : null
  }
  return (['daysOff', 'workedDays'] as const).flatMap((list) => {
    const days = list === 'daysOff' ? daysOff : workedDays
    return days.flatMap((day, index) => {
      const fault = faultOf(list, days, day, index)
      return fault === null ? [] : [{ list, index, fault }]
    })
  })
}

export const calendarFrom = (years: readonly CalendarYear[]): WorkingCalendar => ({
  daysOff: years.flatMap(({ daysOff }) => daysOff.map(({ on }) => on)),
  workedDays: years.flatMap(({ workedDays }) => workedDays.map(({ on }) => on)),
  years: years.map(({ year }) => year).toSorted((one, other) => one - other),
})
