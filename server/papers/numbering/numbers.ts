// The numbers of issued papers: per year and kind, from 1 or after those given by hand, without gaps or duplicates (ADR
// 0026). Called by HTTP.
import { readFileSync } from 'node:fs'
import type { Redis, Result } from 'ioredis'
import { reachingRedis } from '../../platform/errors.ts'
import { createMailbox, type Mailbox } from '../../platform/mailbox.ts'

declare module 'ioredis' {
  interface RedisCommander<Context> {
    allotNumber(series: string, before: string, document: string): Result<number, Context>
    releaseNumber(series: string, before: string, document: string): Result<0 | 1, Context>
    continueNumbers(series: string, before: string, last: number): Result<0 | 1, Context>
  }
}

/** What became of a number: it is on a paper, or nothing came of it, for this reason. */
export type Outcome<T> = { readonly used: true; readonly value: T } | { readonly used: false; readonly why: Error }

export interface Series {
  readonly year: number
  readonly kind: string
}

export interface Numbers {
  /**
   * Hands `use` the next number of the series, or the one this document was given before; nobody else gets a number of the
   * series meanwhile. One that was not used is given to the next who asks, and `why` is thrown. When `use` throws, nobody
   * knows what became of it: it stays with its document. Of a paper that is issued: throws AgencyMissing while nobody has said whose it is.
   */
  allot<T>(series: Series, document: string, use: (number: number) => Promise<Outcome<T>>): Promise<T>
  /** The last number of the series, and whether it was given here. */
  given(series: Series): Promise<{ readonly last: number; readonly isBegun: boolean }>
  /** The series goes on after `last`, given by hand before. False: it has begun here, and nothing was changed. */
  continueAfter(series: Series, last: number): Promise<boolean>
}

const keysOf = ({ year, kind }: Series) => {
  const key = `{numbers}:${year}:${kind}`
  return { key, before: `${key}:by-hand` }
}

const script = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')

/** Petitions and rows of the register are numbered as they come in; whatever else has a number is issued. */
const isIssued = ({ kind }: Series) => kind !== 'register' && !kind.startsWith('case-')

/** `demandAgency`: throws while papers cannot name who issues them (ADR 0080). */
export function createNumbers(redis: Redis, demandAgency: () => Promise<void>): Numbers {
  redis.defineCommand('allotNumber', { numberOfKeys: 2, lua: script('./allot-number.lua') })
  redis.defineCommand('releaseNumber', { numberOfKeys: 2, lua: script('./release-number.lua') })
  redis.defineCommand('continueNumbers', { numberOfKeys: 2, lua: script('./continue-numbers.lua') })
  const mailboxes = new Map<string, Mailbox>()
  return {
    allot(series, document, use) {
      const { key, before } = keysOf(series)
      const mailbox = mailboxes.get(key) ?? createMailbox()
      mailboxes.set(key, mailbox)
      return mailbox.post(async () => {
        if (isIssued(series)) await demandAgency()
        const number = await reachingRedis(() => redis.allotNumber(key, before, document))
        const outcome = await use(number)
        if (outcome.used) return outcome.value
        await reachingRedis(() => redis.releaseNumber(key, before, document))
        throw outcome.why
      })
    },
    async given(series) {
      const { key, before } = keysOf(series)
      const [count, byHand] = await reachingRedis(() => Promise.all([redis.hlen(key), redis.get(before)]))
      return { last: Number(byHand ?? 0) + count, isBegun: count > 0 }
    },
    async continueAfter(series, last) {
      const { key, before } = keysOf(series)
      return (await reachingRedis(() => redis.continueNumbers(key, before, last))) === 1
    },
  }
}
