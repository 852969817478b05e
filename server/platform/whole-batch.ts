// Commands that go to Redis together: all of them or none are answered.
import type { ChainableCommander } from 'ioredis'
import { reachingRedis } from './errors.ts'

/** The answers, in the order of the commands, and only when all of it was done. Throws Unavailable when Redis cannot be reached. */
export async function wholeBatch(batch: ChainableCommander): Promise<unknown[]> {
  const results = await reachingRedis(() => batch.exec())
  return (results ?? []).map(([error, value]) => {
    if (error) throw error
    return value
  })
}
