// Background maintenance of the store: deletes incomplete files, encrypts files that lie unencrypted (those of earlier
// versions, and those that could not be stored when they were finished), and wraps again the data keys left by a
// rotation. Called by app.ts.
import type { Log } from '../log.ts'
import type { StoreKeys } from './store-keys.ts'

interface Options {
  readonly dropHalfWritten: (since: number) => Promise<number>
  readonly encrypting: readonly ((signal: AbortSignal) => Promise<void>)[]
  readonly rewrap: (signal: AbortSignal) => Promise<number>
  readonly keys: Pick<StoreKeys, 'isRewrapped'>
  readonly log: Log
  readonly now: () => number
  readonly everyMs?: number
}

/** Programs beside the server write there, too: a backup, a change of keys. None is still for so long. */
const leftAfterMs = 10 * 60_000
/** A place that could not be reached is tried again so often. */
const everyTenMinutes = 10 * 60_000

export function keepStoreInOrder({
  dropHalfWritten,
  encrypting,
  rewrap,
  keys,
  log,
  now,
  everyMs = everyTenMinutes,
}: Options) {
  const closing = new AbortController()
  const { signal } = closing

  async function attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (err) {
      if (!signal.aborted) log.error({ err }, 'the store could not be put in order; it is tried again')
    }
  }

  async function round(): Promise<void> {
    await attempt(async () => {
      const dropped = await dropHalfWritten(now() - leftAfterMs)
      if (dropped > 0)
        log.warn({ files: dropped }, 'what a program that ended has left half-written in the store is dropped')
    })
    for (const encrypt of encrypting) await attempt(() => encrypt(signal))
    await attempt(async () => {
      if (await keys.isRewrapped()) return
      log.info({ dataKeys: await rewrap(signal) }, 'the data keys of the store are wrapped by its current key')
    })
  }

  let working = round()
  const timer = setInterval(() => {
    working = working.then(round)
  }, everyMs)
  return {
    async close() {
      clearInterval(timer)
      closing.abort()
      await working
    },
  }
}
