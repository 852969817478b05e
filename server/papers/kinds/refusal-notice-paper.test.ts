import { describe, expect, it } from 'vitest'
import { pdfText, wordText } from '../../../tests/harness/papers.ts'
import { paperDocx } from '../model/docx.ts'
import { paperPdf } from '../model/pdf.ts'
import { agency, refusalNoticeSource as source } from './citizen-papers.fixture.ts'
import { refusalNoticePaper } from './refusal-notice-paper.ts'

const oneSpace = (text: string) => text.replaceAll(/\s+/g, ' ')

describe('a notice of refusal', () => {
  it('has the same text in Word and PDF: to whom, about what, on which ground and why, who signs', async () => {
    const paper = refusalNoticePaper(source, agency)
    const docx = await wordText(await paperDocx(paper))
    for (const text of [await pdfText(await paperPdf(paper)), docx].map(oneSpace)) {
      expect(text).toContain('Số: 03/TB-BTCD')
      expect(text).toContain('Đà Nẵng, ngày 26 tháng 11 năm 2026')
      expect(text).toContain('Kính gửi: Ông/bà Ngô Văn Phúc')
      expect(text).toContain('Vào hồi 09 giờ 05, ngày 24 tháng 11 năm 2026, tại Trụ sở tiếp công dân thành phố, ông/bà')
      expect(text).toContain('048058001234, ngày cấp 04/05/2021, nơi cấp Cục Cảnh sát QLHC.')
      expect(text).toContain('Căn cứ: điểm h khoản 1 Điều 4 Nghị định số 154/2026/NĐ-CP.')
      expect(text).toContain('Lý do: Vụ việc đã được trả lời ngày 05/3/2025, không có tình tiết mới.')
      expect(text).toMatch(/TRƯỞNG BAN .* Lê Minh Đức/)
    }
  })

  it('leaves blanks to be filled in by hand when the papers of the citizen were not checked', () => {
    const texts = refusalNoticePaper({ ...source, citizen: null }, agency).blocks.flatMap((block) =>
      block.kind === 'line' ? `${block.lead}${block.text}` : [],
    )
    expect(texts).toContain('Kính gửi: Ông/bà Ngô Văn Phúc')
    expect(texts).toContain('Số căn cước/định danh cá nhân: ……, ngày cấp ……, nơi cấp …….')
  })
})
