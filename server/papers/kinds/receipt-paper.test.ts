import mammoth from 'mammoth'
import { describe, expect, it } from 'vitest'
import { pdfText, wordText } from '../../../tests/harness/papers.ts'
import { paperDocx } from '../model/docx.ts'
import { paperPdf } from '../model/pdf.ts'
import { withVerification } from '../model/verification.ts'
import { agency, receiptSource as source, where } from './citizen-papers.fixture.ts'
import { receiptPaper } from './receipt-paper.ts'

const oneSpace = (text: string) => text.replaceAll(/\s+/g, ' ')

describe('a receipt', () => {
  it('has the same text in Word and PDF: from whom, by whom, where, and each paper', async () => {
    const paper = receiptPaper(source, agency)
    const texts = [await pdfText(await paperPdf(paper)), await wordText(await paperDocx(paper))].map(oneSpace)
    for (const text of texts) {
      expect(text).toContain('Số: 07/BN-BTCD')
      expect(text).toContain('Vào hồi 09 giờ 05, ngày 24 tháng 11 năm 2026, tại Trụ sở tiếp công dân thành phố.')
      expect(text).toContain('Đã nhận của: ông/bà Ngô Văn Phúc.')
      expect(text).toContain('048058001234, ngày cấp 04/05/2021, nơi cấp Cục Cảnh sát QLHC.')
      expect(text).toMatch(/2 Sổ đỏ SHA-256: (ab){16} (ab){16} 4 bản sao công chứng/)
      expect(text).toContain('lập thành 02 bản, giao cho người nộp 01 bản')
    }
  })

  it('leaves blanks to be filled in by hand for data that are unknown or erased', () => {
    const texts = receiptPaper({ ...source, citizen: null }, { ...agency, abbreviation: null }).blocks.flatMap(
      (block) => (block.kind === 'line' ? `${block.lead}${block.text}` : []),
    )
    expect(texts).toContain('Đã nhận của: ông/bà …….')
    expect(texts).toContain('Địa chỉ: …….')
  })
})

describe('an issued receipt', () => {
  it('has the address where it can be checked, as text and as QR code, in both files', async () => {
    const paper = await withVerification(receiptPaper(source, agency), where)
    const docx = await paperDocx(paper)
    const texts = [await pdfText(await paperPdf(paper)), await wordText(docx)].map(oneSpace)
    for (const text of texts) {
      expect(text).toContain(`mở ${where.page} và nhập mã:`)
      expect(text).toContain(where.code)
    }
    expect((await mammoth.convertToHtml({ buffer: docx })).value).toContain('data:image/png;base64,')
  })
})
