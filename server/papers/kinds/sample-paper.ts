// A sample of a paper of the agency before any is issued: its letterhead and its end around a text that nobody mistakes
// for a real paper.
import { letterheadOf } from '../../../shared/papers/letterheads.ts'
import type { Signatory } from '../../../shared/projections/issued-paper.ts'
import type { Agency } from '../../../shared/projections/minutes-document.ts'
import { letterhead, shareOf } from '../model/letterhead.ts'
import { gap, line, type Paper, printable, rule } from '../model/paper.ts'
import { paperNumber } from '../model/paper-number.ts'
import { recipientLines } from '../model/recipient-lines.ts'
import { signatureBlock, signedBy } from '../model/signature-block.ts'
import { longDate } from '../model/times.ts'

const subject = 'Mẫu để xem trước thể thức văn bản'

/** A deputy: letterheads differ in how that is written. */
const signatory = (agency: Agency): Signatory => ({
  name: 'Nguyễn Văn Mẫu',
  signing: {
    deputyOf: null,
    ...(letterheadOf(agency.letterhead).heading === 'party'
      ? { form: 'onBehalf', signedFor: 'Ban Thường vụ', office: 'Phó Bí thư' }
      : { form: 'inPlace', signedFor: 'Thủ trưởng', office: 'Phó Thủ trưởng' }),
  },
})

export function samplePaper(agency: Agency, printedAt: number): Paper {
  return {
    title: subject,
    author: printable(agency.organisation),
    date: printedAt,
    blocks: [
      line('draft', 'MẪU'),
      letterhead(agency, paperNumber(1, 'TB', agency), {
        right: [line('placeAndDate', `${agency.placeName ?? '……'}, ${longDate(printedAt)}`)],
      }),
      line('kind', 'THÔNG BÁO'),
      line('subject', subject),
      rule(shareOf(subject)),
      gap(2),
      line(
        'text',
        `Đây là mẫu để kiểm tra tiêu đề, tên cơ quan, cơ quan chủ quản, ký hiệu và địa danh trước khi ban hành văn bản đầu tiên. ` +
          'Mẫu này không có giá trị và không được lưu. Người ký và nơi nhận dưới đây chỉ là ví dụ.',
      ),
      gap(4),
      {
        kind: 'columns',
        widthsMm: [75, 90],
        rows: [
          [
            recipientLines(['Như trên'], agency),
            signatureBlock({ ...signedBy(signatory(agency), agency), roomMm: 12 }),
          ],
        ],
      },
    ],
  }
}
