// The words of numbers, of corrections and waivers, and of a notice of conclusions.
import type { Ms } from '../../../shared/kernel/ids.ts'
import type { PaperKind } from '../../../shared/modules/approval/contract.ts'
import type { AssignmentLine } from '../../../shared/projections/minutes.ts'
import type { MinutesDocument } from '../../../shared/projections/minutes-document.ts'
import { paperNumber, type Symbolised } from '../model/paper-number.ts'
import { longDate } from '../model/times.ts'
import { meetingNouns } from './meeting-nouns.ts'
import { described } from './name-wording.ts'
import { capital, closed, dueDay, timeAndDate } from './sentences.ts'

const symbols = { minutes: 'BB', conclusions: 'TB' } as const satisfies Record<PaperKind, string>

export function numberAndSymbol(paper: PaperKind, issue: { number: number } | null, agency: Symbolised): string {
  return paperNumber(issue?.number ?? null, symbols[paper], agency)
}

export const documentNumber = (
  paper: PaperKind,
  { record, agency }: Pick<MinutesDocument, 'record' | 'agency'>,
): string => numberAndSymbol(paper, record.issues[paper], agency)

/** The minutes whose place these take; null: they are the first. */
export function correctionSentence({ record, agency }: Pick<MinutesDocument, 'record' | 'agency'>): string | null {
  const { corrects } = record
  if (corrects === null) return null
  const number = numberAndSymbol('minutes', corrects, { ...agency, ...corrects })
  return `Biên bản số ${number} ${longDate(corrects.at)}. Lý do: ${closed(corrects.reason)}`
}

/** That no minutes are issued, by whom and why; null: nobody has said so. */
export function waiverSentence({ record: { waiver } }: Pick<MinutesDocument, 'record'>): string | null {
  if (waiver === null) return null
  const who = waiver.who ? `${waiver.who.name} quyết định` : 'cán bộ của cơ quan quyết định (nhật ký ghi tài khoản)'
  return `${who} ${signedAt(waiver.at)}. Lý do: ${closed(waiver.reason)}`
}

/** lúc 10 giờ 05, ngày 24 tháng 11 năm 2026 */
export const signedAt = (at: Ms): string => `lúc ${timeAndDate(at)}`

/** Đắk Lắk, ngày 24 tháng 11 năm 2026: the day of the issue. */
export function placeAndDate({ agency, record }: Pick<MinutesDocument, 'agency' | 'record'>): string {
  return `${agency.placeName ?? '……'}, ${dayOrBlank(record.issues.conclusions)}`
}

/** What is not issued has no day yet. */
export const dayOrBlank = (issue: { readonly at: Ms } | null): string =>
  issue ? longDate(issue.at) : 'ngày …… tháng …… năm ……'

export const conclusionsSubject = ({ title, reception }: Pick<MinutesDocument, 'title' | 'reception'>): string =>
  reception ? 'Kết luận việc tiếp công dân' : `Kết luận tại ${uncapital(title)}`

export function conclusionsIntroduction(document: MinutesDocument): string {
  const { startedAt, scheduledAt, place, chair, kind, title, reception } = document
  const who = chair ? described(chair) : '…………'
  const when = `${capital(longDate(startedAt ?? scheduledAt))}, tại ${place.replace(/\.$/, '')}, ${who}`
  if (reception) {
    const citizens = reception.citizens.map((citizen) => described(citizen.who)).join('; ') || '…………'
    return `${when}, tiếp công dân: ${citizens} (“${title}”). Sau khi nghe công dân trình bày, ${who} kết luận, chỉ đạo như sau:`
  }
  return `${when} chủ trì ${meetingNouns[kind]} “${title}”. Căn cứ diễn biến ${meetingNouns[kind]}, chủ tọa kết luận như sau:`
}

/** Nghị định 154/2026/NĐ-CP, Điều 25.2: the result reaches the citizen. */
export const conclusionsEnding = ({ reception }: Pick<MinutesDocument, 'reception'>): string =>
  reception
    ? 'Các cơ quan, đơn vị được giao tổ chức thực hiện, báo cáo kết quả đúng thời hạn và thông báo kết quả bằng văn bản đến công dân./.'
    : 'Đề nghị các cơ quan, đơn vị được giao nhiệm vụ tổ chức thực hiện và báo cáo kết quả theo thời hạn nêu trên./.'

/** Who does it with whom, on what ground, until when. */
export function assignmentDetails(line: AssignmentLine): string[] {
  const { unit, supportingUnits, ground } = line
  return [
    `Đơn vị chủ trì: ${unit};`,
    ...(supportingUnits.length > 0 ? [`Đơn vị phối hợp: ${supportingUnits.join(', ')};`] : []),
    ...(ground === null ? [] : [`Căn cứ: ${ground};`]),
    `Thời hạn: ${dueDay(line).toLocaleLowerCase('vi')}.`,
  ]
}

/** Names that begin with a capital by right keep it: Ủy ban, UBND, Đà Nẵng. */
const uncapital = (text: string) =>
  /^(Hội nghị|Cuộc họp|Buổi|Phiên|Đối thoại|Họp)\s/u.test(text)
    ? `${text.slice(0, 1).toLocaleLowerCase('vi')}${text.slice(1)}`
    : text
