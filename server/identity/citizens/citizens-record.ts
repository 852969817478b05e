// The record of citizens in Redis. Each is encrypted under a key of their own, so that one can be erased for good; every
// read, change and erasure is recorded. Called by HTTP, letters and papers. Beside it, unencrypted, are blind indexes for
// recognising them and finding them by name (blind-indexes.ts).
import type { ChainableCommander, Redis } from 'ioredis'
import { v7 as newId } from 'uuid'
import { CitizenId } from '../../../shared/kernel/ids.ts'
import type { Citizen } from '../../../shared/wire/identity/citizens.ts'
import { reachingRedis } from '../../platform/errors.ts'
import { wholeBatch } from '../../platform/whole-batch.ts'
import { blindIndexesWith } from './blind-indexes.ts'
import { createCitizenAccesses } from './citizen-accesses.ts'
import type { Citizens } from './citizens.ts'
import { citizenKey, decryptCitizen, encryptCitizen } from './encrypted-citizen.ts'
import {
  allIndexes,
  areIndexesWhole,
  citizensWithIndexes,
  fillIndexes,
  indexesOf,
  keptIndexes,
  noIndexes,
  putIndexes,
  type StoredIndexes,
} from './stored-blind-indexes.ts'

const renamedKey = '{citizens}:renamed'

interface CitizenLog {
  error(details: object, message: string): void
}

export function createCitizens(
  redis: Redis,
  masterKey: Uint8Array,
  now: () => number,
  log: CitizenLog = { error: () => undefined },
): Citizens {
  const blindIndexOf = blindIndexesWith(masterKey)
  const accesses = createCitizenAccesses(redis, now)
  const renaming = createRenaming(redis)
  let filling: Promise<void> | null = null

  return {
    blindIndexOf,
    withBlindIndexes: (indexes) => citizensWithIndexes(redis, indexes),

    async register(citizen) {
      const id = CitizenId.parse(newId())
      const batch = redis.multi().hset(citizenKey(id), encryptCitizen(masterKey, id, citizen))
      putIndexes(batch, id, noIndexes, indexesOf(blindIndexOf, citizen))
      await wholeBatch(batch)
      return id
    },

    async read(ids, reader) {
      const asked = [...new Set(ids)]
      if (asked.length === 0) return new Map()
      const batch = redis.multi()
      for (const id of asked) accesses.add(batch, id, 'read', reader)
      for (const id of asked) batch.hgetall(citizenKey(id))
      return opened(masterKey, asked, (await wholeBatch(batch)).slice(asked.length))
    },

    async readAgain(ids, reader) {
      const asked = [...new Set(ids)]
      await accesses.noteLooks(asked, reader)
      if (asked.length === 0) return new Map()
      const batch = redis.multi()
      for (const id of asked) batch.hgetall(citizenKey(id))
      return opened(masterKey, asked, await wholeBatch(batch))
    },

    note: (ids, reader) => accesses.noteLooks(ids, reader),

    async change(id, citizen, by) {
      if ((await reachingRedis(() => redis.hexists(citizenKey(id), 'citizen'))) === 0) return null
      const batch = redis.multi().hset(citizenKey(id), encryptCitizen(masterKey, id, citizen))
      accesses.add(batch, id, 'changed', by)
      await renaming.putInstead(batch, id, indexesOf(blindIndexOf, citizen))
      return citizen
    },

    async erase(id, by) {
      if ((await reachingRedis(() => redis.exists(citizenKey(id)))) === 0) return
      const batch = redis.multi().del(citizenKey(id))
      accesses.add(batch, id, 'erased', by)
      await renaming.putInstead(batch, id, null)
    },

    accesses: (id, limit) => accesses.newest(id, limit),

    namesOf: async (ids) => (await allIndexes(redis, ids)).map(({ names }) => names),

    async sameAs(ids, reader) {
      const asked = [...new Set(ids)]
      if (asked.length === 0) return { same: new Map(), comparedBy: [] }
      const batch = redis.multi()
      for (const id of asked) accesses.add(batch, id, 'compared', reader)
      await wholeBatch(batch)
      const indexes = (await allIndexes(redis, asked)).flatMap(({ same }) => same)
      const same = new Map(await citizensWithIndexes(redis, indexes))
      for (const id of asked) same.set(id, ['record', ...(same.get(id) ?? [])])
      return { same, comparedBy: [...new Set(indexes.map(({ by }) => by))] }
    },

    ...renaming.told,

    fill() {
      filling ??= fillIndexes(redis, blindIndexOf, readable(masterKey, log)).finally(() => {
        filling = null
      })
      return filling
    },
    isWhole: () => areIndexesWhole(redis),
  }
}

const opened = (masterKey: Uint8Array, ids: readonly CitizenId[], stored: readonly unknown[]) =>
  new Map(
    ids.flatMap((id, index) => {
      const citizen = decryptCitizen(masterKey, id, (stored[index] ?? {}) as Record<string, string>)
      return citizen ? [[id, citizen] as const] : []
    }),
  )

/** One that cannot be read keeps nobody else from being known again. */
const readable =
  (masterKey: Uint8Array, log: CitizenLog) =>
  (id: CitizenId, stored: Record<string, string>): Citizen | null => {
    try {
      return decryptCitizen(masterKey, id, stored)
    } catch (error) {
      log.error({ err: error, citizenId: id }, 'a citizen cannot be read, and is not known again')
      return null
    }
  }

/** What indexes know of a name is no longer so: they are told, and again after a crash. */
function createRenaming(redis: Redis) {
  const listeners = new Set<(id: CitizenId) => void>()
  const told: Pick<Citizens, 'listen' | 'renamed' | 'followed'> = {
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    renamed: async () => (await reachingRedis(() => redis.smembers(renamedKey))) as CitizenId[],
    followed: async (id) => void (await reachingRedis(() => redis.srem(renamedKey, id))),
  }
  return {
    told,
    /** Other blind indexes, with what else `batch` does. */
    async putInstead(batch: ChainableCommander, id: CitizenId, indexes: StoredIndexes | null): Promise<void> {
      const before = await keptIndexes(redis, id)
      const isRenamed = before.names.join() !== indexes?.names.join()
      putIndexes(batch, id, before, indexes)
      if (isRenamed) batch.sadd(renamedKey, id)
      await wholeBatch(batch)
      if (isRenamed) for (const listener of listeners) listener(id)
    },
  }
}
