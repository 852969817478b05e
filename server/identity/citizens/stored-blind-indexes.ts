// The marks of citizens in Redis (person-marks.ts makes them): with each citizen the marks that are theirs, with each
// mark the citizens who have it. Unencrypted, erased together with the person. Called by citizens-record.ts.
import type { ChainableCommander, Redis } from 'ioredis'
import { z } from 'zod'
import { CitizenId } from '../../../shared/kernel/ids.ts'
import { type Citizen, SameBy } from '../../../shared/wire/identity/citizens.ts'
import { reachingRedis } from '../../platform/errors.ts'
import { wholeBatch } from '../../platform/whole-batch.ts'
import { type MarkOf, nameMarks, type SameMark, sameMarks } from './blind-indexes.ts'
import type { Same } from './citizens.ts'
import { citizenKey } from './sealed-citizen.ts'

/** Which citizens have a mark. */
const withMark = (mark: string) => `{citizens}:same:${mark}`
/** Other marks are another version: they are made anew. */
const marksVersion = '1'
const versionKey = '{citizens}:marks-version'
const scannedAtOnce = 500

const Marks = z.object({
  same: z.array(z.object({ by: SameBy.exclude(['record']), mark: z.string() })),
  names: z.array(z.string()),
})
export type Marks = z.infer<typeof Marks>
export const noMarks: Marks = { same: [], names: [] }

const parsed = (kept: string | null): Marks => (kept === null ? noMarks : Marks.parse(JSON.parse(kept)))

export const marksOf = (markOf: MarkOf, citizen: Citizen): Marks => ({
  same: sameMarks(markOf, citizen),
  names: nameMarks(markOf, citizen.name),
})

/** In place of those of before; null: none from now on. Together with what else `batch` does. */
export function putMarks(batch: ChainableCommander, id: CitizenId, before: Marks, marks: Marks | null): void {
  const kept = marks?.same ?? []
  for (const { mark } of before.same) if (!kept.some((one) => one.mark === mark)) batch.srem(withMark(mark), id)
  for (const { mark } of kept) batch.sadd(withMark(mark), id)
  if (marks) batch.hset(citizenKey(id), 'marks', JSON.stringify(marks))
}

export const keptMarks = async (redis: Redis, id: CitizenId): Promise<Marks> =>
  parsed(await reachingRedis(() => redis.hget(citizenKey(id), 'marks')))

/** In the order of the ids. */
export async function allMarks(redis: Redis, ids: readonly CitizenId[]): Promise<Marks[]> {
  if (ids.length === 0) return []
  const batch = redis.pipeline()
  for (const id of ids) batch.hget(citizenKey(id), 'marks')
  return ((await wholeBatch(batch)) as (string | null)[]).map(parsed)
}

export async function citizensWithMarks(redis: Redis, marks: readonly SameMark[]): Promise<Same> {
  const same = new Map<CitizenId, SameBy[]>()
  if (marks.length === 0) return same
  const batch = redis.pipeline()
  for (const { mark } of marks) batch.smembers(withMark(mark))
  for (const [index, ids] of ((await wholeBatch(batch)) as CitizenId[][]).entries())
    for (const id of ids) {
      const by = marks[index]?.by
      if (by) same.set(id, [...new Set([...(same.get(id) ?? []), by])])
    }
  return same
}

export const areMarksWhole = async (redis: Redis): Promise<boolean> =>
  (await reachingRedis(() => redis.get(versionKey))) === marksVersion

/** Marks of whoever was registered before there were any. `open` null: they cannot be read. */
export async function fillMarks(
  redis: Redis,
  markOf: MarkOf,
  open: (id: CitizenId, stored: Record<string, string>) => Citizen | null,
): Promise<void> {
  if (await areMarksWhole(redis)) return
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
      const marks = marksOf(markOf, citizen)
      const batch = redis.multi()
      putMarks(batch, id, noMarks, marks)
      await wholeBatch(batch)
      if ((await reachingRedis(() => redis.hexists(key, 'citizen'))) === 1) continue
      // Erased meanwhile: nothing of them stays.
      const undoing = redis.multi()
      putMarks(undoing, id, marks, null)
      await wholeBatch(undoing.del(key))
    }
  } while (cursor !== '0')
  await reachingRedis(() => redis.set(versionKey, marksVersion))
}
