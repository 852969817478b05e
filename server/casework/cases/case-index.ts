// The index of cases in Redis: which format it has and whether it is whole, the number of each case in it, and the terms
// by these numbers. When the format changes, another index takes its place.

import type { Redis } from 'ioredis'
import { z } from 'zod'
import { reachingRedis } from '../../platform/errors.ts'
import { createTermIndex, type TermIndex } from '../../platform/search/term-index.ts'

/** The version of the index format: when it changes, the index in Redis is rebuilt. */
const version = 5
const currentIndexKey = '{cases}:search'
const prefixOf = (name: string) => `${currentIndexKey}:${name}`

const CurrentIndex = z.object({ version: z.int(), name: z.string(), isWhole: z.boolean() })
type CurrentIndex = z.infer<typeof CurrentIndex>
const Kept = z.object({ document: z.int(), seq: z.int(), facets: z.array(z.string()) })
export type Kept = z.infer<typeof Kept>

/** Each method throws Unavailable when Redis cannot be reached. */
interface NumberedCases {
  /** How many numbers were given. */
  count(): Promise<number>
  /** null: it is not in the index. */
  kept(caseId: string): Promise<Kept | null>
  keep(caseId: string, kept: Kept): Promise<unknown>
  /** As kept of a case that is new to the index. */
  numbered(): Promise<Kept>
  name(document: number, caseId: string): Promise<unknown>
  caseIds(documents: readonly number[]): Promise<string[]>
}

export interface OpenedIndex {
  readonly current: CurrentIndex
  readonly terms: TermIndex
  readonly documents: NumberedCases
}

/** Each method throws Unavailable when Redis cannot be reached. */
export interface CaseIndex {
  open(): Promise<OpenedIndex>
  /** Every case is in it. */
  filled(): Promise<void>
}

function createNumberedCases(redis: Redis, prefix: string): NumberedCases {
  return {
    count: async () => Number((await reachingRedis(() => redis.get(`${prefix}:count`))) ?? 0),

    async kept(caseId) {
      const kept = await reachingRedis(() => redis.hget(`${prefix}:documents`, caseId))
      return kept === null ? null : Kept.parse(JSON.parse(kept))
    },
    keep: (caseId, kept) => reachingRedis(() => redis.hset(`${prefix}:documents`, caseId, JSON.stringify(kept))),

    async numbered() {
      const document = (await reachingRedis(() => redis.incr(`${prefix}:count`))) - 1
      return { document, seq: 0, facets: [] }
    },
    name: (document, caseId) => reachingRedis(() => redis.hset(`${prefix}:ids`, String(document), caseId)),

    async caseIds(documents) {
      if (documents.length === 0) return []
      const ids = await reachingRedis(() => redis.hmget(`${prefix}:ids`, ...documents.map(String)))
      return ids.filter((id) => id !== null)
    },
  }
}

export function createCaseIndex(redis: Redis, newId: () => string): CaseIndex {
  let opened: Promise<OpenedIndex> | null = null

  async function forget(prefix: string): Promise<void> {
    await createTermIndex(redis, prefix).forget((await createNumberedCases(redis, prefix).count()) - 1)
    for (const key of ['documents', 'ids', 'count']) await reachingRedis(() => redis.unlink(`${prefix}:${key}`))
  }

  async function openNow(): Promise<OpenedIndex> {
    const kept = await reachingRedis(() => redis.get(currentIndexKey))
    const known = kept === null ? null : CurrentIndex.parse(JSON.parse(kept))
    const current = known?.version === version ? known : { version, name: newId(), isWhole: false }
    if (current !== known) {
      await reachingRedis(() => redis.set(currentIndexKey, JSON.stringify(current)))
      if (known) await forget(prefixOf(known.name))
    }
    const prefix = prefixOf(current.name)
    return { current, terms: createTermIndex(redis, prefix), documents: createNumberedCases(redis, prefix) }
  }

  const open = () => {
    opened ??= openNow()
    opened.catch(() => {
      opened = null
    })
    return opened
  }

  return {
    open,
    async filled() {
      const { current } = await open()
      current.isWhole = true
      await reachingRedis(() => redis.set(currentIndexKey, JSON.stringify(current)))
    },
  }
}
