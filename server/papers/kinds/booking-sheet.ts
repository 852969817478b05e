// The empty list of sites and people that offices fill in, and that the form of a new session imports.
import type { Cell } from 'hucre'
import { writeXlsx } from 'hucre/xlsx'
import { type SheetColumn, sheetColumns, sheetRoles } from '../../../shared/wire/hearing/booking-sheet.ts'

const widths: Readonly<Record<SheetColumn, number>> = { site: 36, name: 28, title: 44, role: 22, email: 32 }
const columns = Object.keys(sheetColumns) as SheetColumn[]

const examples: readonly Readonly<Record<SheetColumn, string>>[] = [
  {
    site: 'Điểm cầu trung tâm',
    name: 'Nguyễn Văn A',
    title: 'Phó Chủ tịch Ủy ban nhân dân thành phố',
    role: sheetRoles.chair,
    email: 'a.nguyen@vidu.gov.vn',
  },
  { site: '', name: 'Trần Thị B', title: 'Chuyên viên Văn phòng', role: sheetRoles.secretary, email: '' },
  {
    site: 'Điểm cầu phường C',
    name: 'Lê Văn D',
    title: 'Chủ tịch Ủy ban nhân dân phường',
    role: sheetRoles.delegate,
    email: '',
  },
  {
    site: '',
    name: 'Phạm Thị E',
    title: 'Công chức văn phòng',
    role: sheetRoles.siteOperator,
    email: 'e.pham@vidu.gov.vn',
  },
]

type Style = NonNullable<Cell['style']>
const font = { name: 'Times New Roman', size: 12 }
const thin = { style: 'thin' } as const
const titleStyle: Style = {
  font: { ...font, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E7E6E6' } },
  border: { top: thin, bottom: thin, left: thin, right: thin },
}
/** As text: what offices type over it stays what they typed. */
const textStyle: Style = { font, alignment: { wrapText: true }, numFmt: '@' }

const guidance = [
  'Xóa các dòng ví dụ, rồi điền mỗi người một dòng.',
  'Điểm cầu để trống nghĩa là cùng điểm cầu với dòng trên.',
  `Vai trò: ${Object.values(sheetRoles).join(', ')}. Để trống nghĩa là ${sheetRoles.delegate.toLowerCase()}.`,
  'Điểm cầu của chủ tọa là điểm cầu trung tâm; nếu danh sách không có chủ tọa thì là điểm cầu đầu tiên.',
  'Thư điện tử: nơi nhận giấy mời; có thể để trống.',
]

export async function bookingSheet(): Promise<Buffer> {
  const titles = columns.map((column) => sheetColumns[column])
  const rows = examples.map((row) => columns.map((column) => row[column]))
  const bytes = await writeXlsx({
    defaultFont: font,
    sheets: [
      {
        name: 'Danh sách',
        columns: columns.map((column) => ({ width: widths[column] })),
        rows: [titles, ...rows.map((cells) => cells.map((value) => value || null))],
        cells: styles([titles, ...rows], (row) => (row === 0 ? titleStyle : textStyle)),
        freezePane: { rows: 1 },
        pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      },
      {
        name: 'Hướng dẫn',
        columns: [{ width: 110 }],
        rows: guidance.map((line) => [line]),
        cells: styles(
          guidance.map((line) => [line]),
          () => textStyle,
        ),
      },
    ],
  })
  return Buffer.from(bytes)
}

const styles = (rows: readonly (readonly string[])[], styleOf: (row: number) => Style) =>
  new Map(
    rows.flatMap((cells, row) => cells.map((_, column) => [`${row},${column}`, { style: styleOf(row) }] as const)),
  )
