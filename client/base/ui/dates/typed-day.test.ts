import { describe, expect, it } from 'vitest'
import { dayFault, isDay, readDay, showDay, withinBounds } from './typed-day.ts'

describe('a day that is typed', () => {
  it.each([
    '3/12/2026',
    '03/12/2026',
    '03122026',
    '3-12-2026',
    '3.12.2026',
    '3 12 2026',
    ' 3 / 12 / 2026 ',
    '2026-12-03',
  ])('is read, the day before the month: “%s”', (typed) => {
    expect(readDay(typed)).toBe('2026-12-03')
  })

  it.each([
    '',
    '3',
    '3/12',
    '3/12/20',
    '3/12/202',
    '3122026',
    '0312202',
    '31/11/2026',
    '29/02/2027',
    '3/13/2026',
    '0/12/2026',
    '3/12/0206',
    '3/12/20266',
    'mai',
    '2026-02-30',
  ])('is no day, or not whole yet: “%s”', (typed) => {
    expect(readDay(typed)).toBeNull()
  })

  it('is read in a leap year', () => {
    expect(readDay('29/2/2028')).toBe('2028-02-29')
  })

  it('is shown as people here write it; what is no day, as it was typed', () => {
    expect(['2026-12-03', '', '31/2/2026', '2026-02-30'].map(showDay)).toEqual([
      '03/12/2026',
      '',
      '31/2/2026',
      '2026-02-30',
    ])
  })

  it('is kept in one form alone', () => {
    expect(['2026-12-03', '3/12/2026', ' 2026-12-03', ''].map(isDay)).toEqual([true, false, false, false])
  })
})

describe('a day that may not stand', () => {
  const bounds = { min: '2026-01-01', max: '2026-12-31' }

  it('is no day, or is beyond a bound; the bounds themselves are not, and neither is nothing', () => {
    const faults = ['31/2/2026', '2025-12-31', '2027-01-01', '2026-01-01', '2026-12-31', '', ' ']
    expect(faults.map((value) => dayFault(value, bounds))).toEqual(['wrong', 'early', 'late', null, null, null, null])
  })

  it('is any day where there are no bounds', () => {
    expect([dayFault('1950-01-01', {}), dayFault('1950', {})]).toEqual([null, 'wrong'])
  })

  it('is where the calendar does not open', () => {
    expect(['2025-03-01', '2026-06-01', '2027-03-01'].map((day) => withinBounds(day, bounds))).toEqual([
      '2026-01-01',
      '2026-06-01',
      '2026-12-31',
    ])
  })
})
