import { describe, expect, it } from 'vitest'
import { recipientLine } from './recipients.ts'
import { allSigningForms, Signing, type SigningForm, signingForms, signingLines } from './signing.ts'

const signing = (form: SigningForm, office: string, signedFor: string | null = null, deputyOf: string | null = null) =>
  ({ form, signedFor, deputyOf, office }) satisfies Signing

describe('the lines above a signature', () => {
  // The examples of the decree: TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH, KT. BỘ TRƯỞNG / THỨ TRƯỞNG.
  it.each<[string, Signing, string[]]>([
    ['of the head', signing('direct', 'Giám đốc'), ['GIÁM ĐỐC']],
    ['on behalf of a body', signing('onBehalf', 'Chủ tịch', 'Ủy ban nhân dân'), ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH']],
    [
      'on behalf of a body, by a deputy',
      signing('onBehalf', 'Phó Chủ tịch', 'Ủy ban nhân dân', 'Chủ tịch'),
      ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
    ],
    ['in place of the head', signing('inPlace', 'Thứ trưởng', 'Bộ trưởng'), ['KT. BỘ TRƯỞNG', 'THỨ TRƯỞNG']],
    ['by order', signing('byOrder', 'Chánh Văn phòng', 'Chủ tịch'), ['TL. CHỦ TỊCH', 'CHÁNH VĂN PHÒNG']],
    [
      'by order, by a deputy',
      signing('byOrder', 'Phó Chánh Văn phòng', 'Chủ tịch', 'Chánh Văn phòng'),
      ['TL. CHỦ TỊCH', 'KT. CHÁNH VĂN PHÒNG', 'PHÓ CHÁNH VĂN PHÒNG'],
    ],
    ['of an acting head', signing('acting', 'Chủ tịch'), ['Q. CHỦ TỊCH']],
    [
      'by authorisation',
      signing('byAuthorisation', 'Giám đốc Sở Nội vụ', 'Chủ tịch'),
      ['TUQ. CHỦ TỊCH', 'GIÁM ĐỐC SỞ NỘI VỤ'],
    ],
    [
      'of somebody who typed the abbreviations',
      signing('onBehalf', 'Phó Chủ tịch', 'TM. Ủy ban nhân dân', 'kt. Chủ tịch'),
      ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
    ],
  ])('%s', (_whose, signed, lines) => {
    expect(Signing.parse(signed)).toEqual(signed)
    expect(signingLines(signed)).toEqual(lines)
  })
})

describe('a form of signing', () => {
  it.each(allSigningForms)('%s needs for whom it is signed, or takes nobody', (form) => {
    const isFor = signingForms[form].signedFor !== null
    expect(Signing.safeParse(signing(form, 'Phó Chủ tịch', 'Chủ tịch')).success).toBe(isFor)
    expect(Signing.safeParse(signing(form, 'Phó Chủ tịch')).success).toBe(!isFor)
  })

  it('is signed in by a deputy on behalf of a body and by order alone', () => {
    const deputy = allSigningForms.filter(
      (form) =>
        Signing.safeParse(signing(form, 'Phó Chủ tịch', signingForms[form].signedFor && 'Ủy ban nhân dân', 'Chủ tịch'))
          .success,
    )
    expect(deputy).toEqual(['onBehalf', 'byOrder'])
  })
})

describe('a recipient', () => {
  it('has a dash before it and one semicolon after it', () => {
    expect(['Sở Tài chính', ' Sở Tài chính; ', 'Sở Tài chính.'].map(recipientLine)).toEqual(
      Array.from({ length: 3 }, () => '- Sở Tài chính;'),
    )
  })
})
