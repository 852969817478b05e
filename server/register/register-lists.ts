// The register by its numbers, without reading the journals of its days: each row, and ordered sets of the rows of a year, a month and
// a day. A view: it can be made anew from the journals at any time.
import type { Redis } from 'ioredis'
import { z } from 'zod'
import type { RegisterRow } from '../../shared/projections/register.ts'
import { type RegisterKind, Row } from '../../shared/reception/register/contract.ts'
import { fold } from '../../shared/search/words.ts'
import { reachingRedis } from '../platform/errors.ts'

export interface RegisterQuery {
  /** 2026, 2026-11 or 2026-11-24. */
  readonly period: string
  readonly state: 'all' | 'open' | 'closed'
  readonly kind?: RegisterKind | undefined
  /** Who received. */
  readonly accountId?: string | undefined
  /** Words of its content, bodies, papers or note, with or without diacritics. */
  readonly text?: string | undefined
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
  /** So many rows of a period from one of them on, by their place in it. */
  slice(period: string, from: number, count: number): Promise<RegisterRow[]>
  /** How many rows a period has, whatever is looked for in them. */
  count(period: string, state: RegisterQuery['state']): Promise<number>
  size(): Promise<number>
}

const KeptRow = Row.extend({ day: z.iso.date() })
const rowsKey = '{register}:rows'
const setOf = (state: RegisterQuery['state'], period: string) => `{register}:${state}:${period}`
const periodsOf = (day: string) => [day.slice(0, 4), day.slice(0, 7), day]
const chunkSize = 200

const bodyWords = (body: RegisterRow['guidedTo']) => [body?.body, body?.paperNumber]
const wordsOf = ({ number, ticket, content, settledBy, guidedTo, handledBy, note }: RegisterRow): string =>
  fold([number, ticket, content, settledBy, ...bodyWords(guidedTo), ...bodyWords(handledBy), note].join(' '))

function isWanted({ kind, accountId, text }: RegisterQuery): (row: RegisterRow) => boolean {
  const typed = fold(text ?? '')
    .split(/\s+/)
    .filter((word) => word !== '')
  return (row) => {
    if (kind !== undefined && row.kind !== kind) return false
    if (accountId !== undefined && row.accountId !== accountId) return false
    if (typed.length === 0) return true
    const words = wordsOf(row)
    return typed.every((word) => words.includes(word))
  }
}

export function createRegisterLists(redis: Redis): RegisterLists {
  async function rows(rowIds: readonly string[]): Promise<RegisterRow[]> {
    if (rowIds.length === 0) return []
    const kept = await reachingRedis(() => redis.hmget(rowsKey, ...rowIds))
    return kept.flatMap((one) => (one === null ? [] : [KeptRow.parse(JSON.parse(one))]))
  }

  /** Chunks of the rows themselves, before anything is looked for in them. */
  async function* chunks({ period, state }: RegisterQuery, after: number | undefined, isBackwards: boolean) {
    const key = setOf(state, period)
    let edge = after === undefined ? null : `(${after}`
    for (;;) {
      const ids = await reachingRedis(() =>
        isBackwards
          ? redis.zrevrangebyscore(key, edge ?? '+inf', '-inf', 'LIMIT', 0, chunkSize)
          : redis.zrangebyscore(key, edge ?? '-inf', '+inf', 'LIMIT', 0, chunkSize),
      )
      const chunk = await rows(ids)
      const last = chunk.at(-1)
      if (last === undefined) return
      yield chunk
      edge = `(${last.number}`
    }
  }

  return {
    async keep(row) {
      const [now, before] = row.closed ? (['closed', 'open'] as const) : (['open', 'closed'] as const)
      const batch = redis.multi().hset(rowsKey, row.rowId, JSON.stringify(row))
      for (const period of periodsOf(row.day)) {
        batch.zadd(setOf('all', period), row.number, row.rowId)
        batch.zadd(setOf(now, period), row.number, row.rowId)
        batch.zrem(setOf(before, period), row.rowId)
      }
      const results = await reachingRedis(() => batch.exec())
      for (const [error] of results ?? []) if (error) throw error
    },

    async list(query, { after, isBackwards, limit }) {
      const wanted = isWanted(query)
      const found: RegisterRow[] = []
      for await (const chunk of chunks(query, after, isBackwards))
        for (const row of chunk.filter(wanted)) {
          if (found.length === limit) return { rows: found, next: found.at(-1)?.number ?? null }
          found.push(row)
        }
      return { rows: found, next: null }
    },

    async *each(query) {
      const wanted = isWanted(query)
      for await (const chunk of chunks(query, undefined, false)) yield chunk.filter(wanted)
    },

    async slice(period, from, count) {
      return rows(await reachingRedis(() => redis.zrange(setOf('all', period), from, from + count - 1)))
    },
    count: (period, state) => reachingRedis(() => redis.zcard(setOf(state, period))),
    size: () => reachingRedis(() => redis.hlen(rowsKey)),
  }
}
