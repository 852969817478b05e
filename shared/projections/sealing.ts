// Computes when a closed session is sealed automatically: some working days after its minutes were issued or waived
// (ADR 0082). Used by the server's periodic job and by the pages of staff; the rules of `session.seal` decide what
// cannot be sealed.
import { z } from 'zod'
import { Ms } from '../kernel/ids.ts'
import { sealingMoment } from '../law/sealing-clocks.ts'
import type { WorkingCalendar } from '../law/working-days.ts'
import { minutesOwed } from '../modules/approval/contract.ts'
import type { SessionState } from '../modules/index.ts'

export const SealingFacts = z.object({
  closedAt: Ms,
  settledAt: Ms.nullable().describe('when the minutes were issued or waived; null: they are owed'),
})
export type SealingFacts = z.infer<typeof SealingFacts>

/** null: it is not closed yet, or sealed already. */
export function sealingFacts({ session: { status, closedAt }, approval }: SessionState): SealingFacts | null {
  if (status !== 'closed' || closedAt === null) return null
  return {
    closedAt,
    settledAt: minutesOwed(approval) ? null : ((approval.issues.minutes ?? approval.waiver)?.at ?? null),
  }
}

export interface SealingMoments {
  /** Until when the minutes should be there. */
  readonly minutesDueAt: Ms
  /** null: not before the minutes are issued or waived. */
  readonly sealsAt: Ms | null
}

export const sealingMoments = ({ closedAt, settledAt }: SealingFacts, calendar: WorkingCalendar): SealingMoments => ({
  minutesDueAt: sealingMoment('minutesDue', closedAt, calendar),
  sealsAt: settledAt === null ? null : sealingMoment('sealing', settledAt, calendar),
})

export const isToBeSealed = (facts: SealingFacts, calendar: WorkingCalendar, now: Ms): boolean => {
  const { sealsAt } = sealingMoments(facts, calendar)
  return sealsAt !== null && sealsAt <= now
}
