// Lists of things without reading their journals: one row each, and ordered sets of those with something in common. A
// view: it can be rebuilt from the journals at any time. A row names its sets, so that one script moves it in one step.
import { readFileSync } from 'node:fs'
import type { Redis, Result } from 'ioredis'
import { z } from 'zod'
import { reachingRedis } from './errors.ts'

declare module 'ioredis' {
  interface RedisCommander<Context> {
    keepRow(rows: string, id: string, row: string, seq: number, member: string, sets: string): Result<0 | 1, Context>
  }
}

export interface Place {
  /** By which a set is ordered, as text. */
  readonly member: string
  readonly sets: readonly string[]
}

/** Each method throws Unavailable when Redis cannot be reached. */
export interface Rows<Row> {
  /** An older row never overwrites a newer one. */
  keep(id: string, row: Row, place: Place): Promise<void>
  /** Those that are known, in the order of the ids. */
  read(ids: readonly string[]): Promise<Row[]>
  size(): Promise<number>
}

export function createRows<Row extends { readonly seq: number }>(
  redis: Redis,
  key: string,
  shape: z.ZodType<Row>,
): Rows<Row> {
  const Kept = z.object({ row: shape })
  redis.defineCommand('keepRow', {
    numberOfKeys: 1,
    lua: readFileSync(new URL('./keep-row.lua', import.meta.url), 'utf8'),
  })
  return {
    async keep(id, row, { member, sets }) {
      const kept = JSON.stringify({ row, sets, member })
      await reachingRedis(() => redis.keepRow(key, id, kept, row.seq, member, JSON.stringify(sets)))
    },
    async read(ids) {
      if (ids.length === 0) return []
      const kept = await reachingRedis(() => redis.hmget(key, ...ids))
      return kept.flatMap((one) => (one === null ? [] : [Kept.parse(JSON.parse(one)).row]))
    },
    size: () => reachingRedis(() => redis.hlen(key)),
  }
}
