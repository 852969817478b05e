// Clauses of the minutes about the meeting itself: its hours, the gates before it, its agenda and quorum.
import type { Gate } from '../../../shared/modules/readiness/contract.ts'
import type { CourseLine } from '../../../shared/projections/minutes.ts'
import type { Quorum } from '../../../shared/projections/quorum.ts'
import { hourAndMinute, twoDigits } from '../model/times.ts'
import { type Meeting, meetingNoun, openings } from './meeting-nouns.ts'
import { decider, described, mention, office } from './name-wording.ts'

/** The meeting itself: its hours, gates, agenda and quorum. */
type MeetingKind =
  | 'opened'
  | 'suspended'
  | 'resumed'
  | 'closed'
  | 'chairHandedOver'
  | 'connectionConfirmed'
  | 'gatesOverridden'
  | 'quorum'
  | 'itemStarted'
  | 'itemFinished'
  | 'itemSkipped'
  | 'announced'
  | 'consultation'

export function meetingClause(line: Extract<CourseLine, { kind: MeetingKind }>, meeting: Meeting): string {
  const noun = meetingNoun(meeting)
  switch (line.kind) {
    case 'opened':
      return line.by === 'chair' ? `Chủ tọa tuyên bố ${openings[meeting.kind].declared}` : openings[meeting.kind].told
    case 'suspended':
      return `${line.by === 'chair' ? 'Chủ tọa tuyên bố' : 'Hệ thống'} tạm dừng ${noun}. Lý do: ${line.reason}`
    case 'resumed':
      return `Chủ tọa tuyên bố tiếp tục ${noun}`
    case 'closed':
      return line.by === 'chair' ? `Chủ tọa tuyên bố kết thúc ${noun}` : `${noun} kết thúc`
    case 'chairHandedOver':
      return line.isTaken
        ? `Chủ tọa ${described(line.from)} không có mặt; ${mention(line.to)} nhận quyền chủ tọa và điều hành ${noun} từ thời điểm này`
        : `Chủ tọa ${described(line.from)} giao quyền chủ tọa cho ${mention(line.to)}, người điều hành ${noun} từ thời điểm này`
    case 'connectionConfirmed':
      return connectionConfirmed(line)
    case 'gatesOverridden':
      return gatesOverridden(line)
    case 'quorum':
      return quorumClause(line.quorum)
    case 'itemStarted':
      return `${line.isAgain ? 'tiếp tục' : 'bắt đầu'} nội dung “${line.title}”`
    case 'itemFinished':
      return `kết thúc nội dung “${line.title}”`
    case 'itemSkipped':
      return `không tiến hành nội dung “${line.title}”. Lý do: ${line.reason}`
    case 'announced':
      return `${office(line.by)} thông báo: ${line.text}`
    case 'consultation':
      return line.endedAt === null
        ? 'một số thành viên hội ý riêng'
        : `một số thành viên hội ý riêng đến ${hourAndMinute(line.endedAt)}`
  }
}

/** A dialogue is a reception too, so its word must fit both. */
const gateWords: Readonly<Record<Gate, string>> = {
  notice: 'thông báo trước',
  connectionTest: 'kiểm tra kết nối các điểm cầu',
  allConnected: 'các điểm cầu kết nối, nhìn và nghe được nhau',
}

function connectionConfirmed({ by, person, site, reason }: CourseLine & { kind: 'connectionConfirmed' }): string {
  return `${decider(by, person)} xác nhận thủ công kết nối hình và tiếng hai chiều của ${site ?? 'các điểm cầu'}. Lý do: ${reason}`
}

function gatesOverridden({ by, person, gates, reason }: CourseLine & { kind: 'gatesOverridden' }): string {
  const missing = gates.map((gate) => gateWords[gate]).join('; ')
  return `${decider(by, person)} quyết định khai mạc khi chưa đủ điều kiện chuẩn bị (${missing}). Lý do: ${reason}`
}

/** có mặt 5/7 điểm cầu, đủ số lượng theo quy định (ít nhất 5) */
function quorumClause({ rule, present, total, needed, isMet }: Quorum): string {
  const unit = rule.of === 'sites' ? 'điểm cầu' : 'đại biểu'
  const verdict = isMet ? 'đủ' : 'không đủ'
  return `có mặt ${twoDigits(present)}/${twoDigits(total)} ${unit}, ${verdict} số lượng theo quy định (ít nhất ${twoDigits(needed)})`
}
