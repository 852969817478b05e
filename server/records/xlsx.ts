// The attendance as an Excel file: four sheets, each headed with the session it is of.
import writeXlsxFile, { type Row } from 'write-excel-file/node'
import type { AttendanceSheet } from '../../shared/projections/attendance.ts'
import type { People } from '../../shared/wire/socket-events.ts'
import { type AttendanceTable, attendanceTables, type Cell } from './attendance-tables.ts'
import { printable } from './paper.ts'
import { clock, shortDate } from './times.ts'

export async function attendanceXlsx(sheet: AttendanceSheet, people: People, title: string): Promise<Buffer> {
  const head = headRows(title, sheet)
  return writeXlsxFile(
    attendanceTables(sheet, people).map((table) => ({
      sheet: table.name,
      data: [...head, titleRow(table), ...table.rows.map(bodyRow)],
      columns: table.columns.map(({ width }) => ({ width })),
      stickyRowsCount: head.length + 1,
      orientation: 'landscape' as const,
    })),
    { fontFamily: 'Times New Roman', fontSize: 12 },
  ).toBuffer()
}

function headRows(title: string, { openedAt, closedAt }: AttendanceSheet): Row[] {
  const moment = (at: number | null) => (at === null ? '…' : `${clock(at)} ngày ${shortDate(at)}`)
  return [
    [{ value: printable(title), type: String, fontWeight: 'bold', fontSize: 14 }],
    [{ value: `Bắt đầu: ${moment(openedAt)}; kết thúc: ${moment(closedAt)}`, type: String }],
    [],
  ]
}

const titleRow = ({ columns }: AttendanceTable): Row =>
  columns.map(({ title }) => ({
    value: title,
    type: String,
    fontWeight: 'bold',
    align: 'center',
    alignVertical: 'center',
    wrap: true,
    backgroundColor: '#e7e6e6',
    borderStyle: 'thin',
  }))

/** Every text is typed as text, so that Excel never takes one for a formula. */
const bodyRow = (cells: readonly Cell[]): Row =>
  cells.map((value) => ({
    ...(value === null || value === '' ? {} : { value, type: typeof value === 'number' ? Number : String }),
    alignVertical: 'top',
    wrap: true,
    borderStyle: 'thin',
  }))
