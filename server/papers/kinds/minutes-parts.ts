// The parts of minutes, used for a conference and for a reception.
import type { BallotReport } from '../../../shared/projections/ballots.ts'
import type { Named } from '../../../shared/projections/minutes.ts'
import type { MinutesDocument } from '../../../shared/projections/minutes-document.ts'
import type { Section } from '../../../shared/projections/minutes-sections.ts'
import { type Block, gap, type Line, line, lines, type Table } from '../model/paper.ts'
import { byHand } from '../model/signature-block.ts'
import { durationInWords, hourAndMinute } from '../model/times.ts'
import { ballotHeading, ballotSentences } from './ballot-wording.ts'
import { described, roleNames } from './name-wording.ts'
import { dueDay } from './sentences.ts'
import {
  amendedSentence,
  guestClause,
  interpreterClause,
  personAndTitle,
  sectionHeading,
  siteClauses,
  siteHeading,
  speakerClause,
} from './wording.ts'

export function attendees({ sites, others, interpreters }: MinutesDocument): Line[] {
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

export const signatoryTitle = (named: Named | null) => (named ? `${personAndTitle(named)}.` : byHand)

/** Who chairs at the end, and until when others did. */
export const chairTitle = ({ chair, formerChairs }: Pick<MinutesDocument, 'chair' | 'formerChairs'>): string =>
  [
    signatoryTitle(chair),
    ...formerChairs.map(({ who, until }) => `Trước đó: ${described(who)} (đến ${hourAndMinute(until)}).`),
  ].join(' ')

/** What kind of meeting, and about what: in one line where the title says both. */
export const subjectOf = (kind: string, title: string): Line[] =>
  title.toLocaleLowerCase('vi').startsWith(kind.toLocaleLowerCase('vi'))
    ? lines('subject', title)
    : [line('subject', kind), ...lines('subject', title)]

/** A section of which every line was left out leaves no heading either. */
export function sectionLines(section: Section, document: MinutesDocument): Line[] {
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
export function ballots({ ballots }: MinutesDocument): Block[] {
  if (ballots.length === 0) return []
  return [line('heading', 'Kết quả biểu quyết:'), ...ballots.flatMap(ballotLines)]
}

export const ballotLines = (ballot: BallotReport, index: number): Line[] => [
  line('subheading', `${index + 1}. ${ballotHeading(ballot)}`),
  ...ballotSentences(ballot).map((sentence) => line('text', `- ${sentence}`)),
]

export function decisions(document: MinutesDocument): Block[] {
  if (document.decisions.length === 0) return []
  return [line('heading', 'Kết luận, quyết định:'), ...decisionLines(document)]
}

export const decisionLines = ({ decisions }: MinutesDocument): Line[] =>
  decisions.flatMap(({ text }, index) => lines('text', `${index + 1}. ${text}`))

export function assignments({ assignments }: MinutesDocument): Block[] {
  if (assignments.length === 0) return []
  const table: Table = {
    kind: 'table',
    widthsMm: [14, 59, 33, 33, 26],
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

export function spokenTimes({ spoken }: MinutesDocument): Block[] {
  if (spoken.length === 0) return []
  const table: Table = {
    kind: 'table',
    widthsMm: [14, 101, 50],
    titles: ['STT', 'Người phát biểu', 'Tổng thời gian'].map((title) => line('cellTitle', title)),
    rows: spoken.map((one, index) => [
      [line('cellCentred', String(index + 1))],
      [line('cell', speakerClause(one))],
      [line('cellCentred', durationInWords(one.spokenMs))],
    ]),
  }
  return [line('heading', 'Thời gian phát biểu:'), gap(1.5), table, gap(1.5)]
}
