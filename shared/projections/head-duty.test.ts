import { describe, expect, it } from 'vitest'
import { OfficerId, SittingId } from '../kernel/ids.ts'
import type { PlannedSitting } from '../reception/appointments/contract.ts'
import { headDuty, type SittingDay } from './head-duty.ts'

const head = OfficerId.parse('head')
const deputy = OfficerId.parse('deputy')

const day = (date: string, changes: Partial<PlannedSitting> = {}): SittingDay => ({
  date,
  sittings: [
    {
      sittingId: SittingId.parse('one'),
      kind: 'leader',
      officerId: head,
      substituteId: null,
      place: 'Trụ sở',
      sites: [],
      ownBrowser: null,
      slotMinutes: 30,
      slots: [{ time: '08:00', capacity: 1 }],
      plannedAt: 0,
      substitution: null,
      heldBy: null,
      cancelled: null,
      ...changes,
    },
  ],
})
const statuses = (days: SittingDay[], today: string, level: 'commune' | 'agency' = 'commune') =>
  headDuty(days, { level, heads: [head], month: '2026-12', today, since: '2026-01-05' }).periods.map(
    ({ status }) => status,
  )

describe('the weekly reception duty of the head of a commune', () => {
  it('is listed for each week that has a day in the month', () => {
    const { per, periods } = headDuty([], {
      level: 'commune',
      heads: [head],
      month: '2026-12',
      today: '2026-12-01',
      since: null,
    })
    expect(per).toBe('week')
    expect(periods.map(({ from, to }) => `${from}/${to}`)).toEqual([
      '2026-11-30/2026-12-06',
      '2026-12-07/2026-12-13',
      '2026-12-14/2026-12-20',
      '2026-12-21/2026-12-27',
      '2026-12-28/2027-01-03',
    ])
  })

  it('is kept when the head received, missed when the week ended without, and “unnoted” until somebody records it', () => {
    const days = [day('2026-12-03', { heldBy: head }), day('2026-12-10', { heldBy: deputy }), day('2026-12-17')]
    expect(statuses(days, '2026-12-24')).toEqual(['kept', 'missed', 'unnoted', 'open', 'open'])
  })

  it('is unknown for weeks before the first planning', () => {
    const question = { level: 'commune', heads: [head], month: '2026-12', today: '2026-12-24' } as const
    const statuses = (since: string | null) => headDuty([], { ...question, since }).periods.map(({ status }) => status)
    expect(statuses('2026-12-14')).toEqual(['unknown', 'unknown', 'missed', 'open', 'open'])
    expect(statuses(null)).toEqual(['unknown', 'unknown', 'unknown', 'open', 'open'])
  })

  it('is planned only by a future sitting of the head that is neither cancelled nor substituted', () => {
    const days = [
      day('2026-12-10'),
      day('2026-12-17', { cancelled: { reason: 'Bão', at: 0 } }),
      day('2026-12-24', { substitution: { officerId: deputy, reason: 'Công tác' } }),
    ]
    expect(statuses(days, '2026-12-08')).toEqual(['missed', 'planned', 'open', 'open', 'open'])
  })
})

it('the duty of the head of an agency is monthly', () => {
  expect(statuses([day('2026-12-30', { heldBy: head })], '2026-12-31', 'agency')).toEqual(['kept'])
  expect(statuses([], '2027-01-01', 'agency')).toEqual(['missed'])
})

it('names its article, and whether a head is configured', () => {
  const report = headDuty([], { level: 'commune', heads: [], month: '2026-12', today: '2026-12-01', since: null })
  expect(report).toMatchObject({ hasHead: false, source: expect.stringContaining('Luật Tiếp công dân 2013') })
})
