import { describe, expect, it } from 'vitest'
import { pdfText, wordText } from '../../../tests/harness/papers.ts'
import { paperDocx } from '../model/docx.ts'
import { paperPdf } from '../model/pdf.ts'
import { agency } from './citizen-papers.fixture.ts'
import { supplementPaper } from './supplement-paper.ts'
import { supplementSource as source } from './supplement-source.fixture.ts'

const oneSpace = (text: string) => text.replaceAll(/\s+/g, ' ')
/** Since then it has another symbol. */
const then = { ...agency, abbreviation: 'TCD' }

describe('a supplement to issued minutes', () => {
  it('has the same text in Word and PDF: its own number, number and day of the minutes, reason, text, who signs', async () => {
    const paper = supplementPaper(source, agency, then)
    const docx = await wordText(await paperDocx(paper))
    for (const text of [await pdfText(await paperPdf(paper)), docx].map(oneSpace)) {
      expect(text).toContain('Số: 08/BB-BTCD')
      expect(text).toContain('Đà Nẵng, ngày 02 tháng 12 năm 2026')
      expect(text).toContain('BIÊN BẢN ĐÍNH CHÍNH')
      expect(text).toContain('Đính chính Biên bản số 07/BB-TCD ngày 24 tháng 11 năm 2026')
      expect(text).toContain('Lý do: Ghi nhầm diện tích.')
      expect(text).toContain('NỘI DUNG ĐÍNH CHÍNH Tại mục II, “100 m²” sửa thành “120 m²”')
      expect(text).toMatch(/KT\. TRƯỞNG BAN PHÓ TRƯỞNG BAN .*Lê Minh Đức/)
    }
  })

  it('is titled as an addition when it is one, and has the mark of its level of secrecy', async () => {
    const addition = {
      ...source,
      secrecy: 'confidential',
      supplement: { ...source.supplement, kind: 'addition' },
    } as const
    const text = oneSpace(await pdfText(await paperPdf(supplementPaper(addition, agency, then))))
    expect(text).toContain('BIÊN BẢN BỔ SUNG Bổ sung Biên bản số 07/BB-TCD')
    expect(text).toMatch(/Số: 08\/BB-BTCD.* MẬT /)
  })

  it('lists its own recipients, or refers to those of the minutes', async () => {
    const textOf = async (recipients: readonly string[] | null) =>
      oneSpace(await pdfText(await paperPdf(supplementPaper({ ...source, recipients }, agency, then))))
    expect(await textOf(null)).toMatch(/Nơi nhận: .*- Như nơi nhận của Biên bản số 07\/BB-TCD; /)
    const named = await textOf(['Ông/bà Ngô Văn Phúc', 'Sở Tài chính.'])
    expect(named).toMatch(/- Ông\/bà Ngô Văn Phúc; .*- Sở Tài chính; .*- Lưu: /)
    expect(named).not.toContain('Như nơi nhận')
  })

  it('is marked as a draft, without number and day, until it is issued', async () => {
    const draft = oneSpace(await pdfText(await paperPdf(supplementPaper({ ...source, issue: null }, agency, then))))
    for (const text of ['DỰ THẢO', 'Số: ……/BB-BTCD', 'Đà Nẵng, ngày …… tháng …… năm ……']) expect(draft).toContain(text)
    expect(oneSpace(await pdfText(await paperPdf(supplementPaper(source, agency, then))))).not.toContain('DỰ THẢO')
  })

  it('ends each sentence with one full stop, however it was typed', () => {
    const typed = { ...source, supplement: { ...source.supplement, reason: 'Ghi nhầm.', text: 'Sửa thành 120 m².' } }
    const told = JSON.stringify(supplementPaper({ ...typed, title: 'Đối thoại.' }, agency, then))
    for (const text of ['“Đối thoại”.', 'Ghi nhầm.', 'Sửa thành 120 m².']) expect(told).toContain(text)
    expect(told).not.toMatch(/[^.]\.\.[^.]|\.”\./)
  })
})
