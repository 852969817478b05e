// What a paper of the agency looks like, before any is issued: its letterhead over words that nobody takes for a real paper.
import type { Agency } from '../../shared/projections/minutes-document.ts'
import { letterhead, shareOf } from './letterhead.ts'
import { gap, line, type Paper, printable, rule } from './paper.ts'
import { longDate } from './times.ts'

const subject = 'Mẫu để xem trước tiêu đề văn bản'

export function samplePaper(agency: Agency, printedAt: number): Paper {
  return {
    title: subject,
    author: printable(agency.organisation),
    date: printedAt,
    blocks: [
      line('draft', 'MẪU'),
      letterhead(agency, `Số: 01/TB-${agency.abbreviation ?? '……'}`, {
        right: [line('placeAndDate', `${agency.placeName ?? '……'}, ${longDate(printedAt)}`)],
      }),
      line('kind', 'THÔNG BÁO'),
      line('subject', subject),
      rule(shareOf(subject)),
      gap(2),
      line(
        'text',
        `Đây là mẫu để kiểm tra tên cơ quan, cơ quan chủ quản, ký hiệu và địa danh trước khi ban hành văn bản đầu tiên. ` +
          'Mẫu này không có giá trị và không được lưu.',
      ),
    ],
  }
}
