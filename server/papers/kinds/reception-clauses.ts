// Clauses of the minutes about what is done at a reception.
import { groundOf } from '../../../shared/law/refusal-grounds.ts'
import type { StatementOutcome } from '../../../shared/modules/statement/contract.ts'
import type { CourseLine } from '../../../shared/projections/minutes.ts'
import { calendarDay, twoDigits } from '../model/times.ts'
import { type Meeting, meetingNoun } from './meeting-nouns.ts'
import { described, mention, office, personKindNames } from './name-wording.ts'

/** What is done at a reception: papers, statements, competence, protection. */
type ReceptionKind =
  | 'identity'
  | 'statement'
  | 'devicesConfirmed'
  | 'secrecyWaived'
  | 'secrecyTakenBack'
  | 'madeProtected'
  | 'competence'
  | 'refusalExplained'
  | 'receiptIssued'
  | 'noticeIssued'
  | 'group'

export function receptionClause(line: Extract<CourseLine, { kind: ReceptionKind }>, meeting: Meeting): string {
  const noun = meetingNoun(meeting)
  switch (line.kind) {
    case 'identity':
      return identityClause(line)
    case 'statement':
      return statementClause(line)
    case 'devicesConfirmed':
      return `${mention(line.who)} xác nhận${line.site ? ` tại ${line.site}` : ''} trước phiên: ${line.items.map(unended).join('; ')}`
    case 'secrecyWaived':
      return `${office(line.by)} ghi nhận văn bản số ${line.paperNumber} ngày ${calendarDay(line.signedOn)} của người tố cáo, đồng ý để điểm cầu thành phần và người khác cùng dự`
    case 'secrecyTakenBack':
      return `${office(line.by)} ghi nhận người tố cáo không còn đồng ý để người khác cùng dự: ${line.reason}`
    case 'madeProtected':
      return `${office(line.by)} xác định nội dung là tố cáo; từ lúc này ${noun} theo chế độ bảo vệ người tố cáo`
    case 'competence':
      return competenceClause(line)
    case 'refusalExplained':
      return refusalClause(line)
    case 'receiptIssued':
      return `nhận của ${mention(line.who)} ${twoDigits(line.papers)} tài liệu, lập giấy biên nhận số ${twoDigits(line.number)} năm ${line.year}`
    case 'noticeIssued':
      return `lập thông báo từ chối tiếp ${mention(line.who)}, số ${twoDigits(line.number)} năm ${line.year}`
    case 'group':
      return `đoàn có ${twoDigits(line.people)} người, cử ${twoDigits(line.representatives.length)} người đại diện trình bày: ${line.representatives.map(described).join(', ')}`
  }
}

/** Without its full stop: it goes on in a row. */
const unended = (text: string) => text.replace(/\.$/u, '')

function identityClause({ who, by, outcome, personKind }: CourseLine & { kind: 'identity' }): string {
  const looked = `${office(by)} kiểm tra giấy tờ của ${mention(who)}`
  switch (outcome) {
    case 'confirmed':
      return `${looked}: đã xác nhận, tham gia với tư cách ${personKindNames[personKind ?? 'citizen']}`
    case 'refused':
      return `${looked}: chưa đủ căn cứ xác nhận`
    case 'deferred':
      return `${looked}: để lại, kiểm tra sau`
    case 'withdrawn':
      return `${office(by)} hủy kết quả kiểm tra giấy tờ của ${mention(who)} để kiểm tra lại`
  }
}

/** The words stand as they were read back, between quotation marks; how they were acknowledged comes after them. */
function statementClause({ who, version, text, outcome }: CourseLine & { kind: 'statement' }): string {
  const which = version > 1 ? ` (bản ghi lần ${version}, sau khi sửa theo đề nghị)` : ''
  return `ghi nội dung trình bày của ${mention(who)}${which}: “${text}” ${acknowledgementSentence(outcome)}`
}

function acknowledgementSentence(outcome: StatementOutcome | null): string {
  switch (outcome?.how) {
    case 'drawn':
      return `Đã đọc lại; người trình bày đồng ý và ký trên màn hình (mã SHA-256 của chữ ký: ${outcome.sha256})`
    case 'code':
      return 'Đã đọc lại; người trình bày đồng ý và xác nhận bằng mã do cán bộ đọc tại buổi làm việc'
    case 'spoken':
      return 'Đã đọc lại; người trình bày đồng ý bằng lời, có ghi âm'
    case 'notSigned':
      return `Đã đọc lại; người trình bày không ký xác nhận. Lý do: ${outcome.reason}`
    case undefined:
      return 'Đã đọc lại; người trình bày chưa xác nhận'
  }
}

function competenceClause({ isOwn, competentUnit }: CourseLine & { kind: 'competence' }): string {
  if (isOwn) return 'xác định nội dung thuộc thẩm quyền của cơ quan'
  const guided = competentUnit === null ? '' : `; hướng dẫn công dân đến ${competentUnit}`
  return `xác định nội dung không thuộc thẩm quyền của cơ quan${guided}`
}

/** What was not read in the text in force is not printed as law. */
function refusalClause({ who, groundId, words }: CourseLine & { kind: 'refusalExplained' }): string {
  const ground = groundOf(groundId)
  const basis = ground?.mark === 'verified' ? ` (${ground.source})` : ''
  const why = ground ? `“${ground.words}”${basis}. ` : ''
  return `giải thích trực tiếp cho ${mention(who)} lý do từ chối: ${why}${words}`
}
