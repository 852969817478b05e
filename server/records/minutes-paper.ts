// The minutes as a paper in the layout of NĐ 30/2020, form 1.9 “Biên bản”. For docx.ts and pdf.ts.
import type { BallotReport } from '../../shared/projections/ballots.ts'
import type { MinutesDocument, Named } from '../../shared/projections/minutes.ts'
import { ballotHeading, ballotSentences } from './ballot-wording.ts'
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
import {
  courseSentence,
  dueDay,
  endSentence,
  guestClause,
  meetingNoun,
  personAndTitle,
  placeSentence,
  roleNames,
  siteClauses,
  siteHeading,
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
      letterhead(document),
      line('kind', 'BIÊN BẢN'),
      ...lines('subject', title),
      rule(shareOf(title)),
      gap(2),
      line('field', startSentence(document), 'Thời gian bắt đầu: '),
      line('field', placeSentence(document), 'Địa điểm: '),
      line('heading', 'Thành phần tham dự:'),
      ...attendees(document),
      line('field', signatoryTitle(document.chair), 'Chủ trì (chủ tọa): '),
      line('field', signatoryTitle(document.secretary), 'Thư ký (người ghi biên bản): '),
      line('heading', `Nội dung (theo diễn biến ${meetingNoun(document)}):`),
      ...document.course.flatMap((one) => lines('text', courseSentence(one, document))),
      ...ballots(document),
      ...decisions(document),
      ...assignments(document),
      line('ending', endSentence(document)),
      gap(4),
      signatures(document),
      line('recipientsTitle', 'Nơi nhận:'),
      line('recipient', '- …;'),
      line('recipient', '- Lưu: VT, hồ sơ.'),
      line('colophon', colophon(document)),
    ],
  }
}

function letterhead({ agency }: MinutesDocument): Columns {
  const parent = agency.parentOrganisation?.toLocaleUpperCase('vi')
  const organisation = balanced(agency.organisation.toLocaleUpperCase('vi'))
  const left = [
    ...(parent ? balanced(parent).map((one) => line('parent', one)) : []),
    ...organisation.map((one) => line('organisation', one)),
    rule(shareOf(organisation.at(-1) ?? '')),
    line('number', 'Số: ……/BB-……'),
  ]
  const right = [
    line('nation', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'),
    line('motto', 'Độc lập - Tự do - Hạnh phúc'),
    rule(mottoMm),
  ]
  return { kind: 'columns', widthsMm: [65, 100], rows: [[left, right]] }
}

/** The motto’s rule is as long as the motto, set in 14 pt bold. */
const mottoMm = 61
/** A rule under a name takes a third to a half of its line. A letter of these sizes takes about 2.8 mm. */
const shareOf = (text: string) => Math.round(Math.min(text.length, 40) * 2.8 * 0.4)

/** Breaks a long name into lines of about the same length, so that no lone word stands under a full line. */
function balanced(name: string): string[] {
  const lineLength = name.length / Math.ceil(name.length / lettersOfAColumn)
  const broken: string[] = []
  let start = 0
  for (const word of name.split(' ')) {
    const index = Math.floor(start / lineLength)
    broken[index] = broken[index] ? `${broken[index]} ${word}` : word
    start += word.length + 1
  }
  return broken.filter(Boolean)
}
const lettersOfAColumn = 22

function attendees({ sites, others }: MinutesDocument): Line[] {
  const guests = (['citizen', 'observer'] as const)
    .map((role) => ({ heading: roleNames[role], items: others.filter((one) => one.role === role).map(guestClause) }))
    .filter(({ items }) => items.length > 0)
  return [...sites.map((site) => ({ heading: siteHeading(site), items: siteClauses(site) })), ...guests].flatMap(
    ({ heading, items }, index) => [
      line('subheading', `${index + 1}. ${heading}`),
      ...items.map((item, position) => line('text', `- ${item}${position === items.length - 1 ? '.' : ';'}`)),
    ],
  )
}

const signatoryTitle = (named: Named | null) => (named ? `${personAndTitle(named)}.` : '…………')

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
    widthsMm: [13, 76, 42, 34],
    titles: ['STT', 'Nội dung', 'Đơn vị chủ trì', 'Thời hạn'].map((title) => line('cellTitle', title)),
    rows: assignments.map((one, index) => [
      [line('cellCentred', String(index + 1))],
      lines('cell', one.text),
      lines('cell', one.unit),
      [line('cellCentred', dueDay(one))],
    ]),
  }
  return [line('heading', 'Phân công nhiệm vụ:'), gap(1.5), table, gap(1.5)]
}

function signatures({ chair, secretary }: MinutesDocument): Columns {
  const note = (text: string) => line('signatureNote', text)
  const signatory = (named: Named | null) => [gap(25), line('signatory', named?.name ?? '…………')]
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
      [signatory(secretary), signatory(chair)],
    ],
  }
}

function colophon({ journal }: MinutesDocument): string {
  const head = journal.commits > 0 ? `; mã băm SHA-256 của bản ghi cuối cùng: ${journal.headHash}` : ''
  return `Biên bản được lập từ nhật ký điện tử gồm ${journal.commits} bản ghi${head}.`
}
