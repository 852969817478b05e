// Rows by the day they belong to, computed from journals and rebuilt when their format changes: the version of the
// format is in the key.
import type { Redis } from 'ioredis'
import type { z } from 'zod'
import { reachingRedis } from '../../platform/errors.ts'

/** Each method throws Unavailable when Redis cannot be reached. */
export interface DatedRows<Row> {
  /** null: looked at, and not counted. */
  keep(id: string, kept: { readonly day: string; readonly row: Row } | null): Promise<void>
  /** Both included, in the order of the days. */
  between(period: { readonly from: string; readonly to: string }): Promise<Row[]>
  /** Those there are, by their ids. */
  read(ids: readonly string[]): Promise<Map<string, Row>>
  /** Whatever was looked at. */
  ids(): Promise<Set<string>>
  firstDay(): Promise<string | null>
}

/** 2026-12-03 → 20261203 */
const scoreOf = (day: string): number => Number(day.replaceAll('-', ''))
const dayOf = (score: string): string => `${score.slice(0, 4)}-${score.slice(4, 6)}-${score.slice(6, 8)}`
const chunk = 1000
const nothing = ''

export function createDatedRows<Row>(redis: Redis, name: string, form: number, shape: z.ZodType<Row>): DatedRows<Row> {
  const rowsKey = `{overview}:${name}:${form}:rows`
  const daysKey = `{overview}:${name}:${form}:days`

  async function read(ids: readonly string[]): Promise<Map<string, Row>> {
    const found = new Map<string, Row>()
    for (let from = 0; from < ids.length; from += chunk) {
      const some = ids.slice(from, from + chunk)
      const kept = await reachingRedis(() => redis.hmget(rowsKey, ...some))
      for (const [index, one] of kept.entries())
        if (one !== null && one !== nothing) found.set(some[index] ?? '', shape.parse(JSON.parse(one)))
    }
    return found
  }

  return {
    read,

    async keep(id, kept) {
      const batch = redis.multi().hset(rowsKey, id, kept === null ? nothing : JSON.stringify(kept.row))
      if (kept === null) batch.zrem(daysKey, id)
      else batch.zadd(daysKey, scoreOf(kept.day), id)
      const results = await reachingRedis(() => batch.exec())
      for (const [error] of results ?? []) if (error) throw error
    },

    async between({ from, to }) {
      const ids = await reachingRedis(() => redis.zrangebyscore(daysKey, scoreOf(from), scoreOf(to)))
      return [...(await read(ids)).values()]
    },

    ids: async () => new Set(await reachingRedis(() => redis.hkeys(rowsKey))),

    async firstDay() {
      const [, score] = await reachingRedis(() => redis.zrange(daysKey, 0, 0, 'WITHSCORES'))
      return score === undefined ? null : dayOf(score)
    },
  }
}
