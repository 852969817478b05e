import { describe, expect, it } from 'vitest'
import { letterhead } from './letterhead.ts'

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
    ['Ban Quản lý các khu công nghiệp tỉnh Bình Dương', ['BAN QUẢN LÝ CÁC', 'KHU CÔNG NGHIỆP', 'TỈNH BÌNH DƯƠNG']],
  ])('%s is broken where offices break it, else into even lines', (organisation, lines) => {
    expect(linesOf(organisation)).toEqual(lines)
  })
})
