// Whether a Redis keeps what it acknowledged. Called at start-up by app.ts, and by the health page.

import type { Redis } from 'ioredis'

export type Durability = { durable: true } | { durable: false; reasons: string[] }

/** One fsync before each acknowledgement, and nothing thrown out to make room: what the journal's promise rests on. */
const NEEDED = {
  appendonly: 'yes',
  appendfsync: 'always',
  'maxmemory-policy': 'noeviction',
} as const

/** @throws when Redis cannot be reached: that says nothing about its durability. */
export async function inspectDurability(redis: Pick<Redis, 'config'>): Promise<Durability> {
  const found = await Promise.all(
    Object.entries(NEEDED).map(async ([name, needed]) => inspectSetting(redis, name, needed)),
  )
  const reasons = found.filter((reason) => reason !== undefined)
  return reasons.length === 0 ? { durable: true } : { durable: false, reasons }
}

async function inspectSetting(redis: Pick<Redis, 'config'>, name: string, needed: string): Promise<string | undefined> {
  try {
    const [, value] = (await redis.config('GET', name)) as string[]
    return value === needed ? undefined : `${name} is ${value ?? 'unknown'}, but must be ${needed}`
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ReplyError') throw error
    // A hosted Redis often forbids CONFIG. What cannot be seen is not promised.
    return `${name} must be ${needed}, but this Redis does not tell it: ${error.message}`
  }
}
