import { describe, expect, it } from 'vitest'
import { type CalendarYear, calendarFrom, faultsOf } from './calendar-year.ts'

const day = (on: string) => ({ on, name: 'Tết' })
const year = (changes: Partial<CalendarYear>): CalendarYear => ({ year: 2027, daysOff: [], workedDays: [], ...changes })

describe('the days off of a calendar year', () => {
  it('must belong to that year, each only once', () => {
    const daysOff = [day('2027-01-01'), day('2026-12-31'), day('2027-01-01')]
    expect(faultsOf(year({ daysOff }))).toEqual([
      { list: 'daysOff', index: 1, fault: 'otherYear' },
      { list: 'daysOff', index: 2, fault: 'twice' },
    ])
  })

  it('are compensated by worked days that are a Saturday or Sunday and not a day off', () => {
    const workedDays = [day('2027-02-13'), day('2027-02-15'), day('2027-02-06')]
    expect(faultsOf(year({ daysOff: [day('2027-02-06')], workedDays }))).toEqual([
      { list: 'workedDays', index: 1, fault: 'notWeekend' },
      { list: 'workedDays', index: 2, fault: 'off' },
    ])
  })

  it('are combined into a calendar that lists the entered years, also a year without days off', () => {
    const years = [year({ daysOff: [day('2027-01-01')] }), year({ year: 2026 })]
    expect(calendarFrom(years)).toEqual({ daysOff: ['2027-01-01'], workedDays: [], years: [2026, 2027] })
  })
})
