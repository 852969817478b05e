// The assignments of a session, as they are followed up once it is over. Pure.
import type { Ms, SessionId } from '../kernel/ids.ts'
import type { SessionState } from '../modules/index.ts'
import { isOver } from '../modules/session/contract.ts'

export interface Assignment {
  readonly entryId: string
  readonly sessionId: SessionId
  readonly sessionTitle: string
  readonly heldAt: Ms
  readonly text: string
  readonly unit: string
  readonly supportingUnits: readonly string[]
  readonly ground: string | null
  readonly dueOn: string | null
}

/** None while the meeting goes on: what is assigned may still be reworded a minute later. */
export function assignmentsOf({ session, minutes }: SessionState): Assignment[] {
  if (!isOver(session.status)) return []
  const { sessionId, title: sessionTitle, openedAt, scheduledAt } = session
  return minutes.entries.flatMap(({ entryId, content }) => {
    if (content.kind !== 'assignment') return []
    const { kind: _kind, ...assignment } = content
    return [{ entryId, sessionId, sessionTitle, heldAt: openedAt ?? scheduledAt, ...assignment }]
  })
}

/** `today` as in 2026-12-01, in the calendar of the agency. The last day itself is in time. */
export const isOverdue = (dueOn: string | null, isDone: boolean, today: string): boolean =>
  dueOn !== null && !isDone && dueOn < today
