import { isOver, isRunning } from '../../../../shared/modules/session/contract.ts'
import type { SessionSummary } from '../../../../shared/wire/hearing/sessions.ts'

type Ordered = Pick<SessionSummary, 'status' | 'scheduledAt'>

const rank = ({ status }: Ordered) => (isRunning(status) ? 0 : isOver(status) ? 2 : 1)

/** What goes on now; then what is to come, the next one first; then what is over, the latest first. */
export function byUrgency(one: Ordered, other: Ordered): number {
  const difference = rank(one) - rank(other)
  if (difference !== 0) return difference
  return isOver(one.status) ? other.scheduledAt - one.scheduledAt : one.scheduledAt - other.scheduledAt
}
