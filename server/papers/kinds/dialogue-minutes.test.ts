import { describe, expect, it } from 'vitest'
import { pdfText, wordText } from '../../../tests/harness/papers.ts'
import { paperDocx } from '../model/docx.ts'
import { paperPdf } from '../model/pdf.ts'
import { minutesOnScreen } from './minutes-on-screen.ts'
import { minutesPaper } from './minutes-paper.ts'
import { dialogue, dialogueDocument as document } from './reception-document.fixture.ts'

const oneSpace = (text: string) => text.replaceAll(/\s+/g, ' ')

describe('the minutes of a dialogue', () => {
  it('have in Word and PDF who was present or absent and why, what was said and agreed, and six signature blocks', async () => {
    const paper = minutesPaper(document)
    const docx = await wordText(await paperDocx(paper))
    for (const text of [await pdfText(await paperPdf(paper)), docx].map(oneSpace)) {
      expect(text).toContain('BIÊN BẢN Đối thoại với ông Phúc')
      expect(text).toContain(
        'Ông/bà Ngô Văn Phúc; số căn cước/định danh cá nhân: 048058001234, ngày cấp 04/05/2021, nơi cấp Cục Cảnh sát QLHC; có mặt.',
      )
      expect(text).toContain('Ông/bà Trần Văn Nam, Chủ tịch UBND xã; vắng mặt, có lý do: Đi công tác.')
      expect(text).toContain('Ông/bà Lê Thị Hoa; vắng mặt, không có lý do.')
      expect(text).toContain('Kết quả xác minh: Quyết định số 12 ghi 100 m². Bản đồ ghi 120 m².')
      expect(text).toContain('Về nội dung “Diện tích”: Người khiếu nại đề nghị đo lại.')
      expect(text).toMatch(/đã thống nhất: Đo lại trước .* khác nhau: Đơn giá bồi thường\. 3\. Ý kiến khác: Không có\./)
      expect(text).toContain('đã được đọc lại cho những người có mặt nghe vào hồi 11 giờ 20')
      expect(text).toContain('Ông/bà Ngô Văn Phúc không ký biên bản. Lý do: Không đồng ý mục III.')
      expect(text).toContain('lập thành 04 bản')
      expect(text).toContain('Buổi đối thoại kết thúc vào 11 giờ 30')
      expect(text).toMatch(/NGƯỜI KHIẾU NẠI .*NGƯỜI BỊ KHIẾU NẠI/)
      expect(text).toMatch(/NGƯỜI CÓ QUYỀN, NGHĨA VỤ LIÊN QUAN .*ĐẠI DIỆN CƠ QUAN, TỔ CHỨC LIÊN QUAN/)
      expect(text).toMatch(/NGƯỜI GHI BIÊN BẢN .*NGƯỜI CHỦ TRÌ/)
    }
  })

  it('have a text to sign that changes with each word of the parties', () => {
    const { sha256 } = minutesOnScreen(document)
    expect(minutesOnScreen({ ...document, dialogue: { ...dialogue, agreed: 'Không có.' } }).sha256).not.toBe(sha256)
  })
})
