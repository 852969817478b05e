// Who the citizens are that events know by their id: name, address, telephone, papers. Each is encrypted under a key of their
// own, so that one can be erased for good; whoever reads, changes or erases is written down. Called by HTTP, letters and papers.
import { createHmac, randomBytes } from 'node:crypto'
import type { ChainableCommander, Redis } from 'ioredis'
import { v7 as newId } from 'uuid'
import { type AccountId, CitizenId } from '../../shared/kernel/ids.ts'
import { Citizen, CitizenAccess } from '../../shared/wire/citizens.ts'
import { decrypt, encrypt, KEY_BYTES } from '../platform/encryption.ts'
import { reachingRedis } from '../platform/errors.ts'

/** Who wants to know or to change it, and what for. accountId null: the server itself, for a letter or a paper. */
export interface CitizenReader {
  readonly accountId: AccountId | null
  readonly purpose: string
}

/** Each method throws Unavailable when Redis cannot be reached. */
export interface Citizens {
  register(citizen: Citizen): Promise<CitizenId>
  /** Nobody is given out before it is written down who asked. Whoever was erased, or never was, is left out. */
  read(ids: readonly CitizenId[], reader: CitizenReader): Promise<ReadonlyMap<CitizenId, Citizen>>
  /** null: nobody of this id. */
  change(id: CitizenId, citizen: Citizen, by: CitizenReader): Promise<Citizen | null>
  /** Their key goes first: what a copy of the store still holds of them is unreadable. */
  erase(id: CitizenId, by: CitizenReader): Promise<void>
  /** Who has read, changed or erased, the newest first. */
  accesses(id: CitizenId, limit: number): Promise<CitizenAccess[]>
  /** The same mark for the same contact or paper, however often it comes; nobody can tell the contact by it. */
  markOf(kind: 'phone' | 'email' | 'paper', value: string): string
}

const keyOf = (id: CitizenId) => `{citizen:${id}}`
const accessesOf = (id: CitizenId) => `{citizen:${id}}:accesses`
const placeOfKey = (id: CitizenId) => `${id} citizen-key`
const placeOf = (id: CitizenId) => `${id} citizen`

export function createCitizens(redis: Redis, masterKey: Uint8Array, now: () => number): Citizens {
  const seal = (id: CitizenId, citizen: Citizen) => {
    const key = randomBytes(KEY_BYTES)
    return {
      key: encrypt(masterKey, key, placeOfKey(id)),
      citizen: encrypt(key, Buffer.from(JSON.stringify(citizen)), placeOf(id)),
    }
  }
  function open(id: CitizenId, stored: Record<string, string>): Citizen | null {
    const { key, citizen } = stored
    if (key === undefined || citizen === undefined) return null
    const plain = decrypt(decrypt(masterKey, key, placeOfKey(id)), citizen, placeOf(id))
    return Citizen.parse(JSON.parse(plain.toString()))
  }
  const noteDown = (batch: ChainableCommander, id: CitizenId, act: CitizenAccess['act'], by: CitizenReader) => {
    const { accountId, purpose } = by
    const access: CitizenAccess = { citizenId: id, at: now(), act, by: accountId, purpose }
    batch.rpush(accessesOf(id), JSON.stringify(access))
  }
  /** All of it or nothing, and only when all of it was done. */
  const exec = async (batch: ChainableCommander): Promise<unknown[]> => {
    const results = await reachingRedis(() => batch.exec())
    return (results ?? []).map(([error, value]) => {
      if (error) throw error
      return value
    })
  }

  return {
    async register(citizen) {
      const id = CitizenId.parse(newId())
      await reachingRedis(() => redis.hset(keyOf(id), seal(id, citizen)))
      return id
    },

    async read(ids, reader) {
      const asked = [...new Set(ids)]
      if (asked.length === 0) return new Map()
      const batch = redis.multi()
      for (const id of asked) noteDown(batch, id, 'read', reader)
      for (const id of asked) batch.hgetall(keyOf(id))
      const stored = (await exec(batch)).slice(asked.length) as Record<string, string>[]
      return new Map(
        asked.flatMap((id, index) => {
          const citizen = open(id, stored[index] ?? {})
          return citizen ? [[id, citizen] as const] : []
        }),
      )
    },

    async change(id, citizen, by) {
      if ((await reachingRedis(() => redis.hexists(keyOf(id), 'citizen'))) === 0) return null
      const batch = redis.multi().hset(keyOf(id), seal(id, citizen))
      noteDown(batch, id, 'changed', by)
      await exec(batch)
      return citizen
    },

    async erase(id, by) {
      if ((await reachingRedis(() => redis.exists(keyOf(id)))) === 0) return
      const batch = redis.multi().del(keyOf(id))
      noteDown(batch, id, 'erased', by)
      await exec(batch)
    },

    async accesses(id, limit) {
      const kept = await reachingRedis(() => redis.lrange(accessesOf(id), -limit, -1))
      return kept.map((entry) => CitizenAccess.parse(JSON.parse(entry))).reverse()
    },

    markOf: (kind, value) => createHmac('sha256', masterKey).update(`${kind} ${value}`).digest('base64url'),
  }
}
