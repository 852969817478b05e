// The notices required for refusals at a visit, with due dates from the same table as the deadlines of cases. Pure.
import { z } from 'zod'
import { Ms, SessionId } from '../kernel/ids.ts'
import { groundOf } from '../law/refusal-grounds.ts'
import { calendarDayOf } from '../law/working-days.ts'
import type { SessionState } from '../modules/index.ts'
import { noticeOf } from '../modules/notice/contract.ts'
import { hasEnded } from '../modules/session/contract.ts'
import { type CaseClock, clocksOf, colourOf, type LawInForce } from './case-clocks.ts'
import { titleOutside } from './leaving.ts'

export const OwedNotice = z.object({
  sessionId: SessionId,
  title: z.string().describe('of the session'),
  explainedAt: Ms.describe('the refusal'),
  // Rows that an older server has written have neither.
  unit: z.string().nullable().default(null).describe('đơn vị tham mưu: who is reminded of it'),
  isProtected: z.boolean().default(false),
})
export type OwedNotice = z.infer<typeof OwedNotice>

/** Refused on a ground that wants a written notice, and not issued, as long as one can be: a sealed session takes no more. */
export function owedNotices(state: SessionState): OwedNotice[] {
  const { session, visit, notice } = state
  const { sessionId, status, advisingUnit: unit, isProtected } = session
  const title = titleOutside(state)
  if (hasEnded(status)) return []
  return visit.refusals
    .filter((refusal) => groundOf(refusal.groundId)?.needsNotice && !noticeOf(notice.notices, refusal))
    .map(({ explainedAt }) => ({ sessionId, title, explainedAt, unit, isProtected }))
}

/** The deadline of the notice for one refusal; null: the law known here sets none for that day. */
export function noticeClock(explainedAt: number, law: LawInForce, now: number): CaseClock | null {
  const on = calendarDayOf(explainedAt)
  const clocks = clocksOf([{ kind: 'receptionRefused', on, at: explainedAt }], law, now)
  return clocks.find(({ clock }) => clock === 'refusalNotice') ?? null
}

export interface UrgentNotice extends OwedNotice {
  readonly clock: CaseClock
  readonly colour: 'amber' | 'red'
}

/** Those that are near or over. */
export function urgentNotices(owed: readonly OwedNotice[], law: LawInForce, now: number): UrgentNotice[] {
  return owed.flatMap((one) => {
    const clock = noticeClock(one.explainedAt, law, now)
    const colour = clock && colourOf(clock, calendarDayOf(now))
    return clock && (colour === 'amber' || colour === 'red') ? [{ ...one, clock, colour }] : []
  })
}
