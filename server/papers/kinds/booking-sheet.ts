// The empty list of sites and people that offices fill in, and the form of a new session reads back.
import writeXlsxFile, { type Row } from 'write-excel-file/node'
import { type SheetColumn, sheetColumns, sheetRoles } from '../../../shared/wire/booking-sheet.ts'

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

const head: Row = columns.map((column) => ({
  value: sheetColumns[column],
  type: String,
  fontWeight: 'bold',
  backgroundColor: '#e7e6e6',
  borderStyle: 'thin',
}))
const text = (value: string) => (value === '' ? null : { value, type: String, wrap: true })

const guidance = [
  'Xóa các dòng ví dụ, rồi điền mỗi người một dòng.',
  'Điểm cầu để trống nghĩa là cùng điểm cầu với dòng trên.',
  `Vai trò: ${Object.values(sheetRoles).join(', ')}. Để trống nghĩa là ${sheetRoles.delegate.toLowerCase()}.`,
  'Điểm cầu của chủ tọa là điểm cầu trung tâm; nếu danh sách không có chủ tọa thì là điểm cầu đầu tiên.',
  'Thư điện tử: nơi nhận giấy mời; có thể để trống.',
]

export function bookingSheet(): Promise<Buffer> {
  return writeXlsxFile(
    [
      {
        sheet: 'Danh sách',
        data: [head, ...examples.map((row) => columns.map((column) => text(row[column])))],
        columns: columns.map((column) => ({ width: widths[column] })),
        stickyRowsCount: 1,
        orientation: 'landscape',
      },
      { sheet: 'Hướng dẫn', data: guidance.map((line) => [text(line)]), columns: [{ width: 110 }] },
    ],
    { fontFamily: 'Times New Roman', fontSize: 12 },
  ).toBuffer()
}
