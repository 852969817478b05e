// Lists of the register by number, kept without reading the journals of its days: each row, and ordered sets of the
// rows of a year, a month and a day. A view: it can be rebuilt from the journals at any time.
import type { Redis } from 'ioredis'
import { z } from 'zod'
import type { CitizenId } from '../../../shared/kernel/ids.ts'
import type { RegisterRow } from '../../../shared/projections/register.ts'
import type { ReportPeriod, ReportRow } from '../../../shared/projections/reports.ts'
import { type RegisterKind, Row } from '../../../shared/reception/register/contract.ts'
import { fold } from '../../../shared/search/words.ts'
import type { AskedName } from '../../identity/citizens/blind-indexes.ts'
import { reachingRedis } from '../../platform/errors.ts'
import { createReportedRows } from './reported-rows.ts'

export interface RegisterQuery {
  /** 2026, 2026-11 or 2026-11-24. */
  readonly period: string
  readonly state: 'all' | 'open' | 'closed'
  readonly kind?: RegisterKind | undefined
  /** Who received. */
  readonly accountId?: string | undefined
  /** Words of its content, bodies, papers or note, with or without diacritics. */
  readonly text?: string | undefined
  /** Who was received has all its words. */
  readonly name?: AskedName | undefined
}

/** Each method throws Unavailable when Redis cannot be reached. */
export interface RegisterLists {
  keep(row: RegisterRow): Promise<void>
  /** From `after` on in the order of the numbers, or against it. `next`: where the following page begins; null: this was the last. */
  list(
    query: RegisterQuery,
    page: { readonly after?: number | undefined; readonly isBackwards: boolean; readonly limit: number },
  ): Promise<{ rows: RegisterRow[]; next: number | null }>
  /** All of them by their numbers, a chunk at a time: what is in memory does not grow with the period. */
  each(query: RegisterQuery): AsyncGenerator<RegisterRow[]>
  /** All of some days as reports look at them, a month at a time: far smaller than the rows. In no order. */
  reported(period: ReportPeriod): AsyncGenerator<ReportRow[]>
  /** Of rows that an earlier release has kept, too; done once. */
  fillReported(): Promise<void>
  /** So many rows of a period from one of them on, by their place in it. */
  slice(period: string, from: number, count: number): Promise<RegisterRow[]>
  /** Rows in which one of these is who was received. */
  ofCitizens(citizenIds: readonly CitizenId[]): Promise<RegisterRow[]>
  /** Of rows that an earlier release has kept, too; done once. */
  fillCitizens(): Promise<void>
  /** How many rows a period has, whatever is looked for in them. */
  count(period: string, state: RegisterQuery['state']): Promise<number>
  size(): Promise<number>
}

const KeptRow = Row.extend({ day: z.iso.date() })
const rowsKey = '{register}:rows'
const citizensFilledKey = '{register}:citizens-filled'
const citizenKey = (citizenId: CitizenId) => `{register}:citizen:${citizenId}`
const setOf = (state: RegisterQuery['state'], period: string) => `{register}:${state}:${period}`
const periodsOf = (day: string) => [day.slice(0, 4), day.slice(0, 7), day]
const chunkSize = 200

const bodyWords = (body: RegisterRow['guidedTo']) => [body?.body, body?.paperNumber]
const wordsOf = ({ number, ticket, content, settledBy, guidedTo, handledBy, note }: RegisterRow): string =>
  fold([number, ticket, content, settledBy, ...bodyWords(guidedTo), ...bodyWords(handledBy), note].join(' '))

const typedWords = (text = ''): string[] =>
  fold(text)
    .split(/\s+/)
    .filter((word) => word !== '')

function isWanted({ kind, accountId, text }: RegisterQuery): (row: RegisterRow) => boolean {
  const typed = typedWords(text)
  return (row) => {
    if (kind !== undefined && row.kind !== kind) return false
    if (accountId !== undefined && row.accountId !== accountId) return false
    if (typed.length === 0) return true
    const words = wordsOf(row)
    return typed.every((word) => words.includes(word))
  }
}

/** Whether a row as it is kept may be wanted, without taking it apart: that takes most of the time of a search. */
function isPossible({ text }: RegisterQuery): (kept: string) => boolean {
  // JSON writes some characters in another way.
  const plain = typedWords(text).filter((word) => !/["\\]/.test(word))
  if (plain.length === 0) return () => true
  return (kept) => {
    const folded = fold(kept)
    return plain.every((word) => folded.includes(word))
  }
}

const parsed = (kept: string): RegisterRow => KeptRow.parse(JSON.parse(kept))

type Called = (rows: readonly RegisterRow[], name: AskedName) => Promise<RegisterRow[]>

export function createRegisterLists(redis: Redis, called: Called): RegisterLists {
  const reported = createReportedRows(redis)

  async function kept(rowIds: readonly string[]): Promise<string[]> {
    if (rowIds.length === 0) return []
    return (await reachingRedis(() => redis.hmget(rowsKey, ...rowIds))).filter((one) => one !== null)
  }

  /** Chunks of the rows that are wanted; some may be empty. */
  async function* chunks(query: RegisterQuery, after: number | undefined, isBackwards: boolean) {
    const key = setOf(query.state, query.period)
    const [wanted, possible] = [isWanted(query), isPossible(query)]
    let edge = after === undefined ? null : `(${after}`
    for (;;) {
      const found = await reachingRedis(() =>
        isBackwards
          ? redis.zrevrangebyscore(key, edge ?? '+inf', '-inf', 'WITHSCORES', 'LIMIT', 0, chunkSize)
          : redis.zrangebyscore(key, edge ?? '-inf', '+inf', 'WITHSCORES', 'LIMIT', 0, chunkSize),
      )
      const last = found.at(-1)
      if (last === undefined) return
      const ids = found.filter((_one, index) => index % 2 === 0)
      const rows = (await kept(ids)).filter(possible).map(parsed).filter(wanted)
      yield query.name ? await called(rows, query.name) : rows
      edge = `(${last}`
    }
  }

  async function* allRows(): AsyncGenerator<RegisterRow[]> {
    let cursor = '0'
    do {
      const from = cursor
      const [next, fields] = await reachingRedis(() => redis.hscan(rowsKey, from, 'COUNT', chunkSize))
      cursor = next
      yield fields.filter((_one, index) => index % 2 === 1).map(parsed)
    } while (cursor !== '0')
  }

  return {
    async keep(row) {
      const [now, before] = row.closed ? (['closed', 'open'] as const) : (['open', 'closed'] as const)
      const batch = redis.multi().hset(rowsKey, row.rowId, JSON.stringify(row))
      reported.add(batch, row)
      if (row.citizenId !== null) batch.sadd(citizenKey(row.citizenId), row.rowId)
      for (const period of periodsOf(row.day)) {
        batch.zadd(setOf('all', period), row.number, row.rowId)
        batch.zadd(setOf(now, period), row.number, row.rowId)
        batch.zrem(setOf(before, period), row.rowId)
      }
      const results = await reachingRedis(() => batch.exec())
      for (const [error] of results ?? []) if (error) throw error
    },

    async list(query, { after, isBackwards, limit }) {
      const found: RegisterRow[] = []
      for await (const chunk of chunks(query, after, isBackwards))
        for (const row of chunk) {
          if (found.length === limit) return { rows: found, next: found.at(-1)?.number ?? null }
          found.push(row)
        }
      return { rows: found, next: null }
    },

    each: (query) => chunks(query, undefined, false),

    reported: (period) => reported.of(period),
    fillReported: () => reported.fill(allRows),

    async slice(period, from, count) {
      const ids = await reachingRedis(() => redis.zrange(setOf('all', period), from, from + count - 1))
      return (await kept(ids)).map(parsed)
    },
    async ofCitizens(citizenIds) {
      // Where somebody else was written down since, it is no longer theirs.
      return (await kept(await rowsOf(redis, citizenIds)))
        .map(parsed)
        .filter(({ citizenId }) => citizenId !== null && citizenIds.includes(citizenId))
    },
    fillCitizens: () => fillCitizens(redis, allRows()),

    count: (period, state) => reachingRedis(() => redis.zcard(setOf(state, period))),
    size: () => reachingRedis(() => redis.hlen(rowsKey)),
  }
}

async function rowsOf(redis: Redis, citizenIds: readonly CitizenId[]): Promise<string[]> {
  if (citizenIds.length === 0) return []
  return reachingRedis(() => redis.sunion(...citizenIds.map(citizenKey)))
}

async function fillCitizens(redis: Redis, all: AsyncIterable<readonly RegisterRow[]>): Promise<void> {
  if ((await reachingRedis(() => redis.exists(citizensFilledKey))) === 1) return
  for await (const rows of all) {
    const batch = redis.pipeline()
    for (const row of rows) if (row.citizenId !== null) batch.sadd(citizenKey(row.citizenId), row.rowId)
    await reachingRedis(() => batch.exec())
  }
  await reachingRedis(() => redis.set(citizensFilledKey, '1'))
}
