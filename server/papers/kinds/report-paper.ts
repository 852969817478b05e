// A report as a paper and as a workbook: its columns one below the other. A legal source still marked as to be checked
// is not cited, so that no paper presents unverified text as law.
import type { Agency } from '../../../shared/projections/minutes-document.ts'
import type { Report, ShownFigure } from '../../../shared/wire/figures/reports.ts'
import { letterhead } from '../model/letterhead.ts'
import { type Columns, gap, type Line, line, type Paper, printable } from '../model/paper.ts'
import { byHand, signatureBlock } from '../model/signature-block.ts'
import { type Column, table } from '../model/table.ts'
import { calendarDay, hourAndMinute, longDate, shortDate } from '../model/times.ts'
import { workbook } from '../model/workbook.ts'

const daysText = ({ from, to }: Report['period']) => `từ ngày ${calendarDay(from)} đến ngày ${calendarDay(to)}`
const unitText = ({ unit }: Report) => (unit === null ? [] : [`Đơn vị thụ lý: ${unit}`])
const titleOf = ({ under, title }: ShownFigure) => [...under, title].join(' – ')

const signed = (difference: number) => (difference > 0 ? `+${counted(difference)}` : counted(difference))
/** 1.234 */
const counted = (value: number) => value.toLocaleString('vi')

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
        `Cột ${nameOf(left)} (${counted(leftValue)}) phải ${is === 'equal' ? 'bằng' : 'không lớn hơn'} ${right.map(nameOf).join(' + ')} (${counted(rightValue)}).`,
    ),
    ...report.remarks.map(({ title, value }) => `${title}: ${counted(value)}.`),
    ...report.figures.flatMap(({ number, value, closed }) =>
      closed === null || closed === value
        ? []
        : [`Cột ${number}: khi chốt là ${counted(closed)}, nay là ${counted(value)}.`],
    ),
  ]
}

const beforeText = ({ before, isBeforeClosed }: Report) =>
  `${daysText(before)}${isBeforeClosed ? ', theo số liệu đã chốt' : ''}`
const figureColumns = (report: Report): readonly Column<ShownFigure>[] => [
  ['Cột', 8, ({ number }) => number],
  ['Chỉ tiêu', 70, titleOf],
  ['Kỳ này', 12, ({ value }) => value],
  ...(report.closed ? [['Khi chốt', 12, ({ closed }: ShownFigure) => closed] as const] : []),
  ['Kỳ trước', 12, ({ before }) => before],
  ['Tăng, giảm', 12, ({ value, before }) => value - before],
]
const faultColumns: readonly Column<string>[] = [['Cần kiểm tra', 100, (text) => text]]

export const reportXlsx = (report: Report, agency: Agency): Promise<Buffer> =>
  workbook(
    [table('Số liệu', report.figures, figureColumns(report)), table('Kiểm tra', faultTexts(report), faultColumns)],
    report.title.toLocaleUpperCase('vi'),
    [`Kỳ này ${daysText(report.period)}`, `Kỳ trước ${beforeText(report)}`, ...unitText(report), closingText(report)],
    {
      organisation: [agency.parentOrganisation, agency.organisation]
        .filter((one) => one !== null)
        .map((one) => one.toLocaleUpperCase('vi')),
      signatures: signatories.map((office) => ({ office, note: signatureNote })),
    },
  )

/** Of 165 millimetres. */
const widthsOf = ({ closed }: Report) => (closed ? [14, 73, 19, 19, 20, 20] : [14, 89, 20, 22, 20])

/** Whoever reads it knows whether its figures may still change. */
function closingText({ closed }: Report): string {
  if (!closed) return 'Số liệu chưa chốt'
  const { at, by, sha256 } = closed
  return `Số liệu chốt lúc ${hourAndMinute(at)} ngày ${shortDate(at)}${by === null ? '' : `, người chốt: ${by}`}, mã ${sha256.slice(0, 16)}`
}

export function reportPaper(report: Report, agency: Agency, printedAt: number): Paper {
  const faults = faultTexts(report)
  const columns = figureColumns(report)
  const isChange = (index: number) => index === columns.length - 1
  function cell([, , cellOf]: Column<ShownFigure>, index: number, figure: ShownFigure): Line[] {
    const value = cellOf(figure, index) ?? ''
    const shown = typeof value === 'string' ? value : isChange(index) ? signed(value) : counted(value)
    return [line(index === 1 ? 'cell' : 'cellCentred', shown)]
  }
  return {
    title: printable(`${report.title} ${daysText(report.period)}`),
    author: printable(agency.organisation),
    date: printedAt,
    blocks: [
      letterhead(agency, '…………', {
        right: [line('placeAndDate', `${agency.placeName ?? '……'}, ${longDate(printedAt)}`)],
      }),
      line('kind', report.title.toLocaleUpperCase('vi')),
      line('signatureNote', `(${daysText(report.period)})`),
      ...unitText(report).map((text) => line('signatureNote', text)),
      line('signatureNote', `Kỳ trước: ${beforeText(report)}`),
      line('signatureNote', closingText(report)),
      gap(2),
      {
        kind: 'table',
        widthsMm: widthsOf(report),
        titles: columns.map(([title]) => line('cellTitle', title)),
        rows: report.figures.map((figure) => columns.map((column, index) => cell(column, index, figure))),
      },
      ...(faults.length > 0 ? [line('heading', 'Cần kiểm tra trước khi gửi')] : []),
      ...faults.map((text) => line('text', `- ${text}`)),
      gap(4),
      signatures,
    ],
  }
}

const signatories = ['NGƯỜI LẬP BIỂU', 'THỦ TRƯỞNG ĐƠN VỊ'] as const
const signatureNote = '(Ký, ghi rõ họ tên)'

const signature = (office: string) => signatureBlock({ capacity: [office], notes: [signatureNote], name: byHand })
const signatures: Columns = {
  kind: 'columns',
  widthsMm: [75, 90],
  rows: [[signature(signatories[0]), signature(signatories[1])]],
}

export interface ReportFiles {
  readonly xlsx: (report: Report) => Promise<Uint8Array>
  readonly docx: (report: Report, printedAt: number) => Promise<Uint8Array>
  readonly pdf: (report: Report, printedAt: number) => Promise<Uint8Array>
}
