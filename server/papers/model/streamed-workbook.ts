// A table as an Excel file that is written while its rows are read, so that memory does not grow with them. The library
// streams rows but not the page set-up: the workbook is created without rows (A4 landscape, titles on each page), and
// the rows are inserted into its sheet while it is packed. For long tables; workbook.ts styles each cell and holds all
// of them in memory.
import { PassThrough, Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { Cell as SheetCell } from 'hucre'
import { writeXlsx } from 'hucre/xlsx'
import { fromBufferPromise } from 'yauzl'
import { ZipFile } from 'yazl'
import { printable } from './paper.ts'
import type { Cell } from './table.ts'

export interface StreamedTable {
  readonly name: string
  /** Lines above the titles of the columns; the last one is what it is. */
  readonly heading: readonly string[]
  readonly columns: readonly { readonly title: string /** In letters. */; readonly width: number }[]
  readonly rows: AsyncIterable<readonly Cell[]>
}

type Style = NonNullable<SheetCell['style']>
const font = { name: 'Times New Roman', size: 12 }
const thin = { style: 'thin' } as const
const border = { top: thin, bottom: thin, left: thin, right: thin }
const plain: Style = { font: { ...font, bold: true } }
const title: Style = {
  font: { ...font, bold: true },
  border,
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
}
/** Every text is typed as text, so that Excel never takes one for a formula. */
const text: Style = { font, border, alignment: { vertical: 'top', wrapText: true }, numFmt: '@' }
const number: Style = { font, border, alignment: { horizontal: 'center', vertical: 'top' } }

const sheetPath = 'xl/worksheets/sheet1.xml'

/** The files of a workbook whose only row of the table is a text and a number, for their styles. */
async function frameOf({ name, heading, columns }: StreamedTable): Promise<ReadonlyMap<string, Buffer>> {
  const titles = heading.length + 1
  const head = heading.map((line) => [{ value: printable(line) as Cell, style: plain }])
  const rows = [
    ...head,
    columns.map((column) => ({ value: column.title as Cell, style: title })),
    columns.map((_column, index) => ({ value: (index + 1) as Cell, style: number })),
    [
      { value: 'text' as Cell, style: text },
      { value: 1 as Cell, style: number },
    ],
  ]
  const bytes = await writeXlsx({
    defaultFont: font,
    // Written here, for the library does not quote a name with a space, and Excel then calls the file damaged.
    namedRanges: [{ name: '_xlnm.Print_Titles', range: `'${name}'!$${titles}:$${titles + 1}`, scope: name }],
    sheets: [
      {
        name,
        columns: columns.map(({ width }) => ({ width })),
        rows: rows.map((cells) => cells.map(({ value }) => value)),
        cells: new Map(
          rows.flatMap((cells, row) => cells.map(({ style }, column) => [`${row},${column}`, { style }] as const)),
        ),
        freezePane: { rows: titles + 1 },
        pageSetup: {
          paperSize: 'a4',
          orientation: 'landscape',
          ...{ fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
        },
        headerFooter: { oddFooter: '&C&P/&N' },
      },
    ],
  })
  const files = new Map<string, Buffer>()
  const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true })
  for await (const entry of zip.eachEntry())
    files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)))
  return files
}

const escaped = (value: string) =>
  printable(value)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    // What Excel reads as one letter by its code.
    .replaceAll(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')

/** A, B, … Z, AA */
const letters = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : `${letters(Math.floor(column / 26) - 1)}${letters(column % 26)}`

/** What Excel takes; a file with more is damaged for it. */
const mostRows = 1_048_576

/** Of twelve points, with the room between. */
const lineHeight = 16
/** What Excel takes. */
const highestRow = 409
/** Words that do not fit go to the next line. */
const shareOfLine = 0.85

/** Programs fit a row to its text as it is on the screen; smaller on paper it wraps elsewhere, and the last line is cut off. */
function heightOf(row: readonly Cell[], columns: StreamedTable['columns']): number {
  const lines = columns.map(({ width }, index) =>
    String(row[index] ?? '')
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / (width * shareOfLine))), 0),
  )
  return Math.min(highestRow, lineHeight * Math.max(1, ...lines))
}

async function* sheetOf(frame: Promise<ReadonlyMap<string, Buffer>>, { heading, columns, rows }: StreamedTable) {
  const sheet = (await frame).get(sheetPath)?.toString() ?? ''
  const first = heading.length + 3
  const sample = new RegExp(`<row r="${first}".*?</row>`, 's').exec(sheet)
  const [ofText, ofNumber] = [...(sample?.[0] ?? '').matchAll(/ s="(\d+)"/g)].map(([, style]) => style)
  if (!sample || ofNumber === undefined) throw new Error('the empty workbook has no row to begin from')
  // The size of the sheet, if it is said, would be that of the empty one.
  yield sheet.slice(0, sample.index).replace(/<dimension [^>]*>/, '')
  let line = first
  for await (const row of rows) {
    if (line > mostRows) throw new Error(`a sheet takes ${mostRows} rows: ask for a shorter period`)
    const cells = columns.map((_column, index) => {
      const value = row[index] ?? null
      const at = `r="${letters(index)}${line}"`
      if (typeof value === 'number') return `<c ${at} s="${ofNumber}"><v>${value}</v></c>`
      if (value === null || value === '') return `<c ${at} s="${ofText}"/>`
      return `<c ${at} s="${ofText}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`
    })
    yield `<row r="${line++}" ht="${heightOf(row, columns)}" customHeight="1">${cells.join('')}</row>`
  }
  yield sheet.slice(sample.index + sample[0].length)
}

export function streamedWorkbook(table: StreamedTable): Readable {
  const frame = frameOf(table)
  const sheet = Readable.from(sheetOf(frame, table))
  const zip = new ZipFile()
  const output = new PassThrough()
  // Whoever stops the download ends the reading of rows.
  output.once('close', () => sheet.destroy())
  // A fault of the rows does not come out of the packing.
  for (const one of [sheet, zip]) one.on('error', (error) => output.destroy(error))
  zip.outputStream.pipe(output)
  frame
    .then((files) => {
      for (const [path, content] of files) if (path !== sheetPath) zip.addBuffer(content, path)
      zip.addReadStream(sheet, sheetPath)
      zip.end()
    })
    .catch((error: Error) => output.destroy(error))
  return output
}
