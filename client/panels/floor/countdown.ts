// How the time of a speaker stands. Pure, on the server's time.
import type { Ms } from '../../../shared/kernel/ids.ts'

const SOON_MS = 30_000
const VERY_SOON_MS = 10_000

/** calm, then soon at 30 s, urgent at 10 s, over when nothing is left. */
export type Urgency = 'calm' | 'soon' | 'urgent' | 'over'

export interface Countdown {
  readonly remainingMs: Ms
  readonly urgency: Urgency
  /** 1 at the start, 0 at the end. */
  readonly remainingShare: number
}

export function countdown(grantedAt: Ms, endsAt: Ms, now: Ms): Countdown {
  const remainingMs = Math.max(0, endsAt - now)
  return {
    remainingMs,
    urgency: urgencyOf(remainingMs),
    remainingShare: Math.min(1, remainingMs / Math.max(1, endsAt - grantedAt)),
  }
}

function urgencyOf(remainingMs: Ms): Urgency {
  if (remainingMs === 0) return 'over'
  if (remainingMs <= VERY_SOON_MS) return 'urgent'
  return remainingMs <= SOON_MS ? 'soon' : 'calm'
}
