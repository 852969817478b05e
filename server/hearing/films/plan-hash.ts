// By its hash the plan of a film is told from the one it would have now.
import { createHash } from 'node:crypto'
import type { SessionId } from '../../../shared/kernel/ids.ts'
import type { Film as Plan } from '../../../shared/projections/film.ts'

export const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex')

/** Whether a film would be made otherwise now: its plan is computed anew only where what it may show has changed. */
export function createPlanCheck(planOf: (sessionId: SessionId) => Promise<Plan>) {
  /** What the plan of a session would be now, and from what it was seen. */
  const seen = new Map<SessionId, { from: string; plan: string }>()

  return async (sessionId: SessionId, plan: string, erasable: object): Promise<boolean> => {
    const from = hashOf(erasable)
    let last = seen.get(sessionId)
    if (last?.from !== from) {
      last = { from, plan: hashOf(await planOf(sessionId)) }
      seen.set(sessionId, last)
    }
    return last.plan !== plan
  }
}
