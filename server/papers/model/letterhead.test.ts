import { describe, expect, it } from 'vitest'
import { letterhead } from './letterhead.ts'
import { paperNumber } from './paper-number.ts'

const linesOf = (organisation: string) => {
  const agency = { organisation, parentOrganisation: null, abbreviation: 'UBND', placeName: 'Tân Lập' }
  const left = letterhead(agency, 'Số: 01/BB-UBND').rows[0]?.[0] ?? []
  return left.flatMap((block) => (block.kind === 'line' && block.style === 'organisation' ? [block.text] : []))
}

describe('the name of the agency over a paper', () => {
  it.each([
    ['Ủy ban nhân dân thành phố Tân Lập', ['ỦY BAN NHÂN DÂN', 'THÀNH PHỐ TÂN LẬP']],
    ['Ủy ban nhân dân xã Tân Lập', ['ỦY BAN NHÂN DÂN', 'XÃ TÂN LẬP']],
    ['Hội đồng nhân dân thành phố Hồ Chí Minh', ['HỘI ĐỒNG NHÂN DÂN', 'THÀNH PHỐ HỒ CHÍ MINH']],
    ['Sở Xây dựng', ['SỞ XÂY DỰNG']],
    ['Đảng ủy phường Hải Châu', ['ĐẢNG ỦY', 'PHƯỜNG HẢI CHÂU']],
    ['Ban Quản lý các khu công nghiệp tỉnh Bình Dương', ['BAN QUẢN LÝ CÁC', 'KHU CÔNG NGHIỆP', 'TỈNH BÌNH DƯƠNG']],
  ])('%s is broken as offices usually break it, otherwise into lines of even length', (organisation, lines) => {
    expect(linesOf(organisation)).toEqual(lines)
  })
})

describe('the letterhead', () => {
  const agency = { organisation: 'Thành ủy Đà Nẵng', parentOrganisation: null, placeName: 'Đà Nẵng' } as const
  const textsOf = (abbreviation: string, kind?: 'state' | 'party') => {
    const issuer = { ...agency, abbreviation, ...(kind && { letterhead: kind }) }
    const cells = letterhead(issuer, paperNumber(5, 'BB', issuer)).rows[0] ?? []
    return cells.map((blocks) => blocks.map((block) => (block.kind === 'line' ? block.text : block.kind)))
  }

  it('of the State has the name of the nation with its motto and the number 05/BB-UBND; it is the default', () => {
    const ofTheState = [
      ['THÀNH ỦY ĐÀ NẴNG', 'rule', 'Số: 05/BB-UBND'],
      ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', 'rule'],
    ]
    expect(textsOf('UBND', 'state')).toEqual(ofTheState)
    expect(textsOf('UBND')).toEqual(ofTheState)
  })

  it('of the Party has its heading with a rule, a star below the issuer, and the number 05-BB/TU', () => {
    expect(textsOf('TU', 'party')).toEqual([
      ['THÀNH ỦY ĐÀ NẴNG', '*', 'Số 05-BB/TU'],
      ['ĐẢNG CỘNG SẢN VIỆT NAM', 'rule'],
    ])
  })
})
