// How the time of a speaker stands. Pure, on the server's time.
import type { Ms } from '../../../../shared/kernel/ids.ts'
import { leftOnClock } from '../../../../shared/modules/floor/speaking-time.ts'

const SOON_MS = 30_000
const VERY_SOON_MS = 10_000

/** calm, then soon at 30 s, urgent at 10 s, over when nothing is left. */
export type Urgency = 'calm' | 'soon' | 'urgent' | 'over'

export interface Countdown {
  /** How long still; over: how long already. */
  readonly shownMs: Ms
  readonly urgency: Urgency
  /** 1 at the start, 0 at the end. */
  readonly remainingShare: number
}

interface Clock {
  readonly grantedAt: Ms
  readonly endsAt: Ms | null
  readonly pausedAt: Ms | null
}

/** null: there is no limit. */
export function countdown(clock: Clock, now: Ms): Countdown | null {
  const leftMs = leftOnClock(clock, now)
  if (leftMs === null || clock.endsAt === null) return null
  return {
    shownMs: Math.abs(leftMs),
    urgency: urgencyOf(leftMs),
    remainingShare: Math.max(0, Math.min(1, leftMs / Math.max(1, clock.endsAt - clock.grantedAt))),
  }
}

function urgencyOf(leftMs: Ms): Urgency {
  if (leftMs <= 0) return 'over'
  if (leftMs <= VERY_SOON_MS) return 'urgent'
  return leftMs <= SOON_MS ? 'soon' : 'calm'
}
