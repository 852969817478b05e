// The blind indexes of citizens in Redis (blind-indexes.ts makes them): with each citizen their own, with each blind
// index the citizens who have it. Stored under the names `marks` and `mark`. Unencrypted, erased together with the person. Called by citizens-record.ts.
import type { ChainableCommander, Redis } from 'ioredis'
import { z } from 'zod'
import { CitizenId } from '../../../shared/kernel/ids.ts'
import { type Citizen, SameBy } from '../../../shared/wire/identity/citizens.ts'
import { reachingRedis } from '../../platform/errors.ts'
import { wholeBatch } from '../../platform/whole-batch.ts'
import { type BlindIndexOf, nameIndexes, type SameIndex, sameIndexes } from './blind-indexes.ts'
import type { Same } from './citizens.ts'
import { citizenKey } from './encrypted-citizen.ts'

/** Which citizens have a blind index. */
const withIndex = (mark: string) => `{citizens}:same:${mark}`
/** Other blind indexes are another version: they are made anew. */
const indexVersion = '1'
const versionKey = '{citizens}:marks-version'
const scannedAtOnce = 500

const StoredIndexes = z.object({
  same: z.array(z.object({ by: SameBy.exclude(['record']), mark: z.string() })),
  names: z.array(z.string()),
})
export type StoredIndexes = z.infer<typeof StoredIndexes>
export const noIndexes: StoredIndexes = { same: [], names: [] }

const parsed = (kept: string | null): StoredIndexes =>
  kept === null ? noIndexes : StoredIndexes.parse(JSON.parse(kept))

export const indexesOf = (blindIndexOf: BlindIndexOf, citizen: Citizen): StoredIndexes => ({
  same: sameIndexes(blindIndexOf, citizen),
  names: nameIndexes(blindIndexOf, citizen.name),
})

/** In place of those of before; null: none from now on. Together with what else `batch` does. */
export function putIndexes(
  batch: ChainableCommander,
  id: CitizenId,
  before: StoredIndexes,
  indexes: StoredIndexes | null,
): void {
  const kept = indexes?.same ?? []
  for (const { mark } of before.same) if (!kept.some((one) => one.mark === mark)) batch.srem(withIndex(mark), id)
  for (const { mark } of kept) batch.sadd(withIndex(mark), id)
  if (indexes) batch.hset(citizenKey(id), 'marks', JSON.stringify(indexes))
}

export const keptIndexes = async (redis: Redis, id: CitizenId): Promise<StoredIndexes> =>
  parsed(await reachingRedis(() => redis.hget(citizenKey(id), 'marks')))

/** In the order of the ids. */
export async function allIndexes(redis: Redis, ids: readonly CitizenId[]): Promise<StoredIndexes[]> {
  if (ids.length === 0) return []
  const batch = redis.pipeline()
  for (const id of ids) batch.hget(citizenKey(id), 'marks')
  return ((await wholeBatch(batch)) as (string | null)[]).map(parsed)
}

export async function citizensWithIndexes(redis: Redis, indexes: readonly SameIndex[]): Promise<Same> {
  const same = new Map<CitizenId, SameBy[]>()
  if (indexes.length === 0) return same
  const batch = redis.pipeline()
  for (const { mark } of indexes) batch.smembers(withIndex(mark))
  for (const [index, ids] of ((await wholeBatch(batch)) as CitizenId[][]).entries())
    for (const id of ids) {
      const by = indexes[index]?.by
      if (by) same.set(id, [...new Set([...(same.get(id) ?? []), by])])
    }
  return same
}

export const areIndexesWhole = async (redis: Redis): Promise<boolean> =>
  (await reachingRedis(() => redis.get(versionKey))) === indexVersion

/** Those of whoever was registered before there were any. `open` null: they cannot be read. */
export async function fillIndexes(
  redis: Redis,
  blindIndexOf: BlindIndexOf,
  open: (id: CitizenId, stored: Record<string, string>) => Citizen | null,
): Promise<void> {
  if (await areIndexesWhole(redis)) return
  let cursor = '0'
  do {
    const from = cursor
    const [next, keys] = await reachingRedis(() =>
      redis.scan(from, 'MATCH', '{citizen:*}', 'COUNT', scannedAtOnce, 'TYPE', 'hash'),
    )
    cursor = next
    for (const key of keys) {
      const id = CitizenId.parse(key.slice('{citizen:'.length, -1))
      const stored = await reachingRedis(() => redis.hgetall(key))
      const citizen = stored.marks === undefined ? open(id, stored) : null
      if (!citizen) continue
      const indexes = indexesOf(blindIndexOf, citizen)
      const batch = redis.multi()
      putIndexes(batch, id, noIndexes, indexes)
      await wholeBatch(batch)
      if ((await reachingRedis(() => redis.hexists(key, 'citizen'))) === 1) continue
      // Erased meanwhile: nothing of them stays.
      const undoing = redis.multi()
      putIndexes(undoing, id, indexes, null)
      await wholeBatch(undoing.del(key))
    }
  } while (cursor !== '0')
  await reachingRedis(() => redis.set(versionKey, indexVersion))
}
