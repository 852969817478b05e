// Records the result of a message, unless a newer message has been ordered meanwhile.
import type { Redis } from 'ioredis'
import { reachingRedis } from '../platform/errors.ts'

/** Read and written in one step: nothing is written when a newer message has taken its place. */
const script = `
local kept = redis.call('HGET', KEYS[1], ARGV[1])
if kept and cjson.decode(kept).sequence == tonumber(ARGV[2]) then redis.call('HSET', KEYS[1], ARGV[1], ARGV[3]) end
`

/**
 * Keeps `message` as JSON in a field of a hash, if the one that is kept there has the same sequence.
 * @throws Unavailable
 */
export async function settle(
  redis: Redis,
  key: string,
  field: string,
  message: { readonly sequence: number },
): Promise<void> {
  await reachingRedis(() => redis.eval(script, 1, key, field, message.sequence, JSON.stringify(message)))
}
