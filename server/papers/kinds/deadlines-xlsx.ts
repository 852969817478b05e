// Deadlines of open cases that are near or over, as an Excel file.

import { highestOf } from '../../../shared/secrecy/levels.ts'
import type { DeadlineRow } from '../../../shared/wire/casework/law.ts'
import { secrecyMarks, withheld } from '../model/letterhead.ts'
import { table } from '../model/table.ts'
import { calendarDay, clock, shortDate } from '../model/times.ts'
import { workbook } from '../model/workbook.ts'
import { clockTitles } from './clock-titles.ts'

export function deadlinesXlsx(rows: readonly DeadlineRow[], printedAt: number): Promise<Buffer> {
  const sheet = table('Thời hạn', rows, [
    ['STT', 6, (_one, index) => index + 1],
    ['Số thụ lý', 16, ({ number }) => number ?? ''],
    ['Nội dung', 50, ({ title, secrecy }) => title || withheld(secrecy)],
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
    { mark: secrecyMarks[highestOf(rows.map(({ secrecy }) => secrecy))] },
  )
}
