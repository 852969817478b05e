// What is near or over in open cases, as an Excel file.
import type { ClockName } from '../../shared/law/legal-clocks.ts'
import type { DeadlineRow } from '../../shared/wire/law.ts'
import { table } from './table.ts'
import { calendarDay, clock, shortDate } from './times.ts'
import { workbook } from './workbook.ts'

/** As letters and workbooks name them; pages have their catalogue. */
const clockTitles: Readonly<Record<ClockName, string>> = {
  citizenAnswer: 'Trả lời công dân về việc tiếp nhận',
  petitionTakenUp: 'Xử lý đơn',
  petitionHandled: 'Giải quyết kiến nghị, phản ánh',
  senderInformed: 'Báo kết quả cho cơ quan chuyển đơn',
  resultPassedOn: 'Báo kết quả cho công dân (đơn đã chuyển)',
  refusalNotice: 'Thông báo từ chối tiếp công dân',
  complaintLimitation: 'Thời hiệu khiếu nại',
  complaintAcceptance: 'Thụ lý khiếu nại',
  complaintResolution: 'Giải quyết khiếu nại lần đầu',
  secondComplaintLodging: 'Nộp khiếu nại lần hai',
  secondComplaintResolution: 'Giải quyết khiếu nại lần hai',
  dialogueNotice: 'Thông báo đối thoại',
  denunciationCheck: 'Xử lý ban đầu tố cáo',
  denunciationTransfer: 'Chuyển tố cáo không thuộc thẩm quyền',
  denunciationAcceptanceNotice: 'Thông báo thụ lý tố cáo',
  denunciationResolution: 'Giải quyết tố cáo',
}

export function deadlinesXlsx(rows: readonly DeadlineRow[], printedAt: number): Promise<Buffer> {
  const sheet = table('Thời hạn', rows, [
    ['STT', 6, (_one, index) => index + 1],
    ['Số thụ lý', 16, ({ number }) => number],
    ['Nội dung', 50, ({ title }) => title],
    ['Đơn vị', 30, ({ unit }) => unit ?? 'Chưa giao'],
    ['Thời hạn', 34, (one) => clockTitles[one.clock]],
    ['Ngày đến hạn', 14, ({ dueOn }) => calendarDay(dueOn)],
    ['Tình trạng', 14, ({ colour }) => (colour === 'red' ? 'Quá hạn' : 'Sắp đến hạn')],
    ['Còn (ngày làm việc)', 12, ({ left }) => left],
    ['Căn cứ', 50, ({ source, isToBeChecked }) => (isToBeChecked ? `${source} (cần đối chiếu)` : source)],
  ])
  return workbook(
    [sheet],
    'THỜI HẠN GIẢI QUYẾT ĐƠN, VỤ VIỆC',
    `Lập lúc ${clock(printedAt)} ngày ${shortDate(printedAt)}`,
  )
}
