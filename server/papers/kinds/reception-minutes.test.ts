import { describe, expect, it } from 'vitest'
import { pdfText, wordText } from '../../../tests/harness/papers.ts'
import { paperDocx } from '../model/docx.ts'
import type { Paper } from '../model/paper.ts'
import { paperPdf } from '../model/pdf.ts'
import { conclusionsPaper } from './conclusions-paper.ts'
import { minutesPaper } from './minutes-paper.ts'
import { receptionDocument as document } from './reception-document.fixture.ts'

const oneSpace = (text: string) => text.replaceAll(/\s+/g, ' ')
const texts = async (paper: Paper) =>
  [await pdfText(await paperPdf(paper)), await wordText(await paperDocx(paper))].map(oneSpace)

describe('the minutes of a reception', () => {
  it('have in both files who was received, what they said, the outcome, what was handed in, and who signs', async () => {
    for (const text of await texts(minutesPaper(document))) {
      expect(text).toContain('BIÊN BẢN Tiếp công dân Ngô Văn Phúc')
      expect(text).toContain('đã kiểm tra căn cước (3 số cuối 234) lúc 08 giờ 10')
      expect(text).toContain('không ký xác nhận. Lý do: Muốn hỏi luật sư')
      expect(text).toContain('Thẩm quyền: không thuộc thẩm quyền của cơ quan; đã hướng dẫn công dân đến Sở Tài chính.')
      expect(text).toContain('(điểm h khoản 1 Điều 4 Nghị định số 154/2026/NĐ-CP). Đã trả lời năm 2025.')
      expect(text).toContain('Thông báo từ chối tiếp ông/bà Ngô Văn Phúc: số 03 năm 2026.')
      expect(text).toContain('Công dân tự ghi âm, ghi hình: không được phép.')
      expect(text).toMatch(/giấy biên nhận số 07 năm 2026: STT .* 1 Đơn khiếu nại 2 bản chính/)
      expect(text).toMatch(/NGƯỜI GHI BIÊN BẢN .*NGƯỜI TIẾP CÔNG DÂN .*CÔNG DÂN/)
    }
  })

  it('have a statement once: in its own part, not again in the course', async () => {
    for (const text of await texts(minutesPaper(document))) expect(text.split('120 m² đất').length).toBe(2)
  })
})

describe('the notice of conclusion of a reception', () => {
  it('states who does what until when, and that the result is sent to the citizen', async () => {
    for (const text of await texts(conclusionsPaper(document))) {
      expect(text).toContain('THÔNG BÁO Kết luận việc tiếp công dân')
      expect(text).toContain('tiếp công dân: ông/bà Ngô Văn Phúc (“Tiếp công dân Ngô Văn Phúc”)')
      expect(text).toMatch(/II\. GIAO THỰC HIỆN .*Đơn vị chủ trì: .*Thời hạn: /)
      expect(text).toContain('thông báo kết quả bằng văn bản đến công dân./.')
      expect(text).toContain('- Ông/bà Ngô Văn Phúc;')
    }
  })
})
