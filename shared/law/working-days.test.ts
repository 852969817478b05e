import { describe, expect, it } from 'vitest'
import { clockOn, readinessClocks } from './readiness-clocks.ts'
import { calendarDayOf, isWorkingDay, readinessDeadlines, workingDaysBefore } from './working-days.ts'

const vietnam = (text: string) => Date.parse(`${text}:00+07:00`)
const shown = (ms: number) => new Date(ms + 7 * 60 * 60 * 1000).toISOString().slice(0, 16)

describe('working days', () => {
  it('leave weekends and holidays out', () => {
    expect(isWorkingDay(vietnam('2026-12-05T08:00'), [])).toBe(false)
    expect(isWorkingDay(vietnam('2026-12-06T23:59'), [])).toBe(false)
    expect(isWorkingDay(vietnam('2026-12-07T00:00'), [])).toBe(true)
    expect(isWorkingDay(vietnam('2027-01-01T08:00'), ['2027-01-01'])).toBe(false)
  })

  it('are those of Vietnam, also when it is another day in Greenwich', () => {
    expect(calendarDayOf(Date.UTC(2026, 10, 30, 20))).toBe('2026-12-01')
  })

  it('are counted back from the hour of the meeting, over a weekend', () => {
    expect(shown(workingDaysBefore(vietnam('2026-12-08T08:00'), 5, []))).toBe('2026-12-01T08:00')
    expect(shown(workingDaysBefore(vietnam('2026-12-07T08:00'), 1, []))).toBe('2026-12-04T08:00')
  })

  it('are counted back over holidays', () => {
    const tet = ['2027-02-04', '2027-02-05', '2027-02-08', '2027-02-09', '2027-02-10']
    expect(shown(workingDaysBefore(vietnam('2027-02-11T08:00'), 5, tet))).toBe('2027-01-28T08:00')
  })
})

describe('the clocks of a reception', () => {
  it('are five working days, one working day, one hour', () => {
    const deadlines = readinessDeadlines(vietnam('2026-12-08T08:00'), [])
    expect(Object.values(deadlines).map(shown)).toEqual(['2026-12-01T08:00', '2026-12-07T08:00', '2026-12-08T07:00'])
  })

  it('each name their source and the day from which they are in force', () => {
    for (const { source, validFrom } of readinessClocks) {
      expect(source).toContain('Điều 23')
      expect(validFrom).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    }
    expect(clockOn('notice', '2026-12-08')).toMatchObject({ amount: 5, unit: 'workingDays' })
    expect(clockOn('notice', '2020-01-01').gate).toBe('notice')
  })
})
