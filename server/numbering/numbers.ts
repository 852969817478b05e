// The numbers of issued papers: per year and kind, from 1, without a gap and never two the same (ADR 0026). Called by HTTP.
import { readFileSync } from 'node:fs'
import type { Redis, Result } from 'ioredis'
import { reachingRedis } from '../platform/errors.ts'
import { createMailbox, type Mailbox } from '../session/mailbox.ts'

declare module 'ioredis' {
  interface RedisCommander<Context> {
    allotNumber(series: string, document: string): Result<number, Context>
    releaseNumber(series: string, document: string): Result<0 | 1, Context>
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
   * knows what became of it: it stays with its document.
   */
  allot<T>(series: Series, document: string, use: (number: number) => Promise<Outcome<T>>): Promise<T>
}

const script = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')

export function createNumbers(redis: Redis): Numbers {
  redis.defineCommand('allotNumber', { numberOfKeys: 1, lua: script('./allot-number.lua') })
  redis.defineCommand('releaseNumber', { numberOfKeys: 1, lua: script('./release-number.lua') })
  const mailboxes = new Map<string, Mailbox>()
  return {
    allot({ year, kind }, document, use) {
      const key = `{numbers}:${year}:${kind}`
      const mailbox = mailboxes.get(key) ?? createMailbox()
      mailboxes.set(key, mailbox)
      return mailbox.post(async () => {
        const number = await reachingRedis(() => redis.allotNumber(key, document))
        const outcome = await use(number)
        if (outcome.used) return outcome.value
        await reachingRedis(() => redis.releaseNumber(key, document))
        throw outcome.why
      })
    },
  }
}
