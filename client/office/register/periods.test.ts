import { describe, expect, it } from 'vitest'
import { inScale, isPeriod, scaleOf } from './periods.ts'

const now = Date.parse('2026-11-24T03:00:00Z')

describe('the period of the register', () => {
  it.each([
    ['2026', 'day', '2026-11-24'],
    ['2026-11', 'day', '2026-11-24'],
    ['2026-10', 'day', '2026-10-01'],
    ['2025', 'month', '2025-01'],
    ['2026-11-03', 'month', '2026-11'],
    ['2026-11-03', 'year', '2026'],
  ] as const)('%s shown by %s is %s', (period, scale, other) => {
    expect(inScale(period, scale, now)).toBe(other)
    expect(scaleOf(other)).toBe(scale)
  })

  it('is invalid while it is incomplete', () => {
    expect([isPeriod('2026-1', 'month'), isPeriod('2026-11', 'month'), isPeriod('2026-11', 'day')]).toEqual([
      false,
      true,
      false,
    ])
  })
})
