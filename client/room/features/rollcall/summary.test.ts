import { describe, expect, it } from 'vitest'
import { DelegateId, ParticipantId, PersonId, SiteId } from '../../../../shared/kernel/ids.ts'
import type { RollcallMark } from '../../../../shared/modules/rollcall/contract.ts'
import type { Site } from '../../../../shared/modules/sites/contract.ts'
import { rollcallSummary, siteSummary } from './summary.ts'

const site = (id: string, ...delegates: string[]): Site => ({
  siteId: SiteId.parse(id),
  name: id,
  rank: 'branch',
  delegates: delegates.map((name) => ({ delegateId: DelegateId.parse(name), personId: PersonId.parse(name) })),
})

const marks = (list: Record<string, RollcallMark>) =>
  Object.fromEntries(
    Object.entries(list).map(([id, mark]) => {
      const delegateId = DelegateId.parse(id)
      return [delegateId, { delegateId, mark, substituteId: null, at: 0 }]
    }),
  )

const nothing = { marks: {}, headcounts: {}, confirmations: {} }

describe('the summary of a roll call', () => {
  it('counts late delegates and substitutes as present, absent ones not', () => {
    const rollcall = {
      ...nothing,
      marks: marks({ a: 'present', b: 'late', c: 'substitute', d: 'absentWithLeave', e: 'absentWithoutLeave' }),
    }
    expect(siteSummary(site('hall', 'a', 'b', 'c', 'd', 'e'), rollcall)).toMatchObject({
      present: 3,
      delegates: 5,
      isCalled: true,
    })
  })

  it('lists delegates without a mark', () => {
    const summary = siteSummary(site('hall', 'a', 'b'), { ...nothing, marks: marks({ a: 'present' }) })
    expect(summary).toMatchObject({ unmarked: ['b'], isCalled: false })
  })

  it('counts a site without delegates as called once its headcount is recorded', () => {
    const hall = site('hall')
    expect(siteSummary(hall, nothing).isCalled).toBe(false)
    expect(siteSummary(hall, { ...nothing, headcounts: { [hall.siteId]: { count: 0, at: 0 } } }).isCalled).toBe(true)
  })

  it('sums up the sites', () => {
    const sites = [site('one', 'a', 'b'), site('two', 'c'), site('three')]
    const rollcall = {
      ...nothing,
      marks: marks({ a: 'present', b: 'absentWithLeave' }),
      confirmations: { [SiteId.parse('one')]: { byParticipantId: ParticipantId.parse('chair'), at: 0 } },
    }
    expect(rollcallSummary(sites, rollcall)).toEqual({ sites: 3, sitesCalled: 1, delegates: 3, present: 1 })
    expect(rollcallSummary([], nothing)).toEqual({ sites: 0, sitesCalled: 0, delegates: 0, present: 0 })
  })
})
