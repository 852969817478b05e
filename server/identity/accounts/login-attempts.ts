// Limits how often a password may be tried. A stranger's guesses at a name are counted per name and network, so that
// nobody elsewhere is locked out; a browser that has signed in before has a counter of its own (device-cookies.ts, ADR
// 0074).
import type { Redis } from 'ioredis'
import { RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'
import { Unavailable } from '../../platform/errors.ts'
import { networkOf } from '../../platform/http/network.ts'

const minutes = (count: number) => count * 60

const perDevice = { points: 10, duration: minutes(15) }
const perNameAndNetwork = { points: 10, duration: minutes(15) }
/** Against many networks at once. Whoever uses it against an account shuts out its unproven browsers alone. */
const perName = { points: 100, duration: minutes(60) }
/** A whole office may sit behind one address. */
const perNetwork = { points: 60, duration: minutes(15) }

export interface Permit {
  readonly kind: 'permitted'
  succeeded(): Promise<void>
  /** The password was not looked at. */
  notTried(): Promise<void>
}

export interface LoginAttempts {
  /**
   * Counts the attempt before the password is looked at, so that a hundred at once are no way round. `isNews`: it is the first that is
   * turned away in this time. Throws Unavailable.
   */
  begin(
    username: string,
    from: { readonly address: string; readonly device: string | null },
  ): Promise<Permit | { kind: 'too-many'; retryAfterMs: number; isNews: boolean }>
}

export function createLoginAttempts(redis: Redis): LoginAttempts {
  const limiter = (name: string, limit: { points: number; duration: number }) =>
    new RateLimiterRedis({ storeClient: redis, keyPrefix: `attempts:${name}`, ...limit })
  const devices = limiter('device', perDevice)
  const namesFromNetworks = limiter('name-and-network', perNameAndNetwork)
  const names = limiter('username', perName)
  const networks = limiter('network', perNetwork)

  return {
    async begin(username, { address, device }) {
      const network = networkOf(address)
      const name = username.trim().toLowerCase()
      const counters: readonly (readonly [RateLimiterRedis, string])[] =
        device === null
          ? [
              [networks, network],
              [namesFromNetworks, `${name} ${network}`],
              [names, name],
            ]
          : [[devices, device]]
      const counted: (readonly [RateLimiterRedis, string])[] = []
      for (const [counter, key] of counters)
        try {
          await counter.consume(key)
          counted.push([counter, key])
        } catch (refusal) {
          return tooMany(refusal, counter.points)
        }
      const reward = () => reaching(() => Promise.all(counted.map(([counter, key]) => counter.reward(key))))
      return {
        kind: 'permitted',
        notTried: reward,
        async succeeded() {
          await reward()
          if (device === null) await reaching(() => namesFromNetworks.delete(`${name} ${network}`))
          else await reaching(() => devices.delete(device))
        },
      }
    },
  }
}

async function reaching(call: () => Promise<unknown>): Promise<void> {
  try {
    await call()
  } catch (cause) {
    throw new Unavailable('the database cannot be reached', { cause })
  }
}

/** The library rejects with the counter when there were too many, with an error when Redis failed: then nobody signs in. */
function tooMany(refusal: unknown, points: number): { kind: 'too-many'; retryAfterMs: number; isNews: boolean } {
  if (!(refusal instanceof RateLimiterRes)) throw new Unavailable('the database cannot be reached', { cause: refusal })
  return { kind: 'too-many', retryAfterMs: refusal.msBeforeNext, isNews: refusal.consumedPoints === points + 1 }
}
