// How often a page may send each kind of message. Called by session-pages.ts.
import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { LiveMessage } from '../../../shared/wire/engine/socket-events.ts'

/** Of one link. A page that comes back at every lost word of its radio needs fewer; each may be a commit. */
const usualHellosPerLink = 15

export type MessageLimits = ReturnType<typeof createMessageLimits>

export function createMessageLimits(hellosPerLink = usualHellosPerLink) {
  return {
    // Bursts are people (a first screen, a key held down); a steady flood is not.
    commands: new RateLimiterMemory({ points: 40, duration: 2 }),
    media: new RateLimiterMemory({ points: 120, duration: 2 }),
    live: new RateLimiterMemory({ points: 60, duration: 2 }),
    // Whoever is refused so often is guessing; by participant, so that a new connection does not begin anew.
    refusals: new RateLimiterMemory({ points: 30, duration: 60 }),
    health: new RateLimiterMemory({ points: 4, duration: 10 }),
    hellos: new RateLimiterMemory({ points: hellosPerLink, duration: 30 }),
    // Lines that waited for the network come at once; nobody types ten in four seconds.
    captionLines: new RateLimiterMemory({ points: 10, duration: 4 }),
  }
}

/** Of 60 in two seconds: three reactions, a pointer that moves without a jerk, or words as they are typed. */
export const livePoints: Readonly<Record<LiveMessage['type'], number>> = { reaction: 20, pointer: 1, caption: 4 }

export const isWithin = (limit: RateLimiterMemory, whose: string, points = 1): Promise<boolean> =>
  limit.consume(whose, points).then(
    () => true,
    () => false,
  )
