// A report as a paper and as a workbook: its columns one under the other. What is to be checked is not cited: no paper takes a form for law
// that nobody has read.
import type { Agency } from '../../shared/projections/minutes-document.ts'
import type { Report, ShownFigure } from '../../shared/wire/reports.ts'
import { letterhead } from './letterhead.ts'
import { type Columns, gap, type Line, line, type Paper, printable } from './paper.ts'
import { type Column, table } from './table.ts'
import { calendarDay } from './times.ts'
import { workbook } from './workbook.ts'

const daysText = ({ from, to }: Report['period']) => `từ ngày ${calendarDay(from)} đến ngày ${calendarDay(to)}`
const unitText = ({ unit }: Report) => (unit === null ? [] : [`Đơn vị thụ lý: ${unit}`])
const titleOf = ({ under, title }: ShownFigure) => [...under, title].join(' – ')

function numberOf({ figures }: Report): (key: string) => string {
  const numbers = new Map(figures.map(({ key, number }) => [key, number]))
  return (key) => numbers.get(key) ?? key
}

/** What does not agree, what is missing, what has changed since: a report is not handed on without it. */
function faultTexts(report: Report): string[] {
  const nameOf = numberOf(report)
  return [
    ...report.failedChecks.map(
      ({ left, is, right, leftValue, rightValue }) =>
        `Cột ${nameOf(left)} (${leftValue}) phải ${is === 'equal' ? 'bằng' : 'không lớn hơn'} ${right.map(nameOf).join(' + ')} (${rightValue}).`,
    ),
    ...report.remarks.map(({ title, value }) => `${title}: ${value}.`),
    ...report.figures.flatMap(({ number, value, closed }) =>
      closed === null || closed === value ? [] : [`Cột ${number}: khi chốt là ${closed}, nay là ${value}.`],
    ),
  ]
}

const figureColumns: readonly Column<ShownFigure>[] = [
  ['Cột', 8, ({ number }) => number],
  ['Chỉ tiêu', 60, titleOf],
  ['Kỳ này', 12, ({ value }) => value],
  ['Kỳ trước', 12, ({ before }) => before],
  ['Tăng, giảm', 12, ({ value, before }) => value - before],
]
const faultColumns: readonly Column<string>[] = [['Cần kiểm tra', 100, (text) => text]]

export const reportXlsx = (report: Report, agency: Agency): Promise<Buffer> =>
  workbook(
    [table('Số liệu', report.figures, figureColumns), table('Kiểm tra', faultTexts(report), faultColumns)],
    report.title,
    [agency.organisation, daysText(report.period), ...unitText(report)].join(', '),
  )

const widthsMm = [14, 91, 20, 20, 20] as const

export function reportPaper(report: Report, agency: Agency, printedAt: number): Paper {
  const faults = faultTexts(report)
  const cell = (column: Column<ShownFigure>, index: number, figure: ShownFigure): Line[] => [
    line(index === 1 ? 'cell' : 'cellCentred', String(column[2](figure, index) ?? '')),
  ]
  return {
    title: printable(`${report.title} ${daysText(report.period)}`),
    author: printable(agency.organisation),
    date: printedAt,
    blocks: [
      letterhead(agency, 'Số: …………'),
      line('kind', report.title.toLocaleUpperCase('vi')),
      line('signatureNote', `(${daysText(report.period)})`),
      ...unitText(report).map((text) => line('signatureNote', text)),
      gap(2),
      {
        kind: 'table',
        widthsMm,
        titles: figureColumns.map(([title]) => line('cellTitle', title)),
        rows: report.figures.map((figure) => figureColumns.map((column, index) => cell(column, index, figure))),
      },
      ...(faults.length > 0 ? [line('heading', 'Cần kiểm tra trước khi gửi')] : []),
      ...faults.map((text) => line('text', `- ${text}`)),
      gap(4),
      signatures,
    ],
  }
}

const signatures: Columns = {
  kind: 'columns',
  widthsMm: [75, 90],
  rows: [
    [
      [line('office', 'NGƯỜI LẬP BIỂU'), gap(25), line('signatory', '…………')],
      [line('office', 'THỦ TRƯỞNG ĐƠN VỊ'), gap(25), line('signatory', '…………')],
    ],
  ],
}

export interface ReportFiles {
  readonly xlsx: (report: Report) => Promise<Uint8Array>
  readonly docx: (report: Report, printedAt: number) => Promise<Uint8Array>
  readonly pdf: (report: Report, printedAt: number) => Promise<Uint8Array>
}
