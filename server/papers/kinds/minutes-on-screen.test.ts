import { describe, expect, it } from 'vitest'
import { minutesDocument } from './minutes-document.fixture.ts'
import { minutesOnScreen } from './minutes-on-screen.ts'
import { minutesBody } from './minutes-paper.ts'

const [opening, ...others] = minutesDocument.sections
if (!opening) throw new Error('the fixture has no section')

describe('the minutes on the screen of the secretary', () => {
  it('have the words of the paper, with the source of each line', () => {
    const { sections } = minutesOnScreen(minutesDocument)
    expect(sections.map(({ heading, reporter }) => [heading, reporter])).toEqual([
      ['Mở đầu', null],
      ['Nội dung 1: Báo cáo tình hình thiệt hại', 'Ông/bà Hoàng Quốc Dũng, Giám đốc Sở Nông nghiệp và Môi trường'],
      ['Nội dung 2: Thảo luận, kết luận', null],
      ['Kết thúc cuộc họp', null],
    ])
    expect(sections[0]?.lines[2]).toEqual({
      source: { from: 'journal', seq: expect.any(Number), index: 0 },
      at: minutesDocument.startedAt,
      moment: 'Đúng 08 giờ 00, ',
      clause: 'Chủ tọa tuyên bố khai mạc cuộc họp.',
      amendment: null,
    })
  })

  it('show a reworded line with its original words and its amendment', () => {
    const lines = opening.lines.map((line) => ({ ...line, amendment: { text: 'Có mặt.' } }))
    const amended = { ...minutesDocument, sections: [{ ...opening, lines }, ...others] }
    const [first, ...rest] = minutesOnScreen(minutesDocument).sections
    const reworded = first?.lines.map((line) => ({ ...line, amendment: { text: 'Có mặt.' } }))
    expect(minutesOnScreen(amended).sections).toEqual([{ ...first, lines: reworded }, ...rest])
  })
})

it('the heading of minutes lists earlier chairs with the time until which they chaired', () => {
  const { chair, startedAt } = minutesDocument
  if (!chair || startedAt === null) throw new Error('the fixture has no chair, or did not begin')
  const formerChairs = [{ who: { ...chair, name: 'Lê Văn Tám', title: 'Chánh Văn phòng' }, until: startedAt }]
  const body = JSON.stringify(minutesBody({ ...minutesDocument, formerChairs }))
  expect(body).toContain('. Trước đó: ông/bà Lê Văn Tám, Chánh Văn phòng (đến 08 giờ 00).')
  expect(JSON.stringify(minutesBody(minutesDocument))).not.toContain('Trước đó')
})

describe('the digest of the text', () => {
  const digest = (changes: Partial<typeof minutesDocument> = {}) =>
    minutesOnScreen({ ...minutesDocument, ...changes }).sha256

  it('stays the same for the same words when the journal grows', () => {
    expect(digest()).toMatch(/^[0-9a-f]{64}$/)
    expect(digest({ journal: { commits: 99, headHash: 'a'.repeat(64) } })).toBe(digest())
  })

  it('changes with a word, with a line left out, and with a name', () => {
    const hidden = { ...opening, lines: opening.lines.map((line) => ({ ...line, amendment: { text: null } })) }
    const digests = [
      digest(),
      digest({ decisions: [] }),
      digest({ sections: [hidden, ...others] }),
      digest({ secretary: null }),
    ]
    expect(new Set(digests).size).toBe(digests.length)
  })
})
