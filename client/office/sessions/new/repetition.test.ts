import { expect, it } from 'vitest'
import { repeatedDays } from './repetition.ts'

it('repeats weekly, across months and years', () => {
  expect(repeatedDays('2026-12-22', 'weekly', 3)).toEqual(['2026-12-22', '2026-12-29', '2027-01-05'])
})

it('repeats monthly on the same day, or on the last day of a shorter month', () => {
  expect(repeatedDays('2026-12-31', 'monthlyByDay', 4)).toEqual([
    '2026-12-31',
    '2027-01-31',
    '2027-02-28',
    '2027-03-31',
  ])
})

it('repeats monthly on the same weekday, for example the second Tuesday', () => {
  expect(repeatedDays('2026-12-08', 'monthlyByWeekday', 4)).toEqual([
    '2026-12-08',
    '2027-01-12',
    '2027-02-09',
    '2027-03-09',
  ])
})

it('treats a fifth weekday as the last one of the month', () => {
  expect(repeatedDays('2026-10-30', 'monthlyByWeekday', 4)).toEqual([
    '2026-10-30',
    '2026-11-27',
    '2026-12-25',
    '2027-01-29',
  ])
})

it('has one day without repetition, at most 52 days, and none without a first day', () => {
  expect(repeatedDays('2026-12-08', 'none', 9)).toEqual(['2026-12-08'])
  expect(repeatedDays('2026-12-08', 'weekly', 1000)).toHaveLength(52)
  expect(repeatedDays('2026-12-08', 'weekly', Number.NaN)).toHaveLength(1)
  expect(repeatedDays('', 'weekly', 3)).toEqual([])
})
