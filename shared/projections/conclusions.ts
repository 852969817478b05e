// The assignments of a session, to be followed up after it is closed. Pure.
import { z } from 'zod'
import { Ms, SessionId } from '../kernel/ids.ts'
import type { SessionState } from '../modules/index.ts'
import { isOver } from '../modules/session/contract.ts'
import { type Leaving, titleOutside } from './leaving.ts'

export const Assignment = z
  .object({
    entryId: z.string(),
    sessionId: SessionId,
    sessionTitle: z.string(),
    heldAt: Ms,
    text: z.string(),
    unit: z.string(),
    supportingUnits: z.array(z.string()).readonly(),
    ground: z.string().nullable(),
    dueOn: z.string().nullable(),
  })
  .readonly()
export type Assignment = z.infer<typeof Assignment>

/** For lists, letters and figures. */
export const assignmentsOf = (state: Leaving): Assignment[] => assignmentsWithin(state)

/** For the session itself, whoever may open it. None while the meeting goes on: what is assigned may still be reworded a minute later. */
export function assignmentsWithin(state: SessionState): Assignment[] {
  const { session, minutes } = state
  if (!isOver(session.status)) return []
  const { sessionId, openedAt, scheduledAt } = session
  const sessionTitle = titleOutside(state)
  return minutes.entries.flatMap(({ entryId, content }) => {
    if (content.kind !== 'assignment') return []
    const { kind: _kind, ...assignment } = content
    return [{ entryId, sessionId, sessionTitle, heldAt: openedAt ?? scheduledAt, ...assignment }]
  })
}

/** `today` as in 2026-12-01, in the calendar of the agency. The last day itself is in time. */
export const isOverdue = (dueOn: string | null, isDone: boolean, today: string): boolean =>
  dueOn !== null && !isDone && dueOn < today
