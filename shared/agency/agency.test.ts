import { describe, expect, it } from 'vitest'
import { compose, type DecisionContext } from '../kernel/aggregate.ts'
import { AccountId } from '../kernel/ids.ts'
import { agencyInForce, unnamedAgency } from './agency-at.ts'
import { AgencySettings } from './contract.ts'
import { type AgencyState, agencyModules } from './index.ts'

const aggregate = compose(agencyModules, { freeze: true })
const administrator = AccountId.parse('administrator')
const commune: AgencySettings = {
  organisation: 'Ủy ban nhân dân xã Tân Lập',
  parentOrganisation: 'Ủy ban nhân dân tỉnh Đắk Lắk',
  abbreviation: 'UBND',
  placeName: 'Tân Lập',
  letterhead: 'state',
}
const ward = { ...commune, organisation: 'Ủy ban nhân dân phường Tân Lập' }
const nothing = { organisation: null, parentOrganisation: null, abbreviation: null, placeName: null }

/** Each change at its time. */
function changed(...changes: [at: number, data: AgencySettings][]): AgencyState {
  const actor = { kind: 'account', accountId: administrator } as const
  return changes.reduce((state, [at, data], index) => {
    const context: DecisionContext = { actor, at, newId: () => 'id', codeFor: () => 'none' }
    const outcome = aggregate.decide(state, { type: 'agency.change', data }, context)
    if (!('events' in outcome)) throw new Error('refused')
    return aggregate.evolve(state, { seq: index + 1, at, actor, events: [...outcome.events] })
  }, aggregate.initial).agency
}

describe('the agency settings', () => {
  it('are incomplete without a name, a symbol and a place', () => {
    expect(agencyInForce(changed(), nothing)).toMatchObject({ isSet: false, now: { organisation: unnamedAgency } })
    expect(agencyInForce(changed(), { ...nothing, organisation: 'UBND xã' }).isSet).toBe(false)
    expect(agencyInForce(changed(), commune).isSet).toBe(true)
    expect(agencyInForce(changed([1, commune]), nothing)).toMatchObject({ isSet: true, now: commune })
  })

  it('are those set last, with author and time, and override the environment', () => {
    const state = changed([1, commune], [1, commune], [5, ward])
    expect(state.record).toEqual([
      { ...commune, at: 1, by: administrator },
      { ...ward, at: 5, by: administrator },
    ])
    expect(agencyInForce(state, { ...commune, organisation: 'Một tên khác' }).now.organisation).toBe(ward.organisation)
  })

  it('used on a paper are those in force when it was issued', () => {
    const inForce = agencyInForce(changed([10, commune], [50, ward]), { ...commune, organisation: 'Tên trước' })
    expect([5, 10, 49, 50, 60].map((at) => inForce.at(at).organisation)).toEqual([
      'Tên trước',
      commune.organisation,
      commune.organisation,
      ward.organisation,
      ward.organisation,
    ])
  })

  it('used for a paper issued before any setting are the first ones', () => {
    expect(agencyInForce(changed([10, commune], [50, ward]), nothing).at(5).organisation).toBe(commune.organisation)
  })

  it('have the letterhead of the State by default; a paper keeps the letterhead of its issue date', () => {
    const { letterhead: _, ...earlier } = commune
    expect(AgencySettings.parse(earlier)).toEqual(commune)
    const committee = { ...commune, letterhead: 'party' as const }
    const inForce = agencyInForce(changed([10, commune], [50, committee], [70, committee]), nothing)
    expect([10, 49, 50, 70].map((at) => inForce.at(at).letterhead)).toEqual(['state', 'state', 'party', 'party'])
    expect(changed([10, commune], [50, committee], [70, committee]).record).toHaveLength(2)
  })

  it.each(['UBND', 'VP-UBND', 'STNMT-QLĐĐ', 'BTCD2'])('accept %s as a symbol', (abbreviation) => {
    expect(AgencySettings.safeParse({ ...commune, abbreviation }).success).toBe(true)
  })

  it.each(['', 'ubnd', '-UBND', 'UBND xã', 'U'.repeat(21)])('reject %j as a symbol', (abbreviation) => {
    expect(AgencySettings.safeParse({ ...commune, abbreviation }).success).toBe(false)
  })
})
