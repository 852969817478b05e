// A table as an Excel file that is written while its rows are read: what is in memory does not grow with them. For what may be long;
// workbook.ts styles each cell and prints landscape, and holds all of it.
import { Readable } from 'node:stream'
import { writeXlsxStream } from 'hucre/xlsx'
import { printable } from './paper.ts'
import type { Cell } from './table.ts'

export interface StreamedTable {
  readonly name: string
  /** Lines above the titles of the columns. */
  readonly heading: readonly string[]
  readonly columns: readonly { readonly title: string /** In letters. */; readonly width: number }[]
  readonly rows: AsyncIterable<readonly Cell[]>
}

const cell = {
  font: { name: 'Times New Roman', size: 12 },
  alignment: { vertical: 'top', wrapText: true },
  border: { top: { style: 'thin' }, bottom: { style: 'thin' }, left: { style: 'thin' }, right: { style: 'thin' } },
} as const

/** Every text is typed as text, so that Excel never takes one for a formula. */
const printed = (value: Cell) => (typeof value === 'string' ? printable(value) : value)

export function streamedWorkbook({ name, heading, columns, rows }: StreamedTable): Readable {
  async function* lines() {
    for (const line of heading) yield [printed(line)]
    yield columns.map(({ title }) => title)
    yield columns.map((_column, index) => index + 1)
    for await (const row of rows) yield row.map(printed)
  }
  const stream = writeXlsxStream(lines(), {
    name,
    columns: columns.map(({ width }) => ({ width, style: cell })),
    freezePane: { rows: heading.length + 2 },
  })
  return Readable.fromWeb(stream as Parameters<typeof Readable.fromWeb>[0])
}
