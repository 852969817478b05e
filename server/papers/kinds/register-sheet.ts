// The printed registers: sổ tiếp công dân in the thirteen columns of Mẫu 03/TCD (Nghị định 154/2026/NĐ-CP), and sổ theo
// dõi đơn. The cells of both files of a register, workbook and PDF, come from here.
import type { Readable } from 'node:stream'
import type { CaseResult } from '../../../shared/cases/outcome/contract.ts'
import type { Agency } from '../../../shared/projections/minutes-document.ts'
import { highestOf, isStateSecret, type SecrecyLevel } from '../../../shared/secrecy/levels.ts'
import type { CorrectedColumns, PetitionRow, RegisterRow } from '../../../shared/wire/reception/register.ts'
import { secrecyMarks, withheld } from '../model/letterhead.ts'
import { line, type Paper, printable } from '../model/paper.ts'
import type { StreamedTable } from '../model/streamed-workbook.ts'
import type { Cell, Column } from '../model/table.ts'
import { calendarDay, shortDate } from '../model/times.ts'

const kindNames = {
  complaint: 'Khiếu nại',
  denunciation: 'Tố cáo',
  proposal: 'Kiến nghị',
  reflection: 'Phản ánh',
  mixed: 'Nhiều nội dung',
} as const

const resultNames: Readonly<Record<CaseResult, string>> = {
  right: 'Đúng',
  partlyRight: 'Đúng một phần',
  wrong: 'Không đúng',
  settled: 'Đã hòa giải, thống nhất',
  other: 'Kết quả khác',
  answered: 'Đã trả lời',
  guided: 'Đã hướng dẫn',
  transferred: 'Đã chuyển đơn',
  returned: 'Đã trả lại đơn',
  withdrawn: 'Công dân rút đơn',
}

const satisfactionNames = {
  satisfied: 'công dân đồng ý',
  notSatisfied: 'công dân không đồng ý',
  unknown: null,
} as const

const bodyText = (body: RegisterRow['guidedTo']): string | null =>
  body && (body.paperNumber === null ? body.body : `${body.body} (văn bản số ${body.paperNumber})`)

function resultText(result: RegisterRow['result']): string | null {
  if (!result) return null
  const words = [
    result.result && resultNames[result.result],
    result.paperNumber && `văn bản số ${result.paperNumber}`,
    `ngày ${calendarDay(result.on)}`,
    result.satisfaction && satisfactionNames[result.satisfaction],
  ]
  return words.filter((word) => word !== null).join(', ')
}

const personText = (person: { name: string; address: string | null }) =>
  [person.name, person.address].filter((one) => one !== null).join(', ')

const citizenText = ({ citizen, alias }: Pick<RegisterRow, 'citizen' | 'alias'>) =>
  alias ?? (citizen && personText(citizen))

/** What can be corrected, by the number of its column; the rest is for the reports alone. */
const correctable: readonly (readonly [
  keyof CorrectedColumns,
  string,
  (columns: CorrectedColumns) => string | null,
])[] = [
  [
    'citizen',
    '3, 4',
    ({ citizen }) => (citizen ? [personText(citizen), citizen.paper?.number].filter(Boolean).join(', ') : null),
  ],
  ['content', '5', ({ content }) => content ?? null],
  ['kind', '6', ({ kind }) => (kind ? kindNames[kind] : null)],
  ['people', '7', ({ people }) => (people ? String(people) : null)],
  ['settledBy', '8', ({ settledBy }) => settledBy ?? null],
  ['isOwn', '9', ({ isOwn }) => (isOwn ? 'x' : null)],
  ['guidedTo', '10', ({ guidedTo }) => bodyText(guidedTo ?? null)],
  ['handledBy', '11', ({ handledBy }) => bodyText(handledBy ?? null)],
  ['note', '13', ({ note }) => note ?? null],
]

/** What stood there before stays to be read. */
function correctionText({ before, reason, at }: RegisterRow['corrections'][number]): string {
  const columns = correctable
    .filter(([name]) => name in before)
    .map(([, number, textOf]) => `cột ${number} trước ghi “${textOf(before) ?? ''}”`)
  return `Đính chính ngày ${shortDate(at)}: ${[...columns, `lý do: ${reason}`].join('; ')}.`
}

const noteText = ({ note, corrections }: RegisterRow) =>
  [note, ...corrections.map(correctionText)].filter((one) => one !== null).join('\n') || null

/** Titles as in the form; widths in letters: all of them together make the printed sheet small. */
const registerColumns: readonly Column<RegisterRow>[] = [
  ['STT', 6, ({ number }) => number],
  ['Ngày tiếp', 12, ({ day }) => calendarDay(day)],
  ['Họ tên - địa chỉ', 22, citizenText],
  ['CCCD/CMND/Hộ chiếu', 14, ({ citizen }) => citizen?.paper?.number ?? null],
  [
    'Nội dung đơn (tóm tắt vụ việc)',
    32,
    ({ content, secrecy }) => (isStateSecret(secrecy) ? withheld(secrecy) : content),
  ],
  ['Loại đơn (KN/TC/KN/PA)', 10, ({ kind }) => kind && kindNames[kind]],
  ['Số người có cùng nội dung', 8, ({ people }) => people],
  ['Cơ quan đã giải quyết (hết thẩm quyền)', 15, ({ settledBy }) => settledBy],
  ['Thuộc thẩm quyền', 8, ({ isOwn }) => (isOwn ? 'x' : null)],
  ['Hướng dẫn công dân đến cơ quan có thẩm quyền (số văn bản)', 18, ({ guidedTo }) => bodyText(guidedTo)],
  ['Cơ quan, đơn vị thụ lý (số văn bản chuyển đơn)', 16, ({ handledBy }) => bodyText(handledBy)],
  ['Theo dõi kết quả giải quyết', 16, ({ result }) => resultText(result)],
  ['Ghi chú', 14, noteText],
]

const wayNames = { reception: 'Tiếp công dân', post: 'Bưu chính', web: 'Qua mạng', hand: 'Nộp trực tiếp' } as const
const competenceNames = {
  own: 'Thuộc thẩm quyền',
  guide: 'Hướng dẫn',
  transfer: 'Chuyển đơn',
  return: 'Trả đơn',
} as const

const petitionColumns: readonly Column<PetitionRow>[] = [
  ['Số đơn', 14, ({ number }) => number],
  ['Ngày nhận', 12, ({ receivedOn }) => calendarDay(receivedOn)],
  ['Nguồn đơn', 12, ({ way }) => wayNames[way]],
  ['Loại đơn', 12, ({ kind }) => kindNames[kind]],
  [
    'Họ tên - địa chỉ người gửi',
    24,
    ({ petitioners }) => (petitioners ? petitioners.map(personText).join('\n') || null : 'Giữ bí mật'),
  ],
  ['Nội dung', 34, ({ subject, secrecy }) => subject || withheld(secrecy)],
  ['Số người ký', 8, ({ signers }) => signers],
  ['Thẩm quyền', 13, ({ competence }) => competence && competenceNames[competence]],
  ['Cơ quan được hướng dẫn đến', 17, ({ guidedTo }) => bodyText(guidedTo)],
  [
    'Cơ quan, đơn vị, cán bộ thụ lý',
    18,
    ({ handledBy, officer }) => [bodyText(handledBy), officer].filter((one) => one !== null).join(', ') || null,
  ],
  ['Kết quả giải quyết', 18, ({ result }) => resultText(result)],
]

/** A year, a month or a day as the register lists it; or the rows behind a figure of a report. */
export type RowsOf = string | { readonly figure: string; readonly from: string; readonly to: string }

/** năm 2026, tháng 11 năm 2026, ngày 24/11/2026 */
function periodText(period: RowsOf): string {
  if (typeof period !== 'string')
    return `(${period.figure}, từ ngày ${calendarDay(period.from)} đến ngày ${calendarDay(period.to)})`
  const [year = '', month, day] = period.split('-')
  if (day) return `ngày ${calendarDay(period)}`
  return month ? `tháng ${month} năm ${year}` : `năm ${year}`
}

const upper = (name: string) => name.toLocaleUpperCase('vi')
const names = (agency: Agency) => [
  ...(agency.parentOrganisation === null ? [] : [upper(agency.parentOrganisation)]),
  upper(agency.organisation),
]

/** First of all, as on each paper. */
const markOf = (secrecy: SecrecyLevel): string[] => (secrecy === 'open' ? [] : [secrecyMarks[secrecy]])

async function* cells<Thing>(chunks: AsyncIterable<readonly Thing[]>, columns: readonly Column<Thing>[]) {
  for await (const chunk of chunks)
    for (const thing of chunk) yield columns.map(([, , cell], index): Cell => cell(thing, index))
}

export const registerTable = (
  chunks: AsyncIterable<readonly RegisterRow[]>,
  period: RowsOf,
  agency: Agency,
  secrecy: SecrecyLevel,
): StreamedTable => ({
  name: 'Sổ tiếp công dân',
  heading: [...markOf(secrecy), ...names(agency), 'Mẫu số 03/TCD', `SỔ TIẾP CÔNG DÂN ${periodText(period)}`],
  columns: registerColumns.map(([title, width]) => ({ title, width })),
  rows: cells(chunks, registerColumns),
})

export const petitionTable = (
  chunks: AsyncIterable<readonly PetitionRow[]>,
  period: RowsOf,
  agency: Agency,
  secrecy: SecrecyLevel,
): StreamedTable => ({
  name: 'Sổ theo dõi đơn',
  heading: [...markOf(secrecy), ...names(agency), `SỔ THEO DÕI ĐƠN ${periodText(period)}`],
  columns: petitionColumns.map(([title, width]) => ({ title, width })),
  rows: cells(chunks, petitionColumns),
})

/** Of 262 millimetres: A4 across, less its margins. */
const widthsMm = [10, 18, 28, 24, 36, 16, 13, 20, 15, 22, 22, 20, 18] as const

export interface RegisterSource {
  readonly rows: readonly RegisterRow[]
  readonly period: string
  /** null: the whole period. */
  readonly part: { readonly number: number; readonly of: number } | null
  readonly printedAt: number
}

export function registerPaper({ rows, period, part, printedAt }: RegisterSource, agency: Agency): Paper {
  const title = `Sổ tiếp công dân ${periodText(period)}${part ? `, phần ${part.number}/${part.of}` : ''}`
  const cellOf = (value: Cell) =>
    String(value ?? '')
      .split('\n')
      .map((one) => line('registerCell', one))
  return {
    title: printable(title),
    author: printable(agency.organisation),
    date: printedAt,
    isLandscape: true,
    blocks: [
      {
        kind: 'columns',
        widthsMm: [131, 131],
        rows: [
          [
            [
              ...names(agency).map((one, index, all) =>
                line(index === all.length - 1 ? 'organisation' : 'parent', one),
              ),
              ...markOf(highestOf(rows.map(({ secrecy }) => secrecy))).map((mark) => line('secrecyMark', mark)),
            ],
            [line('signatureNote', 'Mẫu số 03/TCD')],
          ],
        ],
      },
      line('kind', 'SỔ TIẾP CÔNG DÂN'),
      line(
        'signatureNote',
        `${periodText(period)}${part ? `, phần ${part.number}/${part.of}` : ''}`.replace(/^./, (first) =>
          first.toLocaleUpperCase('vi'),
        ),
      ),
      {
        kind: 'table',
        widthsMm: [...widthsMm],
        titles: registerColumns.map(([one], index) => line('registerTitle', `${one} (${index + 1})`)),
        rows: rows.map((row) => registerColumns.map(([, , cell], index) => cellOf(cell(row, index)))),
      },
    ],
  }
}

/** `secrecy`: the highest level of the rows, known before they are read one by one. */
export interface RegisterFiles {
  readonly xlsx: (
    chunks: AsyncIterable<readonly RegisterRow[]>,
    period: RowsOf,
    secrecy: SecrecyLevel,
  ) => Promise<Readable>
  readonly petitionsXlsx: (
    chunks: AsyncIterable<readonly PetitionRow[]>,
    period: RowsOf,
    secrecy: SecrecyLevel,
  ) => Promise<Readable>
  readonly pdf: (source: RegisterSource) => Promise<Uint8Array>
}
