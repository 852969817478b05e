// The record of citizens, whom events know by id only: name, address, telephone, papers. Each is encrypted under a key
// of their own, so that one can be erased for good; every read, change and erasure is recorded. Called by HTTP, letters
// and papers. Beside it, unencrypted, are marks for recognising them and finding them by name (person-marks.ts); they
// are erased together with the person.
import { randomBytes } from 'node:crypto'
import type { ChainableCommander, Redis } from 'ioredis'
import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { type AccountId, CitizenId } from '../../../shared/kernel/ids.ts'
import { Citizen, CitizenAccess, SameBy } from '../../../shared/wire/identity/citizens.ts'
import { decrypt, encrypt, KEY_BYTES } from '../../platform/encryption.ts'
import { reachingRedis } from '../../platform/errors.ts'
import { type MarkOf, marksWith, nameMarks, type SameMark, sameMarks } from './person-marks.ts'

/** Who wants to read or change it, and for what purpose. accountId null: the server itself, for a letter or a paper. */
export interface CitizenReader {
  readonly accountId: AccountId | null
  readonly purpose: string
}

/** Who may be the same person, and by what. */
export type Same = ReadonlyMap<CitizenId, readonly SameBy[]>

/** Each method throws Unavailable when Redis cannot be reached. */
export interface Citizens {
  register(citizen: Citizen): Promise<CitizenId>
  /** Nobody is given out before it is written down who asked. Whoever was erased, or never was, is left out. */
  read(ids: readonly CitizenId[], reader: CitizenReader): Promise<ReadonlyMap<CitizenId, Citizen>>
  /** As `read`, for what is drawn anew while somebody types: the same look of the same reader within ten minutes is one, as with `note`. */
  readAgain(ids: readonly CitizenId[], reader: CitizenReader): Promise<ReadonlyMap<CitizenId, Citizen>>
  /**
   * A look at what is kept of them elsewhere: written down as a reading, nobody is opened. The same look of the same reader within ten
   * minutes is one: a page that is loaded again, a file that is fetched in parts.
   */
  note(ids: readonly CitizenId[], reader: CitizenReader): Promise<void>
  /** null: nobody of this id. */
  change(id: CitizenId, citizen: Citizen, by: CitizenReader): Promise<Citizen | null>
  /** Their key goes first: what a copy of the store still holds of them is unreadable. */
  erase(id: CitizenId, by: CitizenReader): Promise<void>
  /** Who has read, changed or erased, the newest first. */
  accesses(id: CitizenId, limit: number): Promise<CitizenAccess[]>
  /** The same mark for the same contact, paper or word, however often it comes; nobody can tell it by the mark. */
  readonly markOf: MarkOf
  /** Of each name its marks, in the order of the ids; none: erased, or not yet made. Nobody is looked at. */
  namesOf(ids: readonly CitizenId[]): Promise<string[][]>
  /** Whoever has one of these marks. */
  withMarks(marks: readonly SameMark[]): Promise<Same>
  /** Whoever may be the same as these, they themselves included; and by what could be told. That it was asked is written down. */
  sameAs(ids: readonly CitizenId[], reader: CitizenReader): Promise<{ same: Same; comparedBy: SameBy[] }>
  /** Told when somebody has another name, or is erased: indexes of names follow. Ends with the function returned. */
  listen(listener: (id: CitizenId) => void): () => void
  /** Those of whom an index of names has not said yet that it has followed. */
  renamed(): Promise<CitizenId[]>
  followed(id: CitizenId): Promise<void>
  /** Marks of whoever was registered before there were any; done once, beside the work. */
  fill(): Promise<void>
  /** false: it is being filled, and not everybody is known again. */
  isWhole(): Promise<boolean>
}

const keyOf = (id: CitizenId) => `{citizen:${id}}`
const accessesOf = (id: CitizenId) => `{citizen:${id}}:accesses`
const placeOfKey = (id: CitizenId) => `${id} citizen-key`
const placeOf = (id: CitizenId) => `${id} citizen`
/** Which citizens have a mark. */
const withMark = (mark: string) => `{citizens}:same:${mark}`
const renamedKey = '{citizens}:renamed'
/** Other marks are another version: they are made anew. */
const marksVersion = '1'
const versionKey = '{citizens}:marks-version'
const scannedAtOnce = 500
const oneLookMs = 10 * 60_000

const Marks = z.object({
  same: z.array(z.object({ by: SameBy.exclude(['record']), mark: z.string() })),
  names: z.array(z.string()),
})
type Marks = z.infer<typeof Marks>
const noMarks: Marks = { same: [], names: [] }

const parsed = (kept: string | null): Marks => (kept === null ? noMarks : Marks.parse(JSON.parse(kept)))

interface CitizenLog {
  error(details: object, message: string): void
}

export function createCitizens(
  redis: Redis,
  masterKey: Uint8Array,
  now: () => number,
  log: CitizenLog = { error: () => undefined },
): Citizens {
  const markOf = marksWith(masterKey)
  const listeners = new Set<(id: CitizenId) => void>()
  let filling: Promise<void> | null = null

  const marksOf = (citizen: Citizen): Marks => ({
    same: sameMarks(markOf, citizen),
    names: nameMarks(markOf, citizen.name),
  })
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
  function isSameLook(kept: string | null, { accountId, purpose }: CitizenReader): boolean {
    if (kept === null) return false
    const { act, by, purpose: before, at } = CitizenAccess.parse(JSON.parse(kept))
    return act === 'read' && by === accountId && before === purpose && now() - at < oneLookMs
  }
  function putMarks(batch: ChainableCommander, id: CitizenId, before: Marks, marks: Marks | null) {
    const kept = marks?.same ?? []
    for (const { mark } of before.same) if (!kept.some((one) => one.mark === mark)) batch.srem(withMark(mark), id)
    for (const { mark } of kept) batch.sadd(withMark(mark), id)
    if (marks) batch.hset(keyOf(id), 'marks', JSON.stringify(marks))
  }
  /** What indexes know of the name is no longer so: they are told, and again after a crash. */
  async function putInstead(batch: ChainableCommander, id: CitizenId, marks: Marks | null): Promise<void> {
    const before = await keptMarks(id)
    const isRenamed = before.names.join() !== marks?.names.join()
    putMarks(batch, id, before, marks)
    if (isRenamed) batch.sadd(renamedKey, id)
    await exec(batch)
    if (isRenamed) for (const listener of listeners) listener(id)
  }
  /** All of it or nothing, and only when all of it was done. */
  const exec = async (batch: ChainableCommander): Promise<unknown[]> => {
    const results = await reachingRedis(() => batch.exec())
    return (results ?? []).map(([error, value]) => {
      if (error) throw error
      return value
    })
  }
  const keptMarks = async (id: CitizenId) => parsed(await reachingRedis(() => redis.hget(keyOf(id), 'marks')))

  async function allMarks(ids: readonly CitizenId[]): Promise<Marks[]> {
    if (ids.length === 0) return []
    const batch = redis.pipeline()
    for (const id of ids) batch.hget(keyOf(id), 'marks')
    return ((await exec(batch)) as (string | null)[]).map(parsed)
  }

  async function withMarks(marks: readonly SameMark[]): Promise<Same> {
    const same = new Map<CitizenId, SameBy[]>()
    if (marks.length === 0) return same
    const batch = redis.pipeline()
    for (const { mark } of marks) batch.smembers(withMark(mark))
    for (const [index, ids] of ((await exec(batch)) as CitizenId[][]).entries())
      for (const id of ids) {
        const by = marks[index]?.by
        if (by) same.set(id, [...new Set([...(same.get(id) ?? []), by])])
      }
    return same
  }

  const opened = (ids: readonly CitizenId[], stored: readonly Record<string, string>[]) =>
    new Map(
      ids.flatMap((id, index) => {
        const citizen = open(id, stored[index] ?? {})
        return citizen ? [[id, citizen] as const] : []
      }),
    )

  async function note(ids: readonly CitizenId[], reader: CitizenReader): Promise<void> {
    const asked = [...new Set(ids)]
    if (asked.length === 0) return
    const last = redis.pipeline()
    for (const id of asked) last.lindex(accessesOf(id), -1)
    const kept = (await exec(last)) as (string | null)[]
    const batch = redis.multi()
    for (const [index, id] of asked.entries())
      if (!isSameLook(kept[index] ?? null, reader)) noteDown(batch, id, 'read', reader)
    if (batch.length > 0) await exec(batch)
  }

  /** One that cannot be read keeps nobody else from being known again. */
  function readable(id: CitizenId, stored: Record<string, string>): Citizen | null {
    try {
      return open(id, stored)
    } catch (error) {
      log.error({ err: error, citizenId: id }, 'a citizen cannot be read, and is not known again')
      return null
    }
  }

  async function fillNow(): Promise<void> {
    if ((await reachingRedis(() => redis.get(versionKey))) === marksVersion) return
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
        const citizen = stored.marks === undefined ? readable(id, stored) : null
        if (!citizen) continue
        const marks = marksOf(citizen)
        const batch = redis.multi()
        putMarks(batch, id, noMarks, marks)
        await exec(batch)
        if ((await reachingRedis(() => redis.hexists(key, 'citizen'))) === 1) continue
        // Erased meanwhile: nothing of them stays.
        const undoing = redis.multi()
        putMarks(undoing, id, marks, null)
        await exec(undoing.del(key))
      }
    } while (cursor !== '0')
    await reachingRedis(() => redis.set(versionKey, marksVersion))
  }

  return {
    markOf,
    withMarks,

    async register(citizen) {
      const id = CitizenId.parse(newId())
      const batch = redis.multi().hset(keyOf(id), seal(id, citizen))
      putMarks(batch, id, noMarks, marksOf(citizen))
      await exec(batch)
      return id
    },

    async read(ids, reader) {
      const asked = [...new Set(ids)]
      if (asked.length === 0) return new Map()
      const batch = redis.multi()
      for (const id of asked) noteDown(batch, id, 'read', reader)
      for (const id of asked) batch.hgetall(keyOf(id))
      return opened(asked, (await exec(batch)).slice(asked.length) as Record<string, string>[])
    },

    async readAgain(ids, reader) {
      const asked = [...new Set(ids)]
      await note(asked, reader)
      if (asked.length === 0) return new Map()
      const batch = redis.multi()
      for (const id of asked) batch.hgetall(keyOf(id))
      return opened(asked, (await exec(batch)) as Record<string, string>[])
    },

    note,

    async change(id, citizen, by) {
      if ((await reachingRedis(() => redis.hexists(keyOf(id), 'citizen'))) === 0) return null
      const batch = redis.multi().hset(keyOf(id), seal(id, citizen))
      noteDown(batch, id, 'changed', by)
      await putInstead(batch, id, marksOf(citizen))
      return citizen
    },

    async erase(id, by) {
      if ((await reachingRedis(() => redis.exists(keyOf(id)))) === 0) return
      const batch = redis.multi().del(keyOf(id))
      noteDown(batch, id, 'erased', by)
      await putInstead(batch, id, null)
    },

    async accesses(id, limit) {
      const kept = await reachingRedis(() => redis.lrange(accessesOf(id), -limit, -1))
      return kept.map((entry) => CitizenAccess.parse(JSON.parse(entry))).reverse()
    },

    namesOf: async (ids) => (await allMarks(ids)).map(({ names }) => names),

    async sameAs(ids, reader) {
      const asked = [...new Set(ids)]
      if (asked.length === 0) return { same: new Map(), comparedBy: [] }
      const batch = redis.multi()
      for (const id of asked) noteDown(batch, id, 'compared', reader)
      await exec(batch)
      const marks = (await allMarks(asked)).flatMap(({ same }) => same)
      const same = new Map(await withMarks(marks))
      for (const id of asked) same.set(id, ['record', ...(same.get(id) ?? [])])
      return { same, comparedBy: [...new Set(marks.map(({ by }) => by))] }
    },

    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    renamed: async () => (await reachingRedis(() => redis.smembers(renamedKey))) as CitizenId[],
    followed: async (id) => void (await reachingRedis(() => redis.srem(renamedKey, id))),

    fill() {
      filling ??= fillNow().finally(() => {
        filling = null
      })
      return filling
    },
    isWhole: async () => (await reachingRedis(() => redis.get(versionKey))) === marksVersion,
  }
}
