// Records who has searched for whom by name; the typed text is encrypted with the key of the installation. Kept for
// administrators.
import type { Redis } from 'ioredis'
import { NameSearch } from '../../../shared/wire/identity/citizens.ts'
import { decrypt, encrypt } from '../../platform/encryption.ts'
import { reachingRedis } from '../../platform/errors.ts'

/** Each method throws Unavailable when Redis cannot be reached. */
export interface NameSearches {
  /** The same asked by the same account at the same place within ten minutes is one search: pages of it, and typing on. */
  note(search: Omit<NameSearch, 'at'>): Promise<void>
  /** The newest first. */
  list(limit: number): Promise<NameSearch[]>
}

const listKey = '{citizens}:name-searches'
const lately = (hash: string) => `{citizens}:name-search:${hash}`
const oneSearchSeconds = 600
const place = 'name search'
const Kept = NameSearch.omit({ name: true }).extend({ sealed: NameSearch.shape.name })

export function createNameSearches(
  redis: Redis,
  key: Uint8Array,
  blindIndexOf: (kind: 'wholeName', value: string) => string,
  now: () => number,
): NameSearches {
  return {
    async note({ name, ...search }) {
      const lastSearch = lately(`${search.by}:${search.place}:${blindIndexOf('wholeName', name)}`)
      const isNew = await reachingRedis(() => redis.set(lastSearch, '', 'EX', oneSearchSeconds, 'NX'))
      if (isNew === null) return
      const kept = { ...search, at: now(), sealed: encrypt(key, Buffer.from(name), place) }
      await reachingRedis(() => redis.rpush(listKey, JSON.stringify(kept)))
    },
    async list(limit) {
      const kept = await reachingRedis(() => redis.lrange(listKey, -limit, -1))
      return kept
        .map((one) => {
          const { sealed, ...search } = Kept.parse(JSON.parse(one))
          return { ...search, name: decrypt(key, sealed, place).toString() }
        })
        .reverse()
    },
  }
}
