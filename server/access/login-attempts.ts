// How often a password may be tried: per account name, whoever asks, and per network address, whatever the name.
import type { Redis } from 'ioredis'
import { RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'
import { Unavailable } from '../platform/errors.ts'
import { networkOf } from './network.ts'

const minutes = (count: number) => count * 60

/** An account's name is guessed at slowly whatever the number of addresses; its owner waits a quarter of an hour at most. */
const perUsername = { points: 10, duration: minutes(15) }
/** A whole office may sit behind one address. */
const perNetwork = { points: 60, duration: minutes(15) }

export interface LoginAttempts {
  /** Counts the attempt before the password is looked at, so that a hundred at once are no way round. Throws Unavailable. */
  begin(
    username: string,
    address: string,
  ): Promise<{ kind: 'permitted'; succeeded(): Promise<void> } | { kind: 'too-many'; retryAfterMs: number }>
}

export function createLoginAttempts(redis: Redis): LoginAttempts {
  const usernames = new RateLimiterRedis({ storeClient: redis, keyPrefix: 'attempts:username', ...perUsername })
  const networks = new RateLimiterRedis({ storeClient: redis, keyPrefix: 'attempts:network', ...perNetwork })

  return {
    async begin(username, address) {
      const network = networkOf(address)
      const name = username.trim().toLowerCase()
      try {
        await networks.consume(network)
        await usernames.consume(name)
      } catch (refusal) {
        return tooMany(refusal)
      }
      return {
        kind: 'permitted',
        async succeeded() {
          try {
            await Promise.all([usernames.delete(name), networks.reward(network)])
          } catch (cause) {
            throw new Unavailable('the database cannot be reached', { cause })
          }
        },
      }
    },
  }
}

/** The library rejects with the counter when there were too many, with an error when Redis failed: then nobody signs in. */
function tooMany(refusal: unknown): { kind: 'too-many'; retryAfterMs: number } {
  if (refusal instanceof RateLimiterRes) return { kind: 'too-many', retryAfterMs: refusal.msBeforeNext }
  throw new Unavailable('the database cannot be reached', { cause: refusal })
}
