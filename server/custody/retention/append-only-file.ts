// Rewrites the append-only file of Redis after an erasure: until then it still contains every command that wrote the
// erased data. The certificate of the erasure waits for the rewrite (ADR 0076); commands continue meanwhile.
import { setTimeout as pause } from 'node:timers/promises'
import type { Redis } from 'ioredis'
import { reachingRedis } from '../../platform/errors.ts'
import type { Log } from '../../platform/log.ts'
import type { FileState } from './certificate.ts'

const pollMs = 200
const patienceMs = 10 * 60 * 1000

interface Options {
  /** Then nobody waits any more. */
  readonly isClosed: () => boolean
  readonly log: Pick<Log, 'warn'>
  readonly patienceMs?: number
}

/** null: it was closed before it was known. 'owed': this server may not, or could not; whoever runs Redis has to. Throws Unavailable. */
export async function rewriteAppendOnlyFile(redis: Redis, options: Options): Promise<FileState | null> {
  const { isClosed, log } = options
  const endsAt = performance.now() + (options.patienceMs ?? patienceMs)
  const owed = (reason: string): FileState => {
    log.warn(
      { reason },
      'erased data may still stand in files of Redis: whoever runs it must rewrite them (BGREWRITEAOF)',
    )
    return 'owed'
  }
  /** When it was asked for after the erasure: one that had begun before may have the erased in it. */
  let isAsked = false
  for (; performance.now() < endsAt; await pause(pollMs)) {
    if (isClosed()) return null
    const state = await persistence(redis)
    if (state === null) return owed('INFO is refused')
    if (state.aof_enabled !== '1') return owed('Redis keeps no append-only file, but may keep others')
    if (state.aof_rewrite_in_progress !== '0' || state.aof_rewrite_scheduled !== '0') continue
    if (isAsked)
      return state.aof_last_bgrewrite_status === 'ok' ? 'rewritten' : owed('Redis could not write the new file')
    const answer = await ask(redis)
    if (answer === 'begun') isAsked = true
    else if (answer !== 'busy') return owed(answer.refused)
  }
  return owed('it takes too long')
}

async function persistence(redis: Redis): Promise<Readonly<Record<string, string>> | null> {
  try {
    const lines = (await redis.info('persistence')).split('\r\n')
    return Object.fromEntries(lines.map((line) => line.split(':', 2)))
  } catch (error) {
    if (isAnswer(error)) return null
    return reachingRedis(() => Promise.reject(error))
  }
}

async function ask(redis: Redis): Promise<'begun' | 'busy' | { refused: string }> {
  try {
    await redis.bgrewriteaof()
    return 'begun'
  } catch (error) {
    if (!isAnswer(error)) return reachingRedis(() => Promise.reject(error))
    return /in progress/.test(error.message) ? 'busy' : { refused: error.message }
  }
}

/** Redis has answered, with a no. */
const isAnswer = (error: unknown): error is Error => error instanceof Error && error.name === 'ReplyError'
