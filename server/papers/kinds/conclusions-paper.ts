// The notice of conclusions (thông báo kết luận): the decisions of the chair and the assignments. No form is prescribed
// for it; the layout is that of NĐ 30/2020.
import type { AssignmentLine } from '../../../shared/projections/minutes.ts'
import type { MinutesDocument } from '../../../shared/projections/minutes-document.ts'
import { recipientsOf } from '../../../shared/projections/recipients.ts'
import { letterhead, shareOf } from '../model/letterhead.ts'
import { type Columns, gap, type Line, line, lines, type Paper, printable, rule } from '../model/paper.ts'
import { recipientLines } from '../model/recipient-lines.ts'
import { byHand, type Signer, signatureBlock, signedBy } from '../model/signature-block.ts'
import {
  assignmentDetails,
  conclusionsEnding,
  conclusionsIntroduction,
  conclusionsSubject,
  documentNumber,
  placeAndDate,
} from './conclusions-wording.ts'
import { decisionLines } from './minutes-parts.ts'

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
      letterhead(agency, documentNumber('conclusions', document), {
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

/** Who signs is known once it is issued; of earlier papers it was not kept. */
const unknownSigner: Signer = {
  capacity: [byHand],
  notes: ['(Quyền hạn, chức vụ và chữ ký của người ký,', 'dấu/chữ ký số của cơ quan, tổ chức)'],
  name: byHand,
}

function signature(document: MinutesDocument): Columns {
  const { agency, record } = document
  const signatory = record.issues.conclusions?.signatory
  return {
    kind: 'columns',
    widthsMm: [75, 90],
    rows: [
      [
        recipientLines(recipientsOf('conclusions', document), agency),
        signatureBlock(signatory ? signedBy(signatory, agency) : unknownSigner),
      ],
    ],
  }
}
