import { describe, expect, it } from 'vitest'
import { CorrectedPetitioners } from '../../../shared/wire/cases.ts'
import { addedSender, areStill, correctedOf, faultsOf, sendersOf } from './corrected-senders.ts'

const identity = {
  kind: 'citizenCard',
  number: '001099012345',
  issuedOn: '2021-04-01',
  issuedBy: 'Cục Cảnh sát',
} as const
const bay = { name: 'Đỗ Văn Bày', address: null, phone: '+84912345678', email: null, identity }
const shown = { petitioners: [bay, null], representative: null }

describe('who sent a petition, as it is corrected', () => {
  it('stays by its place where nothing was changed, also whoever was erased', () => {
    expect(correctedOf(sendersOf(shown), null)).toEqual({ petitioners: [0, 1], representative: null })
    expect(faultsOf(sendersOf(shown))).toEqual([])
  })

  it('is an entry of its own where it was changed; where and when an unchanged paper was issued comes along', () => {
    const [first, erased] = sendersOf(shown)
    if (!first || !erased) throw new Error('nobody')
    const { petitioners } = correctedOf([{ ...first, name: 'Đỗ Văn Bảy' }, erased], null)
    expect(CorrectedPetitioners.shape.petitioners.parse(petitioners)).toEqual([{ ...bay, name: 'Đỗ Văn Bảy' }, 1])
    const other = correctedOf([{ ...first, paperNumber: '001099012346' }], null).petitioners[0]
    expect(other).toMatchObject({ identity: { number: '001099012346', issuedOn: null } })
  })

  it('has the representative at their place as it is then; one alone is represented by nobody', () => {
    const senders = [
      ...sendersOf({ petitioners: [bay, bay], representative: 0 }),
      { ...addedSender('new'), name: 'Lan' },
    ]
    expect(correctedOf(senders.slice(1), 'new').representative).toBe(1)
    expect(correctedOf(senders.slice(0, 1), '0').representative).toBeNull()
  })

  it('begun earlier, is not gone on with when somebody was corrected or erased since', () => {
    const begun = [...sendersOf(shown), addedSender('new')]
    expect(areStill(begun, shown)).toBe(true)
    expect(areStill(begun, { ...shown, petitioners: [{ ...bay, phone: null }, null] })).toBe(false)
    expect(areStill(begun, { ...shown, petitioners: [null, null] })).toBe(false)
  })

  it('says what is wrong where it is, of what was changed alone', () => {
    const [first] = sendersOf(shown)
    if (!first) throw new Error('nobody')
    const faults = faultsOf([first, { ...addedSender('new'), phone: '12', paperNumber: '1' }])
    expect(faults.map(({ field }) => field)).toEqual(['senders.1.name', 'senders.1.phone', 'senders.1.paperNumber'])
  })
})
