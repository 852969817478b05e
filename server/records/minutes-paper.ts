// The minutes as a paper in the layout of NĐ 30/2020, form 1.9 “Biên bản”. For docx.ts and pdf.ts.
import type { BallotReport } from '../../shared/projections/ballots.ts'
import type { Named } from '../../shared/projections/minutes.ts'
import type { MinutesDocument, RecordedSignature } from '../../shared/projections/minutes-document.ts'
import type { Section } from '../../shared/projections/minutes-sections.ts'
import { ballotHeading, ballotSentences } from './ballot-wording.ts'
import { letterhead, shareOf } from './letterhead.ts'
import {
  type Block,
  type Columns,
  gap,
  type Line,
  line,
  lines,
  type Paper,
  printable,
  rule,
  type Table,
} from './paper.ts'
import { durationInWords } from './times.ts'
import {
  amendedSentence,
  correctionSentence,
  dueDay,
  endSentence,
  guestClause,
  interpreterClause,
  meetingNoun,
  numberLine,
  personAndTitle,
  placeSentence,
  roleNames,
  sectionHeading,
  signedAt,
  siteClauses,
  siteHeading,
  speakerClause,
  startSentence,
} from './wording.ts'

export function minutesPaper(document: MinutesDocument): Paper {
  const { agency, startedAt, endedAt, scheduledAt, title } = document
  const isDraft = startedAt === null || endedAt === null
  return {
    title: printable(`Biên bản: ${title}`),
    author: printable(agency.organisation),
    date: endedAt ?? startedAt ?? scheduledAt,
    blocks: [
      ...(isDraft ? [line('draft', 'DỰ THẢO'), gap(4)] : []),
      letterhead(document.agency, numberLine('minutes', document)),
      ...minutesBody(document),
      gap(4),
      signatures(document),
      line('recipientsTitle', 'Nơi nhận:'),
      line('recipient', '- …;'),
      line('recipient', '- Lưu: VT, hồ sơ.'),
      line('colophon', colophon(document)),
    ],
  }
}

/** What the minutes say, without number and signatures: this is signed. */
export function minutesBody(document: MinutesDocument): Block[] {
  const { title } = document
  const correction = correctionSentence(document)
  return [
    line('kind', 'BIÊN BẢN'),
    ...lines('subject', title),
    rule(shareOf(title)),
    gap(2),
    ...(correction === null ? [] : [line('field', correction, 'Thay thế: ')]),
    line('field', startSentence(document), 'Thời gian bắt đầu: '),
    line('field', placeSentence(document), 'Địa điểm: '),
    line('heading', 'Thành phần tham dự:'),
    ...attendees(document),
    line('field', signatoryTitle(document.chair), 'Chủ trì (chủ tọa): '),
    line('field', signatoryTitle(document.secretary), 'Thư ký (người ghi biên bản): '),
    line('heading', `Nội dung (theo diễn biến ${meetingNoun(document)}):`),
    ...document.sections.flatMap((section) => sectionLines(section, document)),
    ...ballots(document),
    ...decisions(document),
    ...assignments(document),
    ...spokenTimes(document),
    line('ending', endSentence(document)),
  ]
}

function attendees({ sites, others, interpreters }: MinutesDocument): Line[] {
  const guests = [
    ...(['citizen', 'observer'] as const).map((role) => ({
      heading: roleNames[role],
      items: others.filter((one) => one.role === role).map(guestClause),
    })),
    { heading: 'Người phiên dịch', items: interpreters.map(interpreterClause) },
  ].filter(({ items }) => items.length > 0)
  return [...sites.map((site) => ({ heading: siteHeading(site), items: siteClauses(site) })), ...guests].flatMap(
    ({ heading, items }, index) => [
      line('subheading', `${index + 1}. ${heading}`),
      ...items.map((item, position) => line('text', `- ${item}${position === items.length - 1 ? '.' : ';'}`)),
    ],
  )
}

const signatoryTitle = (named: Named | null) => (named ? `${personAndTitle(named)}.` : '…………')

/** A section of which every line was left out leaves no heading either. */
function sectionLines(section: Section, document: MinutesDocument): Line[] {
  const sentences = section.lines.flatMap((one) => amendedSentence(one, document) ?? [])
  if (sentences.length === 0) return []
  const heading = sectionHeading(section, document)
  const reporter = section.item?.reporter
  return [
    ...(heading === null ? [] : [line('subheading', heading)]),
    ...(reporter ? [line('text', `${personAndTitle(reporter)}.`, 'Người báo cáo: ')] : []),
    ...sentences.flatMap((sentence) => lines('text', sentence)),
  ]
}

/** Numbers, the majority applied, and of an open ballot the names: the report of each ballot. */
function ballots({ ballots }: MinutesDocument): Block[] {
  if (ballots.length === 0) return []
  return [line('heading', 'Kết quả biểu quyết:'), ...ballots.flatMap(ballotLines)]
}

const ballotLines = (ballot: BallotReport, index: number): Line[] => [
  line('subheading', `${index + 1}. ${ballotHeading(ballot)}`),
  ...ballotSentences(ballot).map((sentence) => line('text', `- ${sentence}`)),
]

function decisions({ decisions }: MinutesDocument): Block[] {
  if (decisions.length === 0) return []
  return [
    line('heading', 'Kết luận, quyết định:'),
    ...decisions.flatMap(({ text }, index) => lines('text', `${index + 1}. ${text}`)),
  ]
}

function assignments({ assignments }: MinutesDocument): Block[] {
  if (assignments.length === 0) return []
  const table: Table = {
    kind: 'table',
    widthsMm: [12, 61, 33, 33, 26],
    titles: ['STT', 'Nội dung', 'Đơn vị chủ trì', 'Đơn vị phối hợp', 'Thời hạn'].map((title) =>
      line('cellTitle', title),
    ),
    rows: assignments.map((one, index) => [
      [line('cellCentred', String(index + 1))],
      [...lines('cell', one.text), ...(one.ground === null ? [] : lines('cell', `Căn cứ: ${one.ground}`))],
      lines('cell', one.unit),
      one.supportingUnits.map((unit) => line('cell', unit)),
      [line('cellCentred', dueDay(one))],
    ]),
  }
  return [line('heading', 'Phân công nhiệm vụ:'), gap(1.5), table, gap(1.5)]
}

function spokenTimes({ spoken }: MinutesDocument): Block[] {
  if (spoken.length === 0) return []
  const table: Table = {
    kind: 'table',
    widthsMm: [12, 103, 50],
    titles: ['STT', 'Người phát biểu', 'Tổng thời gian'].map((title) => line('cellTitle', title)),
    rows: spoken.map((one, index) => [
      [line('cellCentred', String(index + 1))],
      [line('cell', speakerClause(one))],
      [line('cellCentred', durationInWords(one.spokenMs))],
    ]),
  }
  return [line('heading', 'Thời gian phát biểu:'), gap(1.5), table, gap(1.5)]
}

function signatures({ chair, secretary, record }: MinutesDocument): Columns {
  const note = (text: string) => line('signatureNote', text)
  const signatory = (named: Named | null, signature: RecordedSignature | null) => [
    ...(signature ? [gap(6), note('Đã ký xác nhận trên hệ thống'), note(signedAt(signature.at)), gap(6)] : [gap(25)]),
    line('signatory', (signature?.who ?? named)?.name ?? '…………'),
  ]
  return {
    kind: 'columns',
    widthsMm: [75, 90],
    rows: [
      [
        [line('office', 'THƯ KÝ'), note('(Chữ ký)')],
        [
          line('office', 'CHỦ TỌA'),
          note('(Chữ ký của người có thẩm quyền,'),
          note('dấu/chữ ký số của cơ quan, tổ chức (nếu có))'),
        ],
      ],
      [signatory(secretary, record.signatures.secretary), signatory(chair, record.signatures.chair)],
    ],
  }
}

function colophon({ journal, record }: MinutesDocument): string {
  const head = journal.commits > 0 ? `; mã băm SHA-256 của bản ghi cuối cùng: ${journal.headHash}` : ''
  const text = record.signatures.chair ? ` Mã băm SHA-256 của nội dung đã ký: ${record.signatures.chair.sha256}.` : ''
  return `Biên bản được lập từ nhật ký điện tử gồm ${journal.commits} bản ghi${head}.${text}`
}
