// The minutes as a paper in the layout of NĐ 30/2020, form 1.9 “Biên bản”. For docx.ts and pdf.ts.
import type { Named } from '../../../shared/projections/minutes.ts'
import type { MinutesDocument, RecordedSignature } from '../../../shared/projections/minutes-document.ts'
import { recipientsOf } from '../../../shared/projections/recipients.ts'
import { letterhead, shareOf } from '../model/letterhead.ts'
import { type Block, type Columns, gap, line, lines, type Paper, printable, rule } from '../model/paper.ts'
import { recipientLines } from '../model/recipient-lines.ts'
import { byHand } from '../model/signature-block.ts'
import { correctionSentence, documentNumber, signedAt, waiverSentence } from './conclusions-wording.ts'
import { dialogueBody, dialogueSignatures } from './dialogue-minutes.ts'
import { meetingNoun } from './meeting-nouns.ts'
import {
  assignments,
  attendees,
  ballots,
  chairTitle,
  decisions,
  sectionLines,
  signatoryTitle,
  spokenTimes,
} from './minutes-parts.ts'
import { receptionBody, receptionSignatures } from './reception-minutes.ts'
import { endSentence, placeSentence, startSentence } from './wording.ts'

export function minutesPaper(document: MinutesDocument): Paper {
  const { agency, record, startedAt, endedAt, scheduledAt, title } = document
  const isUnnamed = record.issues.minutes === null && agency.abbreviation === null
  const isDraft = startedAt === null || endedAt === null || isUnnamed
  return {
    title: printable(`Biên bản: ${title}`),
    author: printable(agency.organisation),
    date: endedAt ?? startedAt ?? scheduledAt,
    blocks: [
      ...(isDraft ? [line('draft', 'DỰ THẢO'), gap(4)] : []),
      letterhead(document.agency, documentNumber('minutes', document), { secrecy: document.secrecy }),
      ...minutesBody(document),
      ...waived(document),
      gap(4),
      ...signatureBlocks(document),
      ...recipientLines(recipientsOf('minutes', document), agency),
      line('colophon', colophon(document)),
    ],
  }
}

function waived(document: MinutesDocument): Block[] {
  const sentence = waiverSentence(document)
  return sentence === null ? [] : [line('field', sentence, 'Không ban hành biên bản: ')]
}

/** What the minutes say, without number and signatures: this is signed. */
export function minutesBody(document: MinutesDocument): Block[] {
  const { title, reception, dialogue } = document
  if (dialogue) return dialogueBody(document, dialogue)
  if (reception) return receptionBody(document, reception)
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
    line('field', chairTitle(document), 'Chủ trì (chủ tọa): '),
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

function signatureBlocks(document: MinutesDocument): Columns[] {
  const { dialogue } = document
  if (dialogue) return dialogueSignatures(document, dialogue)
  return [signatures(document), ...receptionSignatures(document)]
}

function signatures({ chair, secretary, record, reception }: MinutesDocument): Columns {
  const note = (text: string) => line('signatureNote', text)
  const signatory = (named: Named | null, signature: RecordedSignature | null) => [
    ...(signature ? [gap(6), note('Đã ký xác nhận trên hệ thống'), note(signedAt(signature.at)), gap(6)] : [gap(25)]),
    line('signatory', (signature?.who ?? named)?.name ?? byHand),
  ]
  return {
    kind: 'columns',
    widthsMm: [75, 90],
    rows: [
      [
        [line('office', reception ? 'NGƯỜI GHI BIÊN BẢN' : 'THƯ KÝ'), note('(Chữ ký)')],
        [
          line('office', reception ? 'NGƯỜI TIẾP CÔNG DÂN' : 'CHỦ TỌA'),
          note('(Chữ ký của người có thẩm quyền,'),
          note('dấu/chữ ký số của cơ quan, tổ chức (nếu có))'),
        ],
      ],
      [signatory(secretary, record.signatures.secretary), signatory(chair, record.signatures.chair)],
    ],
  }
}

export function colophon({ journal, record }: MinutesDocument): string {
  const head = journal.commits > 0 ? `; mã băm SHA-256 của bản ghi cuối cùng: ${journal.headHash}` : ''
  const text = record.signatures.chair ? ` Mã băm SHA-256 của nội dung đã ký: ${record.signatures.chair.sha256}.` : ''
  return `Biên bản được lập từ nhật ký điện tử gồm ${journal.commits} bản ghi${head}.${text}`
}
