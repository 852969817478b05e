import { describe, expect, it } from 'vitest'
import { keptState, waitingOf } from './overview.ts'
import { stepsOf } from './reports.ts'

const edges = (from: string, to: string) =>
  stepsOf({ from, to }).map((step) => `${step.from.slice(5)} ${step.to.slice(5)}`)

describe('the steps of a period', () => {
  it('are weeks from its first day when it is at most a month', () => {
    expect(edges('2026-02-01', '2026-02-28')).toEqual(['02-01 02-07', '02-08 02-14', '02-15 02-21', '02-22 02-28'])
    expect(edges('2026-11-09', '2026-11-09')).toEqual(['11-09 11-09'])
  })

  it('are months, the first and last possibly partial; quarters for a long period', () => {
    expect(edges('2026-01-15', '2026-03-31')).toEqual(['01-15 01-31', '02-01 02-28', '03-01 03-31'])
    expect(stepsOf({ from: '2025-01-01', to: '2026-12-31' })).toHaveLength(8)
  })
})

it('the waiting time is the median of all waits, and null without waits', () => {
  const day = (...minutes: number[]) => ({
    day: '2026-11-24',
    left: 1,
    waits: minutes.map((ms) => ({ ms, number: null })),
  })
  expect(waitingOf([day(30, 10), day(20, 60)])).toEqual({ count: 4, medianMs: 25, longestMs: 60, left: 2 })
  expect(waitingOf([day(30), day(10, 20)]).medianMs).toBe(20)
  expect(waitingOf([])).toEqual({ count: 0, medianMs: null, longestMs: null, left: 0 })
})

it('an assignment is in time on its due day, and overdue the day after', () => {
  expect(keptState('2026-11-24', { doneOn: '2026-11-24' }, '2026-12-01')).toBe('inTime')
  expect(keptState('2026-11-24', { doneOn: '2026-11-25' }, '2026-12-01')).toBe('late')
  expect(keptState('2026-11-24', undefined, '2026-11-24')).toBe('open')
  expect(keptState('2026-11-24', { doneOn: null }, '2026-11-25')).toBe('overdue')
})
