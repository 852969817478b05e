// Clauses of the minutes about motions, notes, decisions and assignments.
import type { AssignmentLine, CourseLine } from '../../../shared/projections/minutes.ts'
import { twoDigits } from '../model/times.ts'
import { ballotClosed, ballotOpened, quoted } from './ballot-wording.ts'
import { atSite, office } from './name-wording.ts'
import { closed, dueDay } from './sentences.ts'

/** What is voted on, noted, decided and assigned. */
type DecidedKind =
  | 'motionProposed'
  | 'codesPrinted'
  | 'ballotOpened'
  | 'ballotClosed'
  | 'motionWithdrawn'
  | 'note'
  | 'decision'
  | 'assignment'

export function decidedClause(line: Extract<CourseLine, { kind: DecidedKind }>): string {
  switch (line.kind) {
    case 'motionProposed':
      return `đưa ra nội dung biểu quyết ${quoted(line.ballot)}`
    case 'codesPrinted': {
      const who = line.by === null ? 'cán bộ được giao' : office(line.by)
      const where = line.site === null ? '' : ` của ${atSite(line.site)}`
      const why = line.reason === null ? '' : `. Lý do: ${line.reason}`
      return `${who} in ${twoDigits(line.count)} mã biểu quyết${where}; mã đã in trước đó của các đại biểu này hết hiệu lực${why}`
    }
    case 'ballotOpened':
      return ballotOpened(line.ballot)
    case 'ballotClosed':
      return ballotClosed(line.ballot)
    case 'motionWithdrawn':
      return `hủy nội dung biểu quyết ${quoted(line.ballot)}. Lý do: ${line.ballot.withdrawnReason}`
    case 'note':
      return `Thư ký ghi nhận: ${line.text}`
    case 'decision':
      return `Chủ tọa kết luận: ${line.text}`
    case 'assignment':
      return assignmentClause(line)
  }
}

function assignmentClause(line: AssignmentLine): string {
  const { unit, supportingUnits, text, ground } = line
  const support = supportingUnits.length > 0 ? `, ${supportingUnits.join(', ')} phối hợp` : ''
  const basis = ground === null ? '' : ` Căn cứ: ${closed(ground)}`
  return `Chủ tọa giao ${unit} chủ trì${support}: ${closed(text)}${basis} Thời hạn: ${dueDay(line).toLocaleLowerCase('vi')}`
}
