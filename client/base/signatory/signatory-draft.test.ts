import { describe, expect, it } from 'vitest'
import { draftOf, shownLines, signatoryOf } from './signatory-draft.ts'

const deputy = {
  name: 'Trần Văn Nam',
  signing: { form: 'onBehalf', signedFor: 'Ủy ban nhân dân', deputyOf: 'Chủ tịch', office: 'Phó Chủ tịch' },
} as const

describe('the draft of a signatory', () => {
  it('starts with the last signatory, and equals it when unchanged', () => {
    expect(signatoryOf(draftOf(deputy))).toEqual(deputy)
  })

  it('is incomplete without office or name', () => {
    expect(signatoryOf(draftOf(null))).toBeNull()
    for (const field of ['signedFor', 'deputyOf', 'office', 'name'] as const)
      expect(signatoryOf({ ...draftOf(deputy), [field]: ' ' }), field).toBeNull()
  })

  it('keeps the input for another form of signing, but sends only what the chosen form needs', () => {
    const direct = { ...draftOf(deputy), form: 'direct' } as const
    expect(signatoryOf(direct)?.signing).toEqual({
      form: 'direct',
      signedFor: null,
      deputyOf: null,
      office: 'Phó Chủ tịch',
    })
    expect(signatoryOf({ ...direct, form: 'onBehalf' })).toEqual(deputy)
  })

  it('is shown as printed, with dots for missing parts', () => {
    expect(shownLines(draftOf(deputy), 'state')).toEqual(['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'])
    expect(shownLines({ ...draftOf(null), form: 'byOrder' }, 'state')).toEqual(['TL. ……', '……'])
    expect(shownLines({ ...draftOf(null), form: 'byOrder' }, 'party')).toEqual(['T/L ……', '……'])
  })
})
