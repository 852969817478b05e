// The attendance as CSV for other programs: a row per time in the room. A Vietnamese Excel opens it without an import.
import { stringify } from 'csv-stringify/sync'
import type { AttendanceSheet } from '../../../shared/projections/attendance.ts'
import type { People } from '../../../shared/wire/engine/socket-events.ts'
import { intervalTable } from './attendance-tables.ts'

export function attendanceCsv(sheet: AttendanceSheet, people: People): string {
  const { columns, rows } = intervalTable(sheet, people)
  return stringify([columns.map(({ title }) => title), ...rows], {
    bom: true,
    record_delimiter: 'windows',
    // A name such as =HYPERLINK(…) gets an apostrophe in front: Excel would run it.
    escape_formulas: true,
  })
}
