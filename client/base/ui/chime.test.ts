import { expect, it } from 'vitest'
import { isKnockDue, quietMs } from './chime.ts'

const long = { lastAt: -Infinity, now: 0 }

it('knocks for the first who waits', () => {
  expect(isKnockDue(new Set(), ['a'], long)).toBe(true)
})

it('is silent when somebody was let in or gave up', () => {
  expect(isKnockDue(new Set(['a', 'b']), ['a'], long)).toBe(false)
})

it('knocks once for those who come soon after one another', () => {
  expect(isKnockDue(new Set(['a']), ['a', 'b'], { lastAt: 0, now: quietMs - 1 })).toBe(false)
  expect(isKnockDue(new Set(['a']), ['a', 'b'], { lastAt: 0, now: quietMs })).toBe(true)
})
