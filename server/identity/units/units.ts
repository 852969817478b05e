// The units named in assignments, with their e-mail addresses: entered by staff of the agency. Called by HTTP and by
// the reminders. Addresses are encrypted, like those of people.
import type { Redis } from 'ioredis'
import { Unit } from '../../../shared/wire/casework/conclusions.ts'
import { decrypt, encrypt } from '../../platform/encryption.ts'
import { reachingRedis } from '../../platform/errors.ts'

/** Each method throws Unavailable when Redis cannot be reached. */
export interface Units {
  /** In the order of the Vietnamese alphabet. */
  list(): Promise<Unit[]>
  /** By name, however it is spelled: capitals and spaces make no difference. null: nobody has entered an address. */
  addresses(): Promise<(name: string) => string | null>
  /** Takes the place of what was kept under this name. */
  keep(unit: Unit): Promise<'kept' | 'too-many'>
  forget(name: string): Promise<void>
}

const maximumUnits = 2000
const key = 'units'
const { compare } = new Intl.Collator('vi')

/** By which a unit is known, however its name is spelled. */
export const unitField = (name: string): string =>
  name.normalize('NFC').trim().replaceAll(/\s+/gu, ' ').toLocaleLowerCase('vi')
const placeOf = (field: string) => `unit ${field}`

export function createUnits(redis: Redis, secret: Uint8Array): Units {
  const all = async (): Promise<[field: string, unit: Unit][]> =>
    Object.entries(await reachingRedis(() => redis.hgetall(key))).map(([field, encrypted]) => [
      field,
      Unit.parse(JSON.parse(decrypt(secret, encrypted, placeOf(field)).toString())),
    ])
  return {
    list: async () => (await all()).map(([, unit]) => unit).sort((one, other) => compare(one.name, other.name)),
    async addresses() {
      const known = new Map(await all())
      return (name) => known.get(unitField(name))?.email ?? null
    },
    async keep(unit) {
      const field = unitField(unit.name)
      const [count, isKnown] = await reachingRedis(() => Promise.all([redis.hlen(key), redis.hexists(key, field)]))
      if (isKnown === 0 && count >= maximumUnits) return 'too-many'
      const encrypted = encrypt(secret, Buffer.from(JSON.stringify(unit)), placeOf(field))
      await reachingRedis(() => redis.hset(key, field, encrypted))
      return 'kept'
    },
    forget: async (name) => void (await reachingRedis(() => redis.hdel(key, unitField(name)))),
  }
}
