import { describe, expect, it } from 'vitest'
import { clockOn, readinessClocks } from './readiness-clocks.ts'
import {
  calendarDayOf,
  calendarOf,
  isWorkingDay,
  readinessDeadlines,
  unknownYears,
  workingDaysBefore,
} from './working-days.ts'

const vietnam = (text: string) => Date.parse(`${text}:00+07:00`)
const none = calendarOf([])
const shown = (ms: number) => new Date(ms + 7 * 60 * 60 * 1000).toISOString().slice(0, 16)

describe('working days', () => {
  it('exclude weekends and holidays', () => {
    expect(isWorkingDay(vietnam('2026-12-05T08:00'), none)).toBe(false)
    expect(isWorkingDay(vietnam('2026-12-06T23:59'), none)).toBe(false)
    expect(isWorkingDay(vietnam('2026-12-07T00:00'), none)).toBe(true)
    expect(isWorkingDay(vietnam('2027-01-01T08:00'), calendarOf(['2027-01-01']))).toBe(false)
  })

  it('include a Saturday worked for a Monday off', () => {
    const calendar = { daysOff: ['2026-08-31'], workedDays: ['2026-08-22'], years: [2026] }
    expect(isWorkingDay(vietnam('2026-08-22T08:00'), calendar)).toBe(true)
    expect(isWorkingDay(vietnam('2026-08-23T08:00'), calendar)).toBe(false)
    expect(isWorkingDay(vietnam('2026-08-31T08:00'), calendar)).toBe(false)
  })

  it('report the years without an entered calendar', () => {
    const calendar = calendarOf(['2026-09-02', '2028-01-01'])
    expect(unknownYears(calendar, '2026-12-01', '2026-12-31')).toEqual([])
    expect(unknownYears(calendar, '2026-12-01', '2028-02-01')).toEqual([2027])
  })

  it('use the calendar day of Vietnam, not of UTC', () => {
    expect(calendarDayOf(Date.UTC(2026, 10, 30, 20))).toBe('2026-12-01')
  })

  it('are counted back from the hour of the meeting, across a weekend', () => {
    expect(shown(workingDaysBefore(vietnam('2026-12-08T08:00'), 5, none))).toBe('2026-12-01T08:00')
    expect(shown(workingDaysBefore(vietnam('2026-12-07T08:00'), 1, none))).toBe('2026-12-04T08:00')
  })

  it('are counted back across holidays', () => {
    const tet = ['2027-02-04', '2027-02-05', '2027-02-08', '2027-02-09', '2027-02-10']
    expect(shown(workingDaysBefore(vietnam('2027-02-11T08:00'), 5, calendarOf(tet)))).toBe('2027-01-28T08:00')
  })
})

describe('the readiness deadlines of a reception', () => {
  it('are five working days, one working day, one hour', () => {
    const deadlines = readinessDeadlines(vietnam('2026-12-08T08:00'), none)
    expect(Object.values(deadlines).map(shown)).toEqual(['2026-12-01T08:00', '2026-12-07T08:00', '2026-12-08T07:00'])
  })

  it('each name their source and start day', () => {
    for (const { source, validFrom } of readinessClocks) {
      expect(source).toContain('Điều 23')
      expect(validFrom).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    }
    expect(clockOn('notice', '2026-12-08')).toMatchObject({ amount: 5, unit: 'workingDays' })
    expect(clockOn('notice', '2020-01-01').gate).toBe('notice')
  })
})
