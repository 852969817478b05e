// Limits on the routes that anyone may call, per network address and server. Sign-in has its own
// (identity/accounts/login-attempts).
import type { FastifyRequest } from 'fastify'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { HttpError } from './errors.ts'
import { networkOf } from './network.ts'

export const tooMany = (retryAfterMs: number) =>
  new HttpError(
    429,
    'rate-limited',
    `Too many requests. Try again in ${Math.max(1, Math.ceil(retryAfterMs / 60_000))} min.`,
    { retryAfterMs },
  )

/** For the configuration of one route. */
export function limitPerNetwork({ points, seconds }: { points: number; seconds: number }) {
  const limiter = new RateLimiterMemory({ points, duration: seconds })
  return async (request: FastifyRequest): Promise<void> => {
    try {
      await limiter.consume(networkOf(request.ip))
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) throw tooMany(refusal.msBeforeNext)
      throw refusal
    }
  }
}
