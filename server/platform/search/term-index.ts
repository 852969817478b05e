// An index in Redis of which documents have which terms. Documents are numbered in order of arrival, 4096 to a block; a
// block has, for each term, the documents that have it as bits. A search reads blocks and compares them here: no step
// in Redis takes longer than reading a few hundred bytes, whatever the query (ADR 0043). Knows nothing of cases.
import { readFileSync } from 'node:fs'
import type { Redis, Result } from 'ioredis'
import { reachingRedis } from '../errors.ts'

declare module 'ioredis' {
  interface RedisCommander<Context> {
    indexTerms(
      block: string,
      frequencies: string,
      vocabulary: string,
      place: number,
      has: 0 | 1,
      ...terms: string[]
    ): Result<null, Context>
  }
}

export const blockSize = 4096
const bitmapBytes = blockSize / 8
/** So many terms at once keep Redis below a millisecond. */
const termsAtOnce = 64
/** Sent without waiting between them. */
const scriptsAtOnce = 4
/** Blocks read at once. */
const blocksAtOnce = 16

/** Of one block: a bit for each document, the first the highest of its byte. */
export type Bits = Uint8Array

export interface Block {
  /** The number of its first document. */
  readonly first: number
  readonly of: (term: string) => Bits
}

/** Each method throws Unavailable when Redis cannot be reached. */
export interface TermIndex {
  /** Words are counted and found by their beginning; what begins with ~, ^ or = is a term of another kind. */
  add(document: number, terms: readonly string[]): Promise<void>
  remove(document: number, terms: readonly string[]): Promise<void>
  /** In how many documents each word is. */
  frequencies(words: readonly string[]): Promise<number[]>
  startingWith(beginning: string, limit: number): Promise<string[]>
  /** The blocks in which documents up to `last` stand, the newest first, with these terms. */
  blocks(last: number, terms: readonly string[]): AsyncIterable<Block>
  /** All that is kept of documents up to `last`; the memory is freed beside the work of Redis. */
  forget(last: number): Promise<void>
}

const nothing: Bits = new Uint8Array(bitmapBytes)

function bitsOf(value: Buffer | null | undefined): Bits {
  if (!value) return nothing
  if (value.length === bitmapBytes) return value
  const bits = new Uint8Array(bitmapBytes)
  for (let at = 0; at < value.length; at += 2) setBit(bits, value.readUInt16BE(at))
  return bits
}

function setBit(bits: Uint8Array, place: number): void {
  const byte = place >> 3
  bits[byte] = (bits[byte] ?? 0) | (128 >> (place & 7))
}

/** `prefix`: of all its keys. */
export function createTermIndex(redis: Redis, prefix: string): TermIndex {
  redis.defineCommand('indexTerms', {
    numberOfKeys: 3,
    lua: readFileSync(new URL('./index-terms.lua', import.meta.url), 'utf8'),
  })
  const blockKey = (block: number) => `${prefix}:block:${block}`
  const frequenciesKey = `${prefix}:frequencies`
  const vocabularyKey = `${prefix}:vocabulary`

  /** The first of them are sent before it waits for anything: what is asked for after it is done after it. */
  async function write(document: number, has: 0 | 1, terms: readonly string[]): Promise<void> {
    const block = blockKey(Math.floor(document / blockSize))
    for (let from = 0; from < terms.length; from += termsAtOnce * scriptsAtOnce) {
      const scripts: Promise<null>[] = []
      for (let at = from; at < Math.min(terms.length, from + termsAtOnce * scriptsAtOnce); at += termsAtOnce) {
        const some = terms.slice(at, at + termsAtOnce)
        scripts.push(redis.indexTerms(block, frequenciesKey, vocabularyKey, document % blockSize, has, ...some))
      }
      await reachingRedis(() => Promise.all(scripts))
    }
  }

  return {
    add: (document, terms) => write(document, 1, terms),
    remove: (document, terms) => write(document, 0, terms),

    async frequencies(words) {
      if (words.length === 0) return []
      const counts = await reachingRedis(() => redis.hmget(frequenciesKey, ...words))
      return counts.map((count) => Number(count ?? 0))
    },

    startingWith: (beginning, limit) =>
      reachingRedis(() =>
        redis.zrangebylex(vocabularyKey, `[${beginning}`, `[${beginning}\u{10ffff}`, 'LIMIT', 0, limit),
      ),

    async *blocks(last, terms) {
      if (terms.length === 0) return
      const places = new Map(terms.map((term, index) => [term, index]))
      for (let newest = Math.floor(last / blockSize); newest >= 0; newest -= blocksAtOnce) {
        const numbers = Array.from({ length: Math.min(blocksAtOnce, newest + 1) }, (_, index) => newest - index)
        const read = await reachingRedis(() =>
          Promise.all(numbers.map((number) => redis.hmgetBuffer(blockKey(number), ...terms))),
        )
        for (const [index, number] of numbers.entries()) {
          const values = read[index] ?? []
          yield { first: number * blockSize, of: (term) => bitsOf(values[places.get(term) ?? -1]) }
        }
      }
    },

    async forget(last) {
      const blocks = Array.from({ length: Math.floor(last / blockSize) + 1 }, (_, block) => blockKey(block))
      for (const key of [...blocks, frequenciesKey, vocabularyKey]) await reachingRedis(() => redis.unlink(key))
    },
  }
}
