// The roster of officers who receive citizens: entered by staff of the agency; plans and journals refer to them by id.
// Called by HTTP and by the appointments. Encrypted, like other names.
import type { Redis } from 'ioredis'
import { v7 as newId } from 'uuid'
import { OfficerId } from '../../../shared/kernel/ids.ts'
import { Officer } from '../../../shared/wire/reception/appointments.ts'
import { decrypt, encrypt } from '../../platform/encryption.ts'
import { reachingRedis } from '../../platform/errors.ts'

/** Each method throws Unavailable when Redis cannot be reached. */
export interface Officers {
  /** In the order of the Vietnamese alphabet. */
  list(): Promise<Officer[]>
  /** null: the roster is full. */
  add(officer: Omit<Officer, 'officerId'>): Promise<Officer | null>
  /** False: there is nobody of this id. */
  change(officer: Officer): Promise<boolean>
  /** What was planned with them keeps their id, and no name. */
  forget(officerId: OfficerId): Promise<void>
}

const maximumOfficers = 500
const key = 'officers'
const { compare } = new Intl.Collator('vi')
const placeOf = (officerId: string) => `officer ${officerId}`

export function createOfficers(redis: Redis, secret: Uint8Array): Officers {
  const keep = (officer: Officer) => {
    const encrypted = encrypt(secret, Buffer.from(JSON.stringify(officer)), placeOf(officer.officerId))
    return reachingRedis(() => redis.hset(key, officer.officerId, encrypted))
  }
  return {
    async list() {
      const kept = Object.entries(await reachingRedis(() => redis.hgetall(key)))
      return kept
        .map(([id, encrypted]) => Officer.parse(JSON.parse(decrypt(secret, encrypted, placeOf(id)).toString())))
        .sort((one, other) => compare(one.name, other.name))
    },
    async add(details) {
      if ((await reachingRedis(() => redis.hlen(key))) >= maximumOfficers) return null
      const officer: Officer = { officerId: OfficerId.parse(newId()), ...details }
      await keep(officer)
      return officer
    },
    async change(officer) {
      if ((await reachingRedis(() => redis.hexists(key, officer.officerId))) === 0) return false
      await keep(officer)
      return true
    },
    forget: async (officerId) => void (await reachingRedis(() => redis.hdel(key, officerId))),
  }
}
