import { describe, expect, it } from 'vitest'
import { pdfText, wordText } from '../../tests/harness/papers.ts'
import { agency } from './citizen-papers.fixture.ts'
import { paperDocx } from './docx.ts'
import { paperPdf } from './pdf.ts'
import { type SupplementSource, supplementPaper } from './supplement-paper.ts'

const source: SupplementSource = {
  supplement: {
    supplementId: '019b0000-0000-7000-8000-000000000001',
    kind: 'correction',
    text: 'Tại mục II, “100 m²” sửa thành “120 m²”',
    reason: 'Ghi nhầm diện tích',
    signatoryId: 'head',
    signing: { form: 'inPlace', signedFor: 'Trưởng ban', deputyOf: null, office: 'Phó Trưởng ban' },
    number: 8,
    year: 2026,
    at: Date.UTC(2026, 11, 2, 3),
    by: { kind: 'account', accountId: 'clerk' },
  } as SupplementSource['supplement'],
  minutes: { number: 7, at: Date.UTC(2026, 10, 24, 2) },
  title: 'Đối thoại về phương án bồi thường',
  secrecy: 'open',
  signatory: {
    name: 'Lê Minh Đức',
    signing: { form: 'inPlace', signedFor: 'Trưởng ban', deputyOf: null, office: 'Phó Trưởng ban' },
  },
}
const oneSpace = (text: string) => text.replaceAll(/\s+/g, ' ')
/** Since then it has another symbol. */
const then = { ...agency, abbreviation: 'TCD' }

describe('a supplement to issued minutes', () => {
  it('reads the same as Word and as PDF: its own number, number and day of the minutes, why, what, who signs', async () => {
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

  it('says of an addition that it is one, and bears the mark of its level of secrecy', async () => {
    const addition = {
      ...source,
      secrecy: 'confidential',
      supplement: { ...source.supplement, kind: 'addition' },
    } as const
    const text = oneSpace(await pdfText(await paperPdf(supplementPaper(addition, agency, then))))
    expect(text).toContain('BIÊN BẢN BỔ SUNG Bổ sung Biên bản số 07/BB-TCD')
    expect(text).toMatch(/Số: 08\/BB-BTCD.* MẬT /)
  })
})
