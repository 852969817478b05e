// Tables as an Excel file: a sheet each, headed with what they are of.
import writeXlsxFile, { type Row } from 'write-excel-file/node'
import { printable } from './paper.ts'
import type { Cell, Table } from './table.ts'

export async function workbook(tables: readonly Table[], title: string, remark: string): Promise<Buffer> {
  const head = headRows(title, remark)
  return writeXlsxFile(
    tables.map((table) => ({
      sheet: table.name,
      data: [...head, titleRow(table), ...table.rows.map(bodyRow)],
      columns: table.columns.map(({ width }) => ({ width })),
      stickyRowsCount: head.length + 1,
      orientation: 'landscape' as const,
    })),
    { fontFamily: 'Times New Roman', fontSize: 12 },
  ).toBuffer()
}

const headRows = (title: string, remark: string): Row[] => [
  [{ value: printable(title), type: String, fontWeight: 'bold', fontSize: 14 }],
  [{ value: remark, type: String }],
  [],
]

const titleRow = ({ columns }: Table): Row =>
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
