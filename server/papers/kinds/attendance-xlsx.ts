// The attendance as an Excel file: four sheets, each with the name of the session as heading.
import type { SessionState } from '../../../shared/modules/index.ts'
import type { AttendanceSheet } from '../../../shared/projections/attendance.ts'
import type { People } from '../../../shared/wire/engine/socket-events.ts'
import { secrecyMarks } from '../model/letterhead.ts'
import { clock, shortDate } from '../model/times.ts'
import { workbook } from '../model/workbook.ts'
import { attendanceTables } from './attendance-tables.ts'

export async function attendanceXlsx(
  sheet: AttendanceSheet,
  people: People,
  { title, secrecy }: Pick<SessionState['session'], 'title' | 'secrecy'>,
): Promise<Buffer> {
  const moment = (at: number | null) => (at === null ? '…' : `${clock(at)} ngày ${shortDate(at)}`)
  const remark = `Bắt đầu: ${moment(sheet.openedAt)}; kết thúc: ${moment(sheet.closedAt)}`
  return workbook(attendanceTables(sheet, people), title, remark, { mark: secrecyMarks[secrecy] })
}
