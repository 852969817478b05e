// Computes time spoken and time left per turn, person and site. Used by the rules and by the screens.
import { z } from 'zod'
import { ItemId, Ms, ParticipantId, PersonId } from '../../kernel/ids.ts'

/** A stretch of speech of one person from one endpoint. Breaks of the clock end one and begin another. */
export const Turn = z.object({
  participantId: ParticipantId,
  speakerId: PersonId.nullable().describe('who of the site spoke; null: not named'),
  itemId: ItemId.nullable().describe('the item of the agenda that was going on'),
  from: Ms,
  to: Ms.nullable().describe('null: going on'),
})
export type Turn = z.infer<typeof Turn>

/** Milliseconds that those turns took until `now`. */
export const spokenMs = (turns: readonly Turn[], now: Ms): number =>
  turns.reduce((sum, { from, to }) => sum + Math.max(0, (to ?? now) - from), 0)

/** Seconds left of a budget; null: there is none. */
export function leftOf(budgetSeconds: number | null, turns: readonly Turn[], now: Ms): number | null {
  return budgetSeconds === null ? null : Math.max(0, budgetSeconds - Math.round(spokenMs(turns, now) / 1000))
}

/** The tightest of several limits; null: none of them limits. */
export function tightest(...limits: readonly (number | null)[]): number | null {
  const set = limits.filter((limit) => limit !== null)
  return set.length === 0 ? null : Math.min(...set)
}

/** Milliseconds left on a holder's clock, below zero once it is over; null: no limit. A paused clock stands. */
export function leftOnClock(
  { endsAt, pausedAt }: { readonly endsAt: Ms | null; readonly pausedAt: Ms | null },
  now: Ms,
): number | null {
  return endsAt === null ? null : endsAt - (pausedAt ?? now)
}
