// Checks whether a Redis accepts writes, and keeps what it acknowledged. Called at start-up by app/base.ts, and by the
// health page.

import type { Redis } from 'ioredis'

export type Durability = { durable: true } | { durable: false; reasons: string[] }

/** Redis answers, and refuses to write. Its message says why, and what to do. */
export class WritesRefused extends Error {
  override name = 'WritesRefused'
}

/** By the first word of what Redis answers. */
const refusals: Readonly<Record<string, string>> = {
  MISCONF: 'it cannot write to its disk. Free room there, and see its log',
  OOM: 'it has as much in memory as it may (maxmemory). Give it more',
  READONLY: 'it is the replica of another one. Point REDIS_URL at the one that takes writes',
  NOREPLICAS: 'the replicas that it waits for are away (min-replicas-to-write). Bring them back',
}

const probeKey = 'server:writeProbe'
const probeLivesSeconds = 60
/** Anybody may ask for health: not each question is a write to the disk. */
const probeHoldsMs = 1000

/** Writes a small key, durable as all else. The function returned throws WritesRefused, or what happens when Redis cannot be reached. */
export function createWriteProbe(redis: Pick<Redis, 'set'>): () => Promise<void> {
  let last: { readonly at: number; readonly outcome: Promise<void> } | undefined
  async function write(): Promise<void> {
    try {
      await redis.set(probeKey, '', 'EX', probeLivesSeconds)
    } catch (cause) {
      if (!(cause instanceof Error) || cause.name !== 'ReplyError') throw cause
      const [code = ''] = cause.message.split(' ')
      throw new WritesRefused(`Redis refuses to write: ${refusals[code] ?? `it says ${code}. See its log`}.`, { cause })
    }
  }
  return () => {
    const at = performance.now()
    if (!last || at - last.at >= probeHoldsMs) last = { at, outcome: write() }
    return last.outcome
  }
}

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
