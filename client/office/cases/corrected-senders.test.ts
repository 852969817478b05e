import { describe, expect, it } from 'vitest'
import { CorrectedPetitioners } from '../../../shared/wire/casework/cases.ts'
import { addedSender, areStill, correctedOf, faultsOf, sendersOf } from './corrected-senders.ts'

const identity = {
  kind: 'citizenCard',
  number: '001099012345',
  issuedOn: '2021-04-01',
  issuedBy: 'Cục Cảnh sát',
} as const
const bay = { name: 'Đỗ Văn Bày', address: null, phone: '+84912345678', email: null, identity }
const shown = { petitioners: [bay, null], representative: null }

describe('the draft of corrected petitioners', () => {
  it('sends the index for an unchanged entry, also for an erased one', () => {
    expect(correctedOf(sendersOf(shown), null)).toEqual({ petitioners: [0, 1], representative: null })
    expect(faultsOf(sendersOf(shown))).toEqual([])
  })

  it('sends a changed entry completely; the issue data of an unchanged paper is kept', () => {
    const [first, erased] = sendersOf(shown)
    if (!first || !erased) throw new Error('nobody')
    const { petitioners } = correctedOf([{ ...first, name: 'Đỗ Văn Bảy' }, erased], null)
    expect(CorrectedPetitioners.shape.petitioners.parse(petitioners)).toEqual([{ ...bay, name: 'Đỗ Văn Bảy' }, 1])
    const other = correctedOf([{ ...first, paperNumber: '001099012346' }], null).petitioners[0]
    expect(other).toMatchObject({ identity: { number: '001099012346', issuedOn: null } })
  })

  it('sends the index of the representative, and none for a single petitioner', () => {
    const senders = [
      ...sendersOf({ petitioners: [bay, bay], representative: 0 }),
      { ...addedSender('new'), name: 'Lan' },
    ]
    expect(correctedOf(senders.slice(1), 'new').representative).toBe(1)
    expect(correctedOf(senders.slice(0, 1), '0').representative).toBeNull()
  })

  it('is discarded if somebody was corrected or erased meanwhile', () => {
    const begun = [...sendersOf(shown), addedSender('new')]
    expect(areStill(begun, shown)).toBe(true)
    expect(areStill(begun, { ...shown, petitioners: [{ ...bay, phone: null }, null] })).toBe(false)
    expect(areStill(begun, { ...shown, petitioners: [null, null] })).toBe(false)
  })

  it('reports faults at their field, only for changed entries', () => {
    const [first] = sendersOf(shown)
    if (!first) throw new Error('nobody')
    const faults = faultsOf([first, { ...addedSender('new'), phone: '12', paperNumber: '1' }])
    expect(faults.map(({ field }) => field)).toEqual(['senders.1.name', 'senders.1.phone', 'senders.1.paperNumber'])
  })
})
