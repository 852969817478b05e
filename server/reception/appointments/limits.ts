// Rate limits per network and per contact, so that nobody books every place or finds codes by guessing. Counted in
// Redis for all nodes; while Redis is unreachable every request is refused.
import type { Redis } from 'ioredis'
import { RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'
import { reachingRedis, Unavailable } from '../../platform/errors.ts'
import { networkOf } from '../../platform/http/network.ts'

const hours = (count: number) => count * 60 * 60
const minutes = (count: number) => count * 60

/** A village may sit behind one address. */
const bookingsPerNetwork = { points: 30, duration: hours(24) }
/** Also what is cancelled again counts. */
const bookingsPerContact = { points: 6, duration: hours(24 * 7) }
/** The same for a code that exists and for one that does not. */
const failuresPerCode = { points: 5, duration: minutes(15) }
const failuresPerNetwork = { points: 15, duration: minutes(15) }

/** Appointments that one contact may hold at a time. */
const openPerContact = 2

export type Refusal = { readonly retryAfterMs: number }

/** Each method throws Unavailable when Redis cannot be reached. */
export interface Limits {
  /** Counts a booking against the network it comes from and the contacts it names. null: it may go on. */
  countBooking(address: string, contactMarks: readonly string[]): Promise<Refusal | null>
  /** Holds a place of each contact for this appointment, until its day is over. False: one has as many as one may have. */
  hold(contactMarks: readonly string[], appointment: string, until: number): Promise<boolean>
  release(contactMarks: readonly string[], appointment: string): Promise<void>
  /** Counts the try before anything is compared, so that a hundred at once are no way round. */
  beginTry(
    codeHash: string,
    address: string,
  ): Promise<{ kind: 'permitted'; succeeded(): Promise<void> } | { kind: 'too-many'; retryAfterMs: number }>
}

const heldKey = (mark: string) => `appointments:heldBy:${mark}`

export function createLimits(redis: Redis, now: () => number): Limits {
  const limiter = (keyPrefix: string, limit: { points: number; duration: number }) =>
    new RateLimiterRedis({ storeClient: redis, keyPrefix: `appointments:${keyPrefix}`, ...limit })
  const networks = limiter('network', bookingsPerNetwork)
  const contacts = limiter('contact', bookingsPerContact)
  const codeFailures = limiter('codeFailures', failuresPerCode)
  const networkFailures = limiter('networkFailures', failuresPerNetwork)

  async function release(contactMarks: readonly string[], appointment: string): Promise<void> {
    for (const mark of contactMarks) await reachingRedis(() => redis.zrem(heldKey(mark), appointment))
  }

  return {
    async countBooking(address, contactMarks) {
      try {
        await networks.consume(networkOf(address))
        for (const mark of contactMarks) await contacts.consume(mark)
        return null
      } catch (refusal) {
        return tooMany(refusal)
      }
    },

    async hold(contactMarks, appointment, until) {
      for (const mark of contactMarks) {
        const key = heldKey(mark)
        // Put in first, then counted: of two at once never both slip through.
        const results = await reachingRedis(() =>
          redis
            .multi()
            .zremrangebyscore(key, '-inf', now())
            .zadd(key, until, appointment)
            .zcard(key)
            .pexpireat(key, until, 'GT')
            .pexpireat(key, until, 'NX')
            .exec(),
        )
        const held = Number(results?.[2]?.[1] ?? Number.POSITIVE_INFINITY)
        if (held <= openPerContact) continue
        await release(contactMarks, appointment)
        return false
      }
      return true
    },

    release,

    async beginTry(codeMark, address) {
      const network = networkOf(address)
      try {
        await networkFailures.consume(network)
        await codeFailures.consume(codeMark)
      } catch (refusal) {
        return { kind: 'too-many', ...tooMany(refusal) }
      }
      return {
        kind: 'permitted',
        async succeeded() {
          await reachingRedis(() => Promise.all([codeFailures.delete(codeMark), networkFailures.reward(network)]))
        },
      }
    },
  }
}

/** The library rejects with the counter when there were too many, with an error when Redis failed. */
function tooMany(refusal: unknown): Refusal {
  if (refusal instanceof RateLimiterRes) return { retryAfterMs: refusal.msBeforeNext }
  throw new Unavailable('the database cannot be reached', { cause: refusal })
}
