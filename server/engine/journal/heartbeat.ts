// Records when this server was last alive: after a crash, participants who were in a room are reported lost at that
// time.
import type { Redis } from 'ioredis'

const key = 'server:lastAliveAt'
const everyMs = 2000

export interface Heartbeat {
  /** Epoch ms of the last beat before this start; null at the very first. */
  readonly lastAliveAt: number | null
  close(): void
}

export async function startHeartbeat(redis: Redis, now: () => number): Promise<Heartbeat> {
  const last = await redis.get(key)
  // A beat that cannot be written is made up for by the next.
  const beat = () => void redis.set(key, now()).catch(() => undefined)
  beat()
  const timer = setInterval(beat, everyMs)
  timer.unref()
  return { lastAliveAt: last === null ? null : Number(last), close: () => clearInterval(timer) }
}
