import { expect, it } from 'vitest'
import { dateAndTimeOf, momentOf } from './agency-time.ts'

it('converts a time to and from Vietnam time', () => {
  const moment = Date.UTC(2026, 10, 30, 23, 5)
  expect(dateAndTimeOf(moment)).toEqual({ date: '2026-12-01', time: '06:05' })
  expect(momentOf(dateAndTimeOf(moment))).toBe(moment)
})

it('is NaN while date or time is missing', () => {
  expect(momentOf({ date: '', time: '08:00' })).toBeNaN()
  expect(momentOf({ date: '2026-12-01', time: '' })).toBeNaN()
})
