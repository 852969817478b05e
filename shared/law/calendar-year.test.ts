import { describe, expect, it } from 'vitest'
import { type CalendarYear, calendarFrom, faultsOf } from './calendar-year.ts'

const day = (on: string) => ({ on, name: 'Tết' })
const year = (changes: Partial<CalendarYear>): CalendarYear => ({ year: 2027, daysOff: [], workedDays: [], ...changes })

describe('the days off of a year', () => {
  it('are of that year, and each is entered once', () => {
    const daysOff = [day('2027-01-01'), day('2026-12-31'), day('2027-01-01')]
    expect(faultsOf(year({ daysOff }))).toEqual([
      { list: 'daysOff', index: 1, fault: 'otherYear' },
      { list: 'daysOff', index: 2, fault: 'twice' },
    ])
  })

  it('are made up for on a Saturday or Sunday that is not off', () => {
    const workedDays = [day('2027-02-13'), day('2027-02-15'), day('2027-02-06')]
    expect(faultsOf(year({ daysOff: [day('2027-02-06')], workedDays }))).toEqual([
      { list: 'workedDays', index: 1, fault: 'notWeekend' },
      { list: 'workedDays', index: 2, fault: 'off' },
    ])
  })

  it('make the calendar of the years that were entered, be it without a day', () => {
    const years = [year({ daysOff: [day('2027-01-01')] }), year({ year: 2026 })]
    expect(calendarFrom(years)).toEqual({ daysOff: ['2027-01-01'], workedDays: [], years: [2026, 2027] })
  })
})
