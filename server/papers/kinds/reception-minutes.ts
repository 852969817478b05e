// The minutes of a reception (biên bản tiếp công dân) in the layout of NĐ 30/2020: who was received and with which
// papers, what they said and how they acknowledged it, the outcome, what was handed in, and then the course.
import { groundOf } from '../../../shared/law/refusal-grounds.ts'
import type { RecordingStep } from '../../../shared/projections/minutes.ts'
import type { MinutesDocument } from '../../../shared/projections/minutes-document.ts'
import type { Section } from '../../../shared/projections/minutes-sections.ts'
import type { ReceivedCitizen, ReceptionRecord } from '../../../shared/projections/reception-record.ts'
import { shareOf } from '../model/letterhead.ts'
import { type Block, type Columns, gap, type Line, line, lines, rule, type Table } from '../model/paper.ts'
import { signatureBlock } from '../model/signature-block.ts'
import { hourAndMinute, twoDigits } from '../model/times.ts'
import { correctionSentence } from './conclusions-wording.ts'
import {
  assignments,
  attendees,
  chairTitle,
  decisions,
  sectionLines,
  signatoryTitle,
  subjectOf,
} from './minutes-parts.ts'
import { described, personKindNames } from './name-wording.ts'
import { paperConditionNames } from './receipt-paper.ts'
import { courseSentence, endSentence, personAndTitle, placeSentence, startSentence } from './wording.ts'

/** The content of the minutes without number and signatures: the text that is signed. */
export function receptionBody(document: MinutesDocument, reception: ReceptionRecord): Block[] {
  const { title } = document
  const correction = correctionSentence(document)
  return [
    line('kind', 'BIÊN BẢN'),
    ...subjectOf('Tiếp công dân', title),
    rule(shareOf(title)),
    gap(2),
    ...(correction === null ? [] : [line('field', correction, 'Thay thế: ')]),
    line('field', startSentence(document), 'Thời gian bắt đầu: '),
    line('field', placeSentence(document), 'Địa điểm: '),
    line('field', chairTitle(document), 'Người tiếp công dân: '),
    line('field', signatoryTitle(document.secretary), 'Người ghi biên bản: '),
    line('heading', 'Thành phần tham dự:'),
    ...otherAttendees(document),
    line('heading', 'I. CÔNG DÂN ĐƯỢC TIẾP'),
    ...orNone(citizenLines(reception)),
    line('heading', 'II. NỘI DUNG TRÌNH BÀY'),
    ...orNone(statements(document)),
    line('heading', 'III. KẾT QUẢ TIẾP'),
    ...resultLines(document, reception),
    ...decisions(document),
    ...assignments(document),
    line('heading', 'IV. TÀI LIỆU ĐÃ NHẬN'),
    ...received(reception),
    line('heading', 'V. DIỄN BIẾN'),
    ...courseLines(document),
    line('ending', endSentence(document)),
  ]
}

/** Apart from the citizens. */
export const otherAttendees = (document: MinutesDocument): Line[] =>
  attendees({ ...document, others: document.others.filter(({ role }) => role !== 'citizen') })

const orNone = (content: readonly Line[]): readonly Line[] =>
  content.length > 0 ? content : [line('text', 'Không có.')]

const paperNames = { citizenCard: 'căn cước', oldIdentityCard: 'chứng minh nhân dân', passport: 'hộ chiếu' } as const

export const citizenLines = (reception: ReceptionRecord): Line[] => [
  ...reception.citizens.map(citizenLine),
  ...groupLines(reception),
]

function citizenLine({ who, confirmed }: ReceivedCitizen, index: number): Line {
  const checked = confirmed
    ? `tham gia với tư cách ${personKindNames[confirmed.personKind]}; đã kiểm tra ${paperNames[confirmed.paper.kind]} ` +
      `${confirmed.paper.lastDigits === null ? '' : `(3 số cuối ${confirmed.paper.lastDigits}) `}lúc ${hourAndMinute(confirmed.at)}`
    : 'chưa xác nhận được giấy tờ tùy thân'
  return line('text', `${index + 1}. ${personAndTitle(who)}: ${checked}.`)
}

function groupLines({ group }: ReceptionRecord): Line[] {
  if (!group) return []
  const paper = group.hasPaper ? 'có' : 'chưa có'
  return [line('text', `Đoàn có ${twoDigits(group.people)} người; ${paper} văn bản cử người đại diện.`)]
}

/** As they were read back and acknowledged, in the words of the course. */
export function statements(document: MinutesDocument): Line[] {
  const told = document.sections.flatMap(({ lines: all }) =>
    all.flatMap(({ line: one }) => (one.kind === 'statement' ? [one] : [])),
  )
  return told.flatMap((one) => lines('text', courseSentence(one, document)))
}

/** A statement is told in its own part. */
export const courseLines = (document: MinutesDocument): Line[] =>
  document.sections.flatMap((section) => sectionLines(withoutStatements(section), document))

const withoutStatements = (section: Section): Section => ({
  ...section,
  lines: section.lines.filter(({ line: one }) => one.kind !== 'statement'),
})

export function resultLines(
  document: MinutesDocument,
  { competence, refusals, notices, ownRecording }: ReceptionRecord,
): Line[] {
  const own = { unsaid: 'chủ tọa không có ý kiến', allowed: 'được phép', forbidden: 'không được phép' }[ownRecording]
  return [
    line('field', `${competenceWords(competence)}.`, 'Thẩm quyền: '),
    ...refusals.flatMap(({ who, groundId, words, at }) => {
      const ground = groundOf(groundId)
      const source = ground ? `${ground.words} (${ground.source})` : groundId
      return lines(
        'text',
        `Từ chối tiếp ${described(who)}, đã giải thích lúc ${hourAndMinute(at)}. Căn cứ: ${source}. ${words}`,
      )
    }),
    ...notices.map(({ who, number, year }) =>
      line('text', `Thông báo từ chối tiếp ${described(who)}: số ${twoDigits(number)} năm ${year}.`),
    ),
    line('field', `${recordedBy(document)}.`, 'Ghi âm, ghi hình của cơ quan: '),
    line('field', `${own}.`, 'Công dân tự ghi âm, ghi hình: '),
  ]
}

function recordedBy({ sections }: MinutesDocument): string {
  const isTold = (step: RecordingStep) =>
    sections.some(({ lines: all }) => all.some(({ line: one }) => one.kind === 'recording' && one.step === step))
  const by = [
    ...(isTold('confirmed') ? ['trên máy chủ của phần mềm'] : []),
    ...(isTold('started') ? ['bằng thiết bị của cơ quan'] : []),
  ]
  return by.length > 0 ? `có, ${by.join(' và ')}` : 'không ghi nhận có'
}

function competenceWords(competence: ReceptionRecord['competence']): string {
  if (competence === null) return 'chưa xác định'
  if (competence.isOwn) return 'thuộc thẩm quyền của cơ quan'
  const unit = competence.competentUnit
  return `không thuộc thẩm quyền của cơ quan${unit === null ? '' : `; đã hướng dẫn công dân đến ${unit}`}`
}

function received({ receipts }: ReceptionRecord): Block[] {
  if (receipts.length === 0) return [line('text', 'Không có.')]
  return receipts.flatMap(({ who, number, year, papers }): Block[] => {
    const table: Table = {
      kind: 'table',
      widthsMm: [14, 91, 20, 40],
      titles: ['STT', 'Tên tài liệu', 'Số trang', 'Tình trạng'].map((title) => line('cellTitle', title)),
      rows: papers.map(({ name, pages, condition }, index) => [
        [line('cellCentred', String(index + 1))],
        [line('cell', name)],
        [line('cellCentred', String(pages))],
        [line('cellCentred', paperConditionNames[condition])],
      ]),
    }
    return [
      line('text', `Của ${described(who)}, giấy biên nhận số ${twoDigits(number)} năm ${year}:`),
      gap(1.5),
      table,
      gap(1.5),
    ]
  })
}

const signedWords = {
  drawn: '(Đã ký lời trình bày trên màn hình)',
  code: '(Đã xác nhận lời trình bày bằng mã)',
  spoken: '(Đã xác nhận lời trình bày bằng lời, có ghi âm)',
  notSigned: '(Không ký lời trình bày, lý do ghi ở mục II)',
  unanswered: '(Ký, ghi rõ họ tên)',
} as const

export const signedNote = ({ signed }: ReceivedCitizen): string => signedWords[signed ?? 'unanswered']

/** The citizens sign below the officers, two in a row. */
export function receptionSignatures({ reception }: MinutesDocument): Columns[] {
  const citizens = reception?.citizens ?? []
  const pairs = Array.from({ length: Math.ceil(citizens.length / 2) }, (_, row) => citizens.slice(2 * row, 2 * row + 2))
  const cell = (citizen: ReceivedCitizen | undefined) =>
    citizen
      ? [
          gap(6),
          ...signatureBlock({
            capacity: ['CÔNG DÂN'],
            notes: [signedNote(citizen)],
            name: citizen.who.name,
            roomMm: 22,
          }),
        ]
      : []
  return pairs.map(([left, right]) => ({ kind: 'columns', widthsMm: [75, 90], rows: [[cell(left), cell(right)]] }))
}
