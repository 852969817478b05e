import { describe, expect, it } from 'vitest'
import { lastMonth, periodAfter, scaleOf, spanOf } from './report-periods.ts'

describe('the period of a report', () => {
  it.each([
    ['month', '2024-02-01', '2024-02-29'],
    ['quarter', '2024-01-01', '2024-03-31'],
    ['half', '2024-01-01', '2024-06-30'],
    ['year', '2024-01-01', '2024-12-31'],
  ] as const)('is the %s that contains the day, and its scale is recognised from its days', (scale, from, to) => {
    expect(spanOf(scale, '2024-02-14')).toEqual({ from, to })
    expect(scaleOf({ from, to })).toBe(scale)
  })

  it('is followed by a period of the same kind', () => {
    expect(periodAfter({ from: '2026-07-01', to: '2026-12-31' })).toEqual({ from: '2027-01-01', to: '2027-06-30' })
    expect(periodAfter({ from: '2026-11-09', to: '2026-11-15' })).toEqual({ from: '2026-11-16', to: '2026-11-22' })
  })

  it('is the last complete month by default', () => {
    expect(lastMonth(Date.parse('2026-01-31T20:00:00Z'))).toEqual({ from: '2026-01-01', to: '2026-01-31' })
  })
})
