import { expect, it } from 'vitest'
import { isKnockDue, quietMs } from './chime.ts'

const long = { lastAt: -Infinity, now: 0 }

it('plays for the first person waiting', () => {
  expect(isKnockDue(new Set(), ['a'], long)).toBe(true)
})

it('does not play when somebody was admitted or has left', () => {
  expect(isKnockDue(new Set(['a', 'b']), ['a'], long)).toBe(false)
})

it('plays once for several people who arrive shortly after each other', () => {
  expect(isKnockDue(new Set(['a']), ['a', 'b'], { lastAt: 0, now: quietMs - 1 })).toBe(false)
  expect(isKnockDue(new Set(['a']), ['a', 'b'], { lastAt: 0, now: quietMs })).toBe(true)
})
