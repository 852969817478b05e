import { describe, expect, it } from 'vitest'
import { letterheadKinds, letterheadOf } from './letterheads.ts'
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
    expect(signingLines(signed, letterheadOf('state'))).toEqual(lines)
  })
})

describe('the lines above a signature, on a paper of the Party', () => {
  it.each<[Signing, string[]]>([
    [signing('onBehalf', 'Phó Bí thư', 'Ban Thường vụ'), ['T/M BAN THƯỜNG VỤ', 'PHÓ BÍ THƯ']],
    [signing('inPlace', 'Phó Chánh Văn phòng', 'Chánh Văn phòng'), ['K/T CHÁNH VĂN PHÒNG', 'PHÓ CHÁNH VĂN PHÒNG']],
    [signing('byOrder', 'Chánh Văn phòng', 'TL. Ban Thường vụ'), ['T/L BAN THƯỜNG VỤ', 'CHÁNH VĂN PHÒNG']],
    [signing('onBehalf', 'Bí thư', 't/m Đảng ủy'), ['T/M ĐẢNG ỦY', 'BÍ THƯ']],
    // Chosen before the agency took this letterhead.
    [signing('acting', 'Trưởng ban'), ['Q. TRƯỞNG BAN']],
  ])('%j', (signed, lines) => {
    expect(signingLines(signed, letterheadOf('party'))).toEqual(lines)
  })

  it('exist for the signing forms of each letterhead with an abbreviation; only an unverified letterhead is marked', () => {
    for (const kind of letterheadKinds)
      for (const form of letterheadOf(kind).signingForms)
        expect(letterheadOf(kind).abbreviations[form] === null).toBe(form === 'direct')
    expect(letterheadKinds.map((kind) => letterheadOf(kind).mark)).toEqual(['verified', 'check'])
    expect(letterheadOf()).toBe(letterheadOf('state'))
  })
})

describe('a form of signing', () => {
  it.each(allSigningForms)('%s requires whom it is signed for, or rejects it', (form) => {
    const isFor = signingForms[form].signedFor !== null
    expect(Signing.safeParse(signing(form, 'Phó Chủ tịch', 'Chủ tịch')).success).toBe(isFor)
    expect(Signing.safeParse(signing(form, 'Phó Chủ tịch')).success).toBe(!isFor)
  })

  it('can name a deputy only on behalf of a body and by order', () => {
    const deputy = allSigningForms.filter(
      (form) =>
        Signing.safeParse(signing(form, 'Phó Chủ tịch', signingForms[form].signedFor && 'Ủy ban nhân dân', 'Chủ tịch'))
          .success,
    )
    expect(deputy).toEqual(['onBehalf', 'byOrder'])
  })
})

describe('a line of recipients', () => {
  it('starts with a dash and ends with one semicolon', () => {
    expect(['Sở Tài chính', ' Sở Tài chính; ', 'Sở Tài chính.'].map(recipientLine)).toEqual(
      Array.from({ length: 3 }, () => '- Sở Tài chính;'),
    )
  })
})
