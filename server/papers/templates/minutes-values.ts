// The values of the fields of minutes and of a notice of conclusions: the sentences of the built-in papers without
// their headings.
import type { PaperKind } from '../../../shared/modules/approval/contract.ts'
import { recipientLine } from '../../../shared/papers/recipients.ts'
import type { DialogueRecord } from '../../../shared/projections/dialogue-record.ts'
import type { Named } from '../../../shared/projections/minutes.ts'
import type { MinutesDocument, RecordedSignature } from '../../../shared/projections/minutes-document.ts'
import type { ReceptionRecord } from '../../../shared/projections/reception-record.ts'
import { recipientsOf } from '../../../shared/projections/recipients.ts'
import type { TemplateKind } from '../../../shared/wire/papers/paper-templates.ts'
import type { Verification } from '../issued/issued-papers.ts'
import {
  conclusionsEnding,
  conclusionsIntroduction,
  conclusionsSubject,
  correctionSentence,
  signedAt,
} from '../kinds/conclusions-wording.ts'
import { endOfDialogue, partyLines, readBackLines, signersOf } from '../kinds/dialogue-minutes.ts'
import { colophon } from '../kinds/minutes-paper.ts'
import { attendees, ballotLines, decisionLines, sectionLines, signatoryTitle } from '../kinds/minutes-parts.ts'
import { paperConditionNames } from '../kinds/receipt-paper.ts'
import {
  citizenLines,
  courseLines,
  otherAttendees,
  resultLines,
  signedNote,
  statements,
} from '../kinds/reception-minutes.ts'
import { dueDay } from '../kinds/sentences.ts'
import { endSentence, personAndTitle, placeSentence, speakerClause, startSentence } from '../kinds/wording.ts'
import { secrecyMarks } from '../model/letterhead.ts'
import { type Line, lines } from '../model/paper.ts'
import { byHand } from '../model/signature-block.ts'
import { durationInWords, twoDigits } from '../model/times.ts'
import type { FieldValues } from './fields.ts'
import { issueValues, signatoryValues } from './values.ts'

const none = 'Không có.'
export const draft = [{ doan: 'DỰ THẢO' }]

/** Which template lays out the minutes of such a session. */
export function minutesKind({ dialogue, reception }: MinutesDocument): TemplateKind {
  if (dialogue) return 'dialogueMinutes'
  return reception ? 'receptionMinutes' : 'minutes'
}

/** `where`: null before the paper is issued. */
export const minutesValues = (document: MinutesDocument, where: Verification | null): FieldValues => ({
  ...sharedValues(document, where),
  ...ownValues(document),
})

function ownValues(document: MinutesDocument): FieldValues {
  const { dialogue, reception } = document
  if (dialogue) return dialogueValues(document, dialogue)
  return reception ? receptionValues(document, reception) : conferenceValues(document)
}

function sharedValues(document: MinutesDocument, where: Verification | null) {
  const { agency, title, chair, secretary, record } = document
  const { issues, signatures } = record
  const correction = correctionSentence(document)
  return {
    ...issueValues(issues.minutes && { number: issues.minutes.number, issuedAt: issues.minutes.at }, agency, where),
    dau_do_mat: secrecyMarks[document.secrecy],
    du_thao: issues.minutes ? [] : draft,
    tieu_de: title,
    thay_the: correction === null ? [] : [{ doan: `Thay thế: ${correction}` }],
    bat_dau: startSentence(document),
    dia_diem: placeSentence(document),
    chu_tri: signatoryTitle(chair),
    ten_chu_tri: nameOf(signatures.chair, chair),
    ky_chu_tri: signed(signatures.chair),
    thu_ky: signatoryTitle(secretary),
    ten_thu_ky: nameOf(signatures.secretary, secretary),
    ky_thu_ky: signed(signatures.secretary),
    ket_thuc: endSentence(document),
    nguon: colophon(document),
    noi_nhan: recipientValues('minutes', document),
  }
}

const nameOf = (signature: RecordedSignature | null, named: Named | null) => (signature?.who ?? named)?.name ?? byHand
/** Nobody but the file: then no line at all. */
const recipientValues = (paper: PaperKind, document: MinutesDocument): Rows =>
  recipientsOf(paper, document).map((name) => ({ doan: recipientLine(name) }))
const signed = (signature: RecordedSignature | null) =>
  signature ? `Đã ký xác nhận trên hệ thống ${signedAt(signature.at)}` : ''

function conferenceValues(document: MinutesDocument): FieldValues {
  return {
    thanh_phan: paragraphs(attendees(document)),
    noi_dung: paragraphs(document.sections.flatMap((section) => sectionLines(section, document))),
    bieu_quyet: paragraphs(document.ballots.flatMap(ballotLines)),
    ket_luan: paragraphs(decisionLines(document)),
    nhiem_vu: assignmentRows(document),
    thoi_gian_phat_bieu: document.spoken.map((one, index) => ({
      stt: String(index + 1),
      ai: speakerClause(one),
      bao_lau: durationInWords(one.spokenMs),
    })),
  }
}

function receptionValues(document: MinutesDocument, reception: ReceptionRecord): FieldValues {
  return {
    thanh_phan: paragraphs(otherAttendees(document)),
    cong_dan_duoc_tiep: paragraphs(citizenLines(reception)),
    trinh_bay: paragraphs(statements(document)),
    ket_qua: paragraphs(resultLines(document, reception)),
    ket_luan: paragraphs(decisionLines(document)),
    nhiem_vu: assignmentRows(document),
    tai_lieu: rowsOr(
      reception.receipts.flatMap(({ who, number, papers }) =>
        papers.map(({ name, pages, condition }) => ({
          bien_nhan: twoDigits(number),
          cua_ai: personAndTitle(who),
          ten: name,
          so_trang: String(pages),
          tinh_trang: paperConditionNames[condition],
        })),
      ),
      { bien_nhan: '', cua_ai: '', ten: none, so_trang: '', tinh_trang: '' },
    ),
    dien_bien: paragraphs(courseLines(document)),
    cong_dan_ky: reception.citizens.map((citizen) => ({ ten: citizen.who.name, ghi_chu_ky: signedNote(citizen) })),
  }
}

function dialogueValues(document: MinutesDocument, dialogue: DialogueRecord): FieldValues {
  const { purpose, verification, agreed, different, other, opinions } = dialogue
  const signers = (role: Parameters<typeof signersOf>[1]) =>
    signersOf(dialogue, role)
      .map(({ person }) => person.name)
      .join(', ')
  return {
    nguoi_khieu_nai: paragraphs(partyLines(dialogue, 'complainant')),
    nguoi_bi_khieu_nai: paragraphs(partyLines(dialogue, 'complainedOf')),
    nguoi_lien_quan: paragraphs(partyLines(dialogue, 'concerned')),
    co_quan_lien_quan: paragraphs(partyLines(dialogue, 'body')),
    muc_dich: paragraphsOf(purpose),
    xac_minh: paragraphsOf(verification),
    y_kien: rowsOr(
      opinions.map(({ matter, words }) => ({ ve_viec: matter, loi: words })),
      { ve_viec: '', loi: none },
    ),
    thong_nhat: paragraphsOf(agreed),
    khac_nhau: paragraphsOf(different),
    y_kien_khac: paragraphsOf(other),
    doc_lai_va_ky: paragraphs(readBackLines(dialogue)),
    ky_nguoi_khieu_nai: signers('complainant'),
    ky_nguoi_bi_khieu_nai: signers('complainedOf'),
    ky_nguoi_lien_quan: signers('concerned'),
    ky_co_quan_lien_quan: signers('body'),
    ket_thuc: endOfDialogue(document),
  }
}

export function conclusionsValues(document: MinutesDocument, where: Verification | null): FieldValues {
  const issue = document.record.issues.conclusions
  return {
    ...issueValues(issue && { number: issue.number, issuedAt: issue.at }, document.agency, where),
    dau_do_mat: secrecyMarks[document.secrecy],
    du_thao: issue ? [] : draft,
    trich_yeu: conclusionsSubject(document),
    mo_dau: conclusionsIntroduction(document),
    ket_luan: paragraphs(decisionLines(document)),
    nhiem_vu: assignmentRows(document),
    ket_thuc: conclusionsEnding(document),
    noi_nhan: recipientValues('conclusions', document),
    ...signatoryValues(issue?.signatory, document.agency),
  }
}

type Rows = readonly Readonly<Record<string, string>>[]
const rowsOr = (rows: Rows, empty: Readonly<Record<string, string>>): Rows => (rows.length > 0 ? rows : [empty])

export const paragraphs = (all: readonly Line[]): Rows =>
  rowsOr(
    all.map(({ lead, text }) => ({ doan: `${lead}${text}` })),
    { doan: none },
  )

/** A line break within a paragraph that is justified would draw its line apart. */
const paragraphsOf = (text: string): Rows => paragraphs(lines('text', text))

function assignmentRows({ assignments }: MinutesDocument): Rows {
  return rowsOr(
    assignments.map((one, index) => ({
      stt: String(index + 1),
      noi_dung: one.text,
      don_vi_chu_tri: one.unit,
      don_vi_phoi_hop: one.supportingUnits.join(', '),
      can_cu: one.ground ?? '',
      thoi_han: dueDay(one),
    })),
    { stt: '', noi_dung: none, don_vi_chu_tri: '', don_vi_phoi_hop: '', can_cu: '', thoi_han: '' },
  )
}
