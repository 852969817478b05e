import { describe, expect, it } from 'vitest'
import { draftOf, shownLines, signatoryOf } from './signatory-draft.ts'

const deputy = {
  name: 'Trần Văn Nam',
  signing: { form: 'onBehalf', signedFor: 'Ủy ban nhân dân', deputyOf: 'Chủ tịch', office: 'Phó Chủ tịch' },
} as const

describe('a signatory as it is typed', () => {
  it('begins with who signed last, and is that one again when nothing is changed', () => {
    expect(signatoryOf(draftOf(deputy))).toEqual(deputy)
  })

  it('is nobody while an office or the name is missing', () => {
    expect(signatoryOf(draftOf(null))).toBeNull()
    for (const field of ['signedFor', 'deputyOf', 'office', 'name'] as const)
      expect(signatoryOf({ ...draftOf(deputy), [field]: ' ' }), field).toBeNull()
  })

  it('keeps what was typed for one form while another is chosen, and sends what that one needs', () => {
    const direct = { ...draftOf(deputy), form: 'direct' } as const
    expect(signatoryOf(direct)?.signing).toEqual({
      form: 'direct',
      signedFor: null,
      deputyOf: null,
      office: 'Phó Chủ tịch',
    })
    expect(signatoryOf({ ...direct, form: 'onBehalf' })).toEqual(deputy)
  })

  it('is shown as it will be printed, with dots for what is missing', () => {
    expect(shownLines(draftOf(deputy), 'state')).toEqual(['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'])
    expect(shownLines({ ...draftOf(null), form: 'byOrder' }, 'state')).toEqual(['TL. ……', '……'])
    expect(shownLines({ ...draftOf(null), form: 'byOrder' }, 'party')).toEqual(['T/L ……', '……'])
  })
})
