import { expect, it } from 'vitest'
import { OfficerId, SittingId } from '../kernel/ids.ts'
import { calendarOf } from '../law/working-days.ts'
import type { RotaRule } from '../wire/reception/appointments.ts'
import { daysOf, sittingFrom, slotsOf } from './rota.ts'

const rule = (changes: Partial<RotaRule> = {}): RotaRule => ({
  ruleId: SittingId.parse('rule'),
  kind: 'leader',
  officerId: OfficerId.parse('head'),
  substituteId: null,
  place: 'Trụ sở',
  ownBrowser: null,
  branchSites: ['Thôn 3'],
  cadence: { kind: 'weekly', weekdays: [1, 4] },
  from: '08:00',
  to: '09:45',
  slotMinutes: 30,
  capacity: 2,
  validFrom: '2026-01-01',
  validUntil: null,
  ...changes,
})

it('plans the weekdays of the rule, without days off', () => {
  expect(daysOf(rule(), '2026-12-01', '2026-12-14', calendarOf(['2026-12-10']))).toEqual([
    '2026-12-03',
    '2026-12-07',
    '2026-12-14',
  ])
})

it('plans a day of the month, moved to the next working day if it is a day off, also into the next month', () => {
  const monthly = (day: number) => rule({ cadence: { kind: 'monthly', day } })
  // 15 November is a Sunday.
  expect(daysOf(monthly(15), '2026-11-01', '2026-12-31', calendarOf([]))).toEqual(['2026-11-16', '2026-12-15'])
  expect(daysOf(monthly(28), '2027-02-01', '2027-03-10', calendarOf([]))).toEqual(['2027-03-01'])
  expect(daysOf(monthly(28), '2027-02-20', '2027-03-31', calendarOf(['2027-03-01']))).toEqual([
    '2027-03-02',
    '2027-03-29',
  ])
})

it('plans only between the first and last day of the rule', () => {
  const short = rule({ validFrom: '2026-12-04', validUntil: '2026-12-10' })
  expect(daysOf(short, '2026-12-01', '2026-12-31', calendarOf([]))).toEqual(['2026-12-07', '2026-12-10'])
})

it('creates as many whole slots as fit', () => {
  expect(slotsOf(rule()).map(({ time }) => time)).toEqual(['08:00', '08:30', '09:00'])
})

it('numbers the sites in order, the centre first', () => {
  expect(sittingFrom(SittingId.parse('x'), rule(), 'Trụ sở tiếp công dân').sites).toEqual([
    { siteId: 'site0', name: 'Trụ sở tiếp công dân' },
    { siteId: 'site1', name: 'Thôn 3' },
  ])
})
