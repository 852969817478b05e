// The code by which a citizen follows a case, used together with the last digits of their telephone number or their
// e-mail address. Only a keyed hash of each is stored, so that the store reveals neither codes nor numbers. Called by HTTP.
import { createHmac, hkdfSync, randomInt, timingSafeEqual } from 'node:crypto'
import type { Redis } from 'ioredis'
import { RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'
import { z } from 'zod'
import { reachingRedis, Unavailable } from '../../platform/errors.ts'
import { networkOf } from '../../platform/http/network.ts'

/** Without 0 and O, 1, I and L, 5 and S, 2 and Z, 8 and B, which are confused when read aloud or from paper. */
const alphabet = '34679ACDEFGHJKMNPQRTUVWXY'
/** 25^10: with the limits below, guessing takes longer than any case lives, also where the code alone is asked for. */
const length = 10
/** The last digits of a telephone number that are asked for. */
const phoneDigits = 4

const quarterOfAnHour = 15 * 60
const limits = {
  network: { points: 20, duration: quarterOfAnHour },
  code: { points: 5, duration: quarterOfAnHour },
}

export interface Contacts {
  readonly phone: string | null
  readonly email: string | null
}

export type Followed =
  | { readonly kind: 'found'; readonly caseId: string }
  /** The code, or what was said beside it, is wrong: nobody is told which. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'too-many'; readonly retryAfterMs: number }

/** Each method throws Unavailable when Redis cannot be reached. */
export interface FollowCodes {
  /** A new code; one that was given before opens nothing any more. Without contacts the code alone opens it. */
  issue(caseId: string, contacts: Contacts): Promise<string>
  /** From now on these contacts are asked for beside the code; without any the code alone opens it. */
  ask(caseId: string, contacts: Contacts): Promise<void>
  open(code: string, contact: string, address: string): Promise<Followed>
}

const Kept = z.object({ code: z.string(), proofs: z.array(z.string()) })
const codesKey = '{cases}:follow-codes'
const recordsKey = '{cases}:follow'
/** No case has this id: looked up in the place of one that does not exist, so that both take the same way. */
const nobody = '-'
const nobodysProof = '-'

const asTyped = (code: string) => code.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')
const inGroups = (code: string) => `${code.slice(0, 5)}-${code.slice(5)}`

/** What is compared of a contact; null: nothing that could be one. */
function provable(contact: string): string | null {
  const plain = contact.trim().toLowerCase()
  if (plain.includes('@')) return plain
  const digits = plain.replaceAll(/\D/g, '')
  return digits.length < phoneDigits ? null : digits.slice(-phoneDigits)
}

export function createFollowCodes(redis: Redis, key: Uint8Array): FollowCodes {
  const own = Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), 'diemcau follow codes', 32))
  const keyedHash = (text: string) => createHmac('sha256', own).update(text).digest('base64url')
  const codeHash = (code: string) => keyedHash(`code ${asTyped(code)}`)
  const proofHash = (caseId: string, contact: string) => keyedHash(`proof ${caseId} ${contact}`)
  const networks = new RateLimiterRedis({ storeClient: redis, keyPrefix: 'attempts:follow:network', ...limits.network })
  const codes = new RateLimiterRedis({ storeClient: redis, keyPrefix: 'attempts:follow:code', ...limits.code })

  async function recordOf(caseId: string) {
    const kept = await reachingRedis(() => redis.hget(recordsKey, caseId))
    return kept === null ? null : Kept.parse(JSON.parse(kept))
  }

  const proofsOf = (caseId: string, { phone, email }: Contacts) =>
    [phone, email].flatMap((contact) => {
      const proof = contact === null ? null : provable(contact)
      return proof === null ? [] : [proofHash(caseId, proof)]
    })

  return {
    async issue(caseId, contacts) {
      const proofs = proofsOf(caseId, contacts)
      const earlier = await recordOf(caseId)
      for (;;) {
        const code = Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('')
        const isFree = await reachingRedis(() => redis.hsetnx(codesKey, codeHash(code), caseId))
        if (isFree === 0) continue
        await reachingRedis(() => redis.hset(recordsKey, caseId, JSON.stringify({ code: codeHash(code), proofs })))
        if (earlier) await reachingRedis(() => redis.hdel(codesKey, earlier.code))
        return inGroups(code)
      }
    },

    async ask(caseId, contacts) {
      const record = await recordOf(caseId)
      if (!record) return
      const asking = JSON.stringify({ ...record, proofs: proofsOf(caseId, contacts) })
      await reachingRedis(() => redis.hset(recordsKey, caseId, asking))
    },

    async open(code, contact, address) {
      const hashed = codeHash(code)
      const network = networkOf(address)
      try {
        // Counted before it is looked at, so that a hundred at once are no way round.
        await networks.consume(network)
        await codes.consume(hashed)
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return { kind: 'too-many', retryAfterMs: refusal.msBeforeNext }
        throw new Unavailable('the database cannot be reached', { cause: refusal })
      }
      // The same steps whether there is such a case or not.
      const caseId = (await reachingRedis(() => redis.hget(codesKey, hashed))) ?? nobody
      const record = await recordOf(caseId)
      const given = Buffer.from(proofHash(caseId, provable(contact) ?? nobodysProof))
      const proofs = [0, 1].map((slot) => Buffer.from(record?.proofs[slot] ?? proofHash(nobody, nobodysProof)))
      const isProven = proofs.map((proof) => timingSafeEqual(proof, given)).includes(true)
      const isOpen = record !== null && record.code === hashed && (record.proofs.length === 0 || isProven)
      if (!isOpen) return { kind: 'unknown' }
      try {
        await Promise.all([codes.delete(hashed), networks.reward(network)])
      } catch (cause) {
        throw new Unavailable('the database cannot be reached', { cause })
      }
      return { kind: 'found', caseId }
    },
  }
}
