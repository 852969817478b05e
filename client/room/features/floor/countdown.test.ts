import { describe, expect, it } from 'vitest'
import { clockDuration } from '../../../base/i18n/format.ts'
import { countdown } from './countdown.ts'

const second = 1000
const threeMinutes = 180 * second
const clock = { grantedAt: 0, endsAt: threeMinutes, pausedAt: null }

describe('the countdown of a speaker', () => {
  it.each([
    [0, 'calm'],
    [149 * second, 'calm'],
    [150 * second, 'soon'],
    [169 * second, 'soon'],
    [170 * second, 'urgent'],
    [threeMinutes - 1, 'urgent'],
    [threeMinutes, 'over'],
    [threeMinutes + second, 'over'],
  ] as const)('of 3:00 after %i ms is %s', (now, urgency) => {
    expect(countdown(clock, now)?.urgency).toBe(urgency)
  })

  it('shows the overrun after the limit', () => {
    expect(countdown(clock, threeMinutes + 5000)).toMatchObject({ shownMs: 5000, remainingShare: 0 })
  })

  it('stops while the clock is paused', () => {
    expect(countdown({ ...clock, pausedAt: 60 * second }, 10 * threeMinutes)).toMatchObject({
      shownMs: 120 * second,
      urgency: 'calm',
    })
  })

  it('is null without a limit', () => {
    expect(countdown({ ...clock, endsAt: null }, 5)).toBeNull()
  })

  it('is full when the local clock is behind the start', () => {
    expect(countdown({ ...clock, grantedAt: 1000, endsAt: 1000 + threeMinutes }, 0)?.remainingShare).toBe(1)
  })
})

describe('a formatted duration', () => {
  it.each([
    [0, '0:00'],
    [9 * second, '0:09'],
    [125 * second, '2:05'],
    [3725 * second, '1:02:05'],
    [-5, '0:00'],
  ])('%i ms is %s', (ms, shown) => {
    expect(clockDuration(ms)).toBe(shown)
  })
})
