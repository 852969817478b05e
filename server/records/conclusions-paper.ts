// The notice of conclusions (thông báo kết luận): what the chair decided and whom he or she assigned it to. No form is prescribed for
// it; the layout is that of NĐ 30/2020.
import type { AssignmentLine } from '../../shared/projections/minutes.ts'
import type { MinutesDocument } from '../../shared/projections/minutes-document.ts'
import { letterhead, shareOf } from './letterhead.ts'
import { decisionLines } from './minutes-parts.ts'
import { type Columns, gap, type Line, line, lines, type Paper, printable, rule } from './paper.ts'
import {
  assignmentDetails,
  conclusionsEnding,
  conclusionsIntroduction,
  conclusionsSubject,
  numberLine,
  placeAndDate,
} from './wording.ts'

export function conclusionsPaper(document: MinutesDocument): Paper {
  const { agency, assignments, record, startedAt, endedAt, scheduledAt } = document
  const subject = conclusionsSubject(document)
  const isDraft = record.issues.conclusions === null
  return {
    title: printable(`Thông báo ${subject}`),
    author: printable(agency.organisation),
    date: record.issues.conclusions?.at ?? endedAt ?? startedAt ?? scheduledAt,
    blocks: [
      ...(isDraft ? [line('draft', 'DỰ THẢO'), gap(4)] : []),
      letterhead(agency, numberLine('conclusions', document), {
        right: [line('placeAndDate', placeAndDate(document))],
        secrecy: document.secrecy,
      }),
      line('kind', 'THÔNG BÁO'),
      ...lines('subject', subject),
      rule(shareOf(subject)),
      gap(2),
      line('text', conclusionsIntroduction(document)),
      ...part(document.reception ? 'I. KẾT LUẬN, CHỈ ĐẠO' : 'I. KẾT LUẬN', decisionLines(document)),
      ...part(
        document.reception ? 'II. GIAO THỰC HIỆN' : 'II. PHÂN CÔNG THỰC HIỆN',
        assignments.flatMap(assignmentLines),
      ),
      line('ending', conclusionsEnding(document)),
      gap(4),
      signature(document),
    ],
  }
}

const part = (heading: string, content: readonly Line[]): Line[] => [
  line('heading', heading),
  ...(content.length > 0 ? content : [line('text', 'Không có.')]),
]

function assignmentLines(assignment: AssignmentLine, index: number): Line[] {
  return [
    ...lines('text', `${index + 1}. ${assignment.text}`),
    ...assignmentDetails(assignment).map((detail) => line('text', `- ${detail}`)),
  ]
}

/** Without the file copy. */
export function recipients({ assignments, reception }: MinutesDocument): Line[] {
  const units = new Set(assignments.flatMap(({ unit, supportingUnits }) => [unit, ...supportingUnits]))
  return [
    ...(reception?.citizens ?? []).map(({ who }) => line('recipient', `- Ông/bà ${who.name};`)),
    ...[...units].map((unit) => line('recipient', `- ${unit};`)),
  ]
}

function signature(document: MinutesDocument): Columns {
  return {
    kind: 'columns',
    widthsMm: [75, 90],
    rows: [
      [
        [
          line('recipientsTitle', 'Nơi nhận:'),
          ...recipients(document),
          ...(document.record.issues.conclusions ? [] : [line('recipient', '- …;')]),
          line('recipient', '- Lưu: VT, hồ sơ.'),
        ],
        [
          line('office', '…………'),
          line('signatureNote', '(Quyền hạn, chức vụ và chữ ký của người ký,'),
          line('signatureNote', 'dấu/chữ ký số của cơ quan, tổ chức)'),
          gap(25),
          line('signatory', '…………'),
        ],
      ],
    ],
  }
}
