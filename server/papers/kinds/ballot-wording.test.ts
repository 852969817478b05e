import { describe, expect, it } from 'vitest'
import type { BallotReport } from '../../../shared/projections/ballots.ts'
import { ballotClosed, ballotHeading, ballotOpened, ballotSentences } from './ballot-wording.ts'
import { openBallot } from './minutes-document.fixture.ts'

const result = { entitled: 9, present: 8, cast: 7, piles: [6, 1, 0], base: 9, needed: 6, carried: 0, isTied: false }
const secretBallot: BallotReport = {
  ...openBallot,
  item: null,
  isSecret: true,
  majority: { of: 'entitled', bound: 'atLeast', numerator: 2, denominator: 3 },
  entitled: 9,
  presentAtOpening: 7,
  result,
  votes: null,
}
const choice: BallotReport = {
  ...secretBallot,
  options: ['Phương án 1', 'Phương án 2'],
  result: { ...result, piles: [3, 4, 0], needed: 4, carried: 1 },
}

describe('a ballot in the course of the minutes', () => {
  it('begins with the number of those entitled to vote', () => {
    expect(ballotOpened(openBallot)).toBe(
      'bắt đầu biểu quyết công khai nội dung “Thông qua mức hỗ trợ khẩn cấp”; 04/05 người có quyền biểu quyết có mặt',
    )
  })

  it('ends with the counts and the outcome', () => {
    expect(ballotClosed(openBallot)).toBe(
      'kết thúc biểu quyết nội dung “Thông qua mức hỗ trợ khẩn cấp”: tán thành 02 phiếu (50%); không tán thành 01 phiếu (25%); không có ý kiến 01 phiếu (25%). Không được thông qua',
    )
    expect(ballotClosed(choice)).toContain(
      '“Phương án 2” 04 phiếu (57,1%); không có ý kiến 00 phiếu (0%). Phương án được chọn: “Phương án 2”',
    )
  })
})

describe('the report of a ballot', () => {
  it('has the rule set by the session and, for an open ballot, the names', () => {
    expect(ballotHeading(openBallot)).toBe(
      '“Thông qua mức hỗ trợ khẩn cấp” (biểu quyết công khai, thuộc nội dung “Hỗ trợ khẩn cấp”)',
    )
    expect(ballotSentences(openBallot)).toEqual([
      'Có quyền biểu quyết: 05; có mặt: 04; đã biểu quyết: 04.',
      'Kết quả: tán thành 02 phiếu (50%); không tán thành 01 phiếu (25%); không có ý kiến 01 phiếu (25%).',
      'Quy tắc của phiên: quá 1/2 số người đã biểu quyết, tức ít nhất 03 phiếu. Không được thông qua.',
      'Tán thành: Hoàng Quốc Dũng, Mai Lan Anh.',
      'Không tán thành: Vũ Thị Thủy.',
      'Không có ý kiến: *Lò* Văn Páo.',
    ])
  })

  it('lists names in Vietnamese alphabetical order: letters first, then tones', () => {
    const names = ['Đào Văn An', 'Tạ An', 'Dương An', 'Tả An', 'Tà An', 'Ta An', 'Ân Văn An', 'An Văn An', 'Ăng Văn An']
    const votes = names.map((name) => ({ person: { name, title: null }, choice: 0 }))
    expect(ballotSentences({ ...openBallot, votes }).at(-1)).toBe(
      'Tán thành: An Văn An, Ăng Văn An, Ân Văn An, Dương An, Đào Văn An, Ta An, Tà An, Tả An, Tạ An.',
    )
  })

  it('has no names for a secret ballot', () => {
    expect(ballotSentences(secretBallot)).toHaveLength(3)
    expect(ballotSentences(secretBallot).at(-1)).toBe(
      'Quy tắc của phiên: từ 2/3 tổng số người có quyền biểu quyết trở lên, tức ít nhất 06 phiếu. Được thông qua.',
    )
  })

  it.each([
    [
      { ...result, piles: [3, 3, 1], carried: null, isTied: true },
      'Không phương án nào được chọn, do số phiếu cao nhất bằng nhau.',
    ],
    [{ ...result, piles: [2, 3, 2], carried: null }, 'Không phương án nào được chọn.'],
  ])('states that no option is chosen', (counted, words) => {
    expect(ballotSentences({ ...choice, result: counted }).at(-1)).toMatch(words)
  })

  it('states why a ballot has no result', () => {
    const withdrawn = { ...secretBallot, result: null, withdrawnReason: 'thiếu tài liệu' }
    expect(ballotSentences(withdrawn)).toEqual(['Đã hủy. Lý do: thiếu tài liệu'])
    expect(ballotSentences({ ...withdrawn, withdrawnReason: null })).toEqual(['Chưa kiểm phiếu khi phiên kết thúc.'])
  })
})
