// Clauses of the minutes about who came and went, who spoke, and how speaking was ordered.
import type { CourseLine } from '../../../shared/projections/minutes.ts'
import { durationInWords, hourAndMinute } from '../model/times.ts'
import { type Meeting, meetingNoun } from './meeting-nouns.ts'
import { atSite, described, languageNames, mention, office } from './name-wording.ts'

/** Who comes and goes. */
type PresenceKind = 'arrived' | 'lost' | 'returned' | 'left' | 'returnedToWaiting' | 'removed' | 'refused' | 'withdrawn'

export function presenceClause(line: Extract<CourseLine, { kind: PresenceKind }>, meeting: Meeting): string {
  const noun = meetingNoun(meeting)
  switch (line.kind) {
    case 'arrived':
      return `${mention(line.who)} tham gia ${noun}`
    case 'lost':
      return `${mention(line.who)} bị mất kết nối`
    case 'returned':
      return `${mention(line.who)} kết nối trở lại và tiếp tục tham gia ${noun}`
    case 'left':
      return `${mention(line.who)} rời ${noun}`
    case 'returnedToWaiting':
      return `${mention(line.who)} được mời trở lại phòng chờ. Lý do: ${line.reason}`
    case 'removed':
      return `${mention(line.who)} được yêu cầu rời khỏi ${noun}. Lý do: ${line.reason}`
    case 'refused':
      return `${mention(line.who)} không được chấp nhận tham gia ${noun}. Lý do: ${line.reason}`
    case 'withdrawn':
      return `${mention(line.who)} không tiếp tục tham gia ${noun}. Lý do: ${line.reason}`
  }
}

/** Who speaks, and how it is ordered. */
type SpeakingKind =
  | 'floorGranted'
  | 'speakerNamed'
  | 'floorLocked'
  | 'speakingOrdered'
  | 'silenced'
  | 'silenceEnded'
  | 'floorRevoked'
  | 'floorEnded'
  | 'interpreted'

export function speakingClause(line: Extract<CourseLine, { kind: SpeakingKind }>): string {
  switch (line.kind) {
    case 'floorGranted':
      return floorGranted(line)
    case 'speakerNamed':
      return `${described(line.person)}${line.site ? ` (${atSite(line.site)})` : ''} phát biểu`
    case 'floorLocked':
      return line.isByTurns
        ? `${office(line.by)} đề nghị tất cả các điểm cầu tắt micro, tạm dừng đăng ký phát biểu`
        : `${office(line.by)} đề nghị mọi người tắt micro`
    case 'speakingOrdered':
      return line.isByTurns
        ? `${office(line.by)} đề nghị phát biểu theo lượt; người được mời mới phát biểu`
        : `${office(line.by)} đề nghị trao đổi trực tiếp, không cần đăng ký phát biểu`
    case 'silenced':
      return `${office(line.by)} tắt micro của ${mention(line.who)}`
    case 'silenceEnded':
      return `${office(line.by)} mở lại micro cho ${mention(line.who)}`
    case 'floorRevoked':
      return `${office(line.by)} đề nghị ${mention(line.who)} dừng phát biểu`
    case 'floorEnded':
      return floorEnded(line)
    case 'interpreted': {
      const speaks = `${described(line.who)}${line.who.title ? ',' : ''} phiên dịch sang ${languageNames[line.language]}`
      return line.until === null ? speaks : `${speaks} đến ${hourAndMinute(line.until)}`
    }
  }
}

function floorGranted({ who, by, limitMs }: CourseLine & { kind: 'floorGranted' }): string {
  const speaks = who.role === 'chair' ? 'Chủ tọa phát biểu' : `${office(by)} mời ${mention(who)} phát biểu`
  return limitMs === null ? speaks : `${speaks}, thời gian không quá ${durationInWords(limitMs)}`
}

function floorEnded({ who, cause }: CourseLine & { kind: 'floorEnded' }): string {
  switch (cause) {
    case 'released':
      return `${mention(who)} kết thúc phần phát biểu`
    case 'expired':
      return `phần phát biểu của ${mention(who)} kết thúc do hết thời gian`
  }
}
