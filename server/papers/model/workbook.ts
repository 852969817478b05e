// Tables as an Excel file: one sheet each, with a heading. Printed on A4 landscape, as wide as the sheet, with the
// column titles on every page.
import type { Cell as SheetCell } from 'hucre'
import { writeXlsx } from 'hucre/xlsx'
import { printable } from './paper.ts'
import type { Cell, Table } from './table.ts'

type Style = NonNullable<SheetCell['style']>
type Styled = Pick<SheetCell, 'value'> & { readonly style: Style }

const font = { name: 'Times New Roman', size: 12 }
const thin = { style: 'thin' } as const
const border = { top: thin, bottom: thin, left: thin, right: thin }
const textStyle: Style = { font, border, alignment: { vertical: 'top', wrapText: true }, numFmt: '@' }
const numberStyle: Style = { font, border, alignment: { vertical: 'top' }, numFmt: '#,##0' }
const titleStyle: Style = {
  font: { ...font, bold: true },
  border,
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E7E6E6' } },
}

export interface Around {
  /** Of its level of secrecy, first on every sheet; empty: it has none. */
  readonly mark?: string
  /** Who it is from, above the title of the first sheet. */
  readonly organisation?: readonly string[]
  /** Under the table of the first sheet: who signs, each with what is to be written there. */
  readonly signatures?: readonly { readonly office: string; readonly note: string }[]
}

export async function workbook(
  tables: readonly Table[],
  title: string,
  /** A line each: a long one makes the printed sheet small. */
  remark: string | readonly string[],
  { mark = '', organisation = [], signatures = [] }: Around = {},
): Promise<Buffer> {
  const headOf = (isFirst: boolean): Styled[][] => [
    ...(mark === '' ? [] : [[plain(mark, { bold: true })]]),
    ...(isFirst ? organisation : []).map((one) => [plain(one, { bold: true })]),
    [plain(title, { bold: true, size: 14 })],
    ...[remark].flat().map((one) => [plain(one)]),
    [],
  ]
  const titlesIn = (index: number) => headOf(index === 0).length + 1
  const bytes = await writeXlsx({
    defaultFont: font,
    // Repeated on each page. Written here, for the library does not quote a name with a space, and Excel then calls the file damaged.
    namedRanges: tables.map(({ name }, index) => ({
      name: '_xlnm.Print_Titles',
      range: `'${name}'!$${titlesIn(index)}:$${titlesIn(index)}`,
      scope: name,
    })),
    sheets: tables.map((table, index) => {
      const isFirst = index === 0
      const head = headOf(isFirst)
      const rows = [
        ...head,
        table.columns.map((column): Styled => ({ value: column.title, style: titleStyle })),
        ...table.rows.map((cells) => cells.map(bodyCell)),
        ...(isFirst && signatures.length > 0 ? signatureRows(table, signatures) : []),
      ]
      return {
        name: table.name,
        columns: table.columns.map(({ width }) => ({ width })),
        rows: rows.map((cells) => cells.map(({ value }) => value)),
        cells: new Map(
          rows.flatMap((cells, row) => cells.map(({ style }, column) => [`${row},${column}`, { style }] as const)),
        ),
        freezePane: { rows: titlesIn(index) },
        pageSetup: {
          paperSize: 'a4' as const,
          orientation: 'landscape' as const,
          ...{ fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
        },
        headerFooter: { oddFooter: '&C&P/&N' },
      }
    }),
  })
  return Buffer.from(bytes)
}

const plain = (text: string, more: object = {}): Styled => ({
  value: printable(text),
  style: { font: { ...font, ...more } },
})

/** Every text is typed as text, so that Excel never takes one for a formula. */
const bodyCell = (value: Cell): Styled => ({
  value: value === '' ? null : value,
  style: typeof value === 'number' ? numberStyle : textStyle,
})

/** Each in the middle of its share of the columns; the room to sign in is below. */
function signatureRows({ columns }: Table, signatures: NonNullable<Around['signatures']>): Styled[][] {
  const share = columns.length / signatures.length
  const line = (text: (one: (typeof signatures)[number]) => string, style: object): Styled[] => {
    const cells = columns.map((): Styled => ({ value: null, style: { font } }))
    for (const [index, one] of signatures.entries())
      cells[Math.floor(share * (index + 0.5))] = {
        value: text(one),
        style: { font: { ...font, ...style }, alignment: { horizontal: 'center' } },
      }
    return cells
  }
  return [[], line(({ office }) => office, { bold: true }), line(({ note }) => note, { italic: true })]
}
