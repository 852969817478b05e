// A proof of work that a browser must do before it may book: seconds for one person, hours for somebody who wants every
// place. Follows the ALTCHA protocol, created and checked on this server, so that no third party learns who books.
import { hkdfSync, randomInt } from 'node:crypto'
import { createChallenge, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import type { Redis } from 'ioredis'
import type { Challenge, Proof } from '../../../shared/wire/reception/appointments.ts'
import { reachingRedis } from '../../platform/errors.ts'

export interface Challenges {
  create(): Promise<Challenge>
  /** Each is good once. Throws Unavailable when Redis cannot be reached. */
  accept(proof: Proof): Promise<'accepted' | 'used' | 'invalid'>
}

/** Two seconds on a phone of some years ago, in the background while the form is filled in. */
const work = { cost: 10_000, fewest: 60, most: 140 }
const goodForMs = 30 * 60_000
const algorithm = 'PBKDF2/SHA-256'

/** `effort`: tests wait for a part of the work only. */
export function createChallenges(redis: Redis, secret: Uint8Array, now: () => number, effort = 1): Challenges {
  const secretFor = (purpose: string) =>
    Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), `diemcau challenge ${purpose}`, 32)).toString('hex')
  const secrets = { hmacSignatureSecret: secretFor('signature'), hmacKeySignatureSecret: secretFor('key') }
  return {
    async create() {
      const steps = randomInt(work.fewest, work.most)
      const cost = Math.max(1, Math.round(work.cost * effort))
      const expiresAt = new Date(now() + goodForMs)
      const made = await createChallenge({ algorithm, cost, counter: steps, deriveKey, expiresAt, ...secrets })
      return made as Challenge
    },
    async accept(proof) {
      const { signature, parameters } = proof.challenge
      // The signature covers the parameters as they were sent; what is asked of it here is not up to the sender.
      if (parameters.expiresAt * 1000 < now() || parameters.algorithm !== algorithm) return 'invalid'
      const verdict = await verifySolution({ ...proof, deriveKey, ...secrets }).catch(() => null)
      if (!verdict?.verified) return 'invalid'
      const first = await reachingRedis(() => redis.set(`challenge:${signature}`, 1, 'PX', goodForMs, 'NX'))
      return first === 'OK' ? 'accepted' : 'used'
    },
  }
}
