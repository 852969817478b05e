// A bucket behind a folder of this machine (ADR 0064): a stored file is in the folder at once, and a mover uploads it,
// however long that takes. So nothing in a session waits for another machine. Names move one way, folder → moving →
// bucket, by rename; a reader that looks in that order misses none, in other processes as well. Only the server moves
// files.
import { join } from 'node:path'
import { doublingDelays, retry, wait } from '../keep-running.ts'
import type { Log } from '../log.ts'
import { createMailbox } from '../mailbox.ts'
import { openedFile } from '../opened-file.ts'
import type { DiskPlace } from './disk-place.ts'
import { type Place, PlaceFault } from './place.ts'
import { dataKeysPrefix, objectsPrefix } from './stored-form.ts'

export interface SpooledPlace extends Place {
  /** Files that are not in the bucket yet. */
  waiting(): Promise<{ files: number; bytes: number }>
  /** Brings everything that waits into the bucket. @throws PlaceFault; what was not moved waits on. */
  move(signal: AbortSignal): Promise<void>
}

interface Options {
  readonly folder: DiskPlace
  /** Below the folder: what is on its way. */
  readonly moving: DiskPlace
  readonly movingRoot: string
  readonly bucket: Place
}

/** The folder below that of the place, for what is on its way. */
export const movingFolder = 'moving'

/** A line to another city has a round trip of its own for each file. */
const MOVED_AT_ONCE = 4
/** Of files, after which data keys come first again. */
const BATCH = 500

export function createSpooledPlace({ folder, moving, movingRoot, bucket }: Options): SpooledPlace {
  const moves = createMailbox()
  const transfer = createTransfer({ folder, moving, movingRoot, bucket })

  async function first<T>(asking: (place: Place) => Promise<T | null>): Promise<T | null> {
    return (await asking(folder)) ?? (await asking(moving)) ?? (await asking(bucket))
  }

  return {
    description: bucket.description,
    put: (name, content, bytes) => folder.put(name, content, bytes),
    read: (name, range) => first((place) => place.read(name, range)),
    size: (name) => first((place) => place.size(name)),
    async remove(name) {
      await transfer.breakOff(name)
      // The bucket first: if it cannot be reached, nothing has changed.
      await bucket.remove(name)
      await moving.remove(name)
      await folder.remove(name)
    },
    async *list(prefix) {
      const here = new Set<string>()
      for (const place of [folder, moving, bucket])
        for await (const one of place.list(prefix)) {
          if (here.has(one.name)) continue
          if (place !== bucket) here.add(one.name)
          yield one
        }
    },
    async waiting() {
      // By name: one that sets out meanwhile is met twice.
      const found = new Map<string, number>()
      for (const place of [folder, moving])
        for await (const { name, bytes } of place.list(objectsPrefix)) found.set(name, bytes)
      return { files: found.size, bytes: [...found.values()].reduce((sum, bytes) => sum + bytes, 0) }
    },
    move(signal) {
      // Two at once would take each other’s files for removed.
      return moves.post(() => transfer.moveEverything(signal))
    },
  }
}

/** Moves files from the folder into the bucket, several at a time. */
function createTransfer({ folder, moving, movingRoot, bucket }: Options) {
  /** What this process moves now. */
  const onTheWay = new Map<string, { readonly breaking: AbortController; readonly ended: Promise<void> }>()

  async function moveOne(name: string, signal: AbortSignal): Promise<void> {
    // What an earlier start has left on its way goes first: it is older than what lies in the folder.
    if ((await moving.size(name)) === null && !(await folder.handOver(name, movingRoot))) return
    const bytes = await moving.size(name)
    if (bytes === null) return
    const content = await openedFile(join(movingRoot, name), { signal })
    // Here and below: a program beside the server has removed it meanwhile.
    if (!content) return
    await bucket.put(name, content, bytes)
    signal.throwIfAborted()
    if ((await moving.size(name)) === null) await bucket.remove(name)
    await moving.remove(name)
  }

  async function moveApart(name: string, signal: AbortSignal): Promise<void> {
    const breaking = new AbortController()
    const { promise: ended, resolve: end } = Promise.withResolvers<void>()
    onTheWay.set(name, { breaking, ended })
    try {
      await moveOne(name, AbortSignal.any([signal, breaking.signal]))
    } catch (error) {
      // It is being removed.
      if (!breaking.signal.aborted) throw error
    } finally {
      onTheWay.delete(name)
      end()
    }
  }

  async function moveAll(names: readonly string[], signal: AbortSignal): Promise<void> {
    const left = names.values()
    const lane = async () => {
      for (const name of left) {
        signal.throwIfAborted()
        await moveApart(name, signal)
      }
    }
    const lanes = await Promise.allSettled(Array.from({ length: MOVED_AT_ONCE }, lane))
    for (const one of lanes) if (one.status === 'rejected') throw one.reason
  }

  async function waitingNames(prefix: string, most: number): Promise<string[]> {
    const found = new Set<string>()
    for (const place of [moving, folder])
      for await (const { name } of place.list(prefix)) {
        if (found.size === most) return [...found]
        found.add(name)
      }
    return [...found]
  }

  async function moveEverything(signal: AbortSignal): Promise<void> {
    for (;;) {
      // Named before their keys are moved: no file is in the bucket without its key.
      const files = await waitingNames(objectsPrefix, BATCH)
      const keys = await waitingNames(dataKeysPrefix, Number.POSITIVE_INFINITY)
      if (files.length + keys.length === 0) return
      await moveAll(keys, signal)
      await moveAll(files, signal)
    }
  }

  return {
    moveEverything,
    /** Nothing of this name is on its way from then on. */
    async breakOff(name: string): Promise<void> {
      const moved = onTheWay.get(name)
      moved?.breaking.abort()
      await moved?.ended
    },
  }
}

interface MoverOptions {
  readonly place: SpooledPlace
  readonly check: () => Promise<void>
  /** null: it is not known. */
  readonly keepsVersions: () => Promise<boolean | null>
  readonly log: Log
  readonly now: () => number
  readonly pace?: MoverPace | undefined
}

export interface MoverPace {
  /** While the bucket can be used. */
  readonly everyMs: number
  /** After a fault; then twice as long each time, up to a minute. */
  readonly soonestMs: number
}

export interface BucketState {
  /** Epoch ms: since when it cannot be used; null: it can. */
  readonly awaySince: number | null
  readonly fault: PlaceFault | null
  readonly waiting: { readonly files: number; readonly bytes: number }
  /** What is erased stays in it, in earlier versions, as far as its server says. */
  readonly keepsVersions: boolean
}

/** For whoever runs the server. */
export const versionsToDo =
  'keeps earlier versions: what is erased can still be read there by whoever has the keys. Add a lifecycle rule that expires noncurrent versions after a day, and one for expired delete markers, or move to a bucket that never kept versions.'

export interface Mover {
  state(): Promise<BucketState>
  /** What is left waits for the next start. */
  close(): Promise<void>
}

const ordinaryPace: MoverPace = { everyMs: 5000, soonestMs: 2000 }
const latestMs = 60_000
const closeMs = 5000

/** Called by app.ts: the only one that moves files of this installation. */
export function startMover({ place, check, keepsVersions, log, now, pace = ordinaryPace }: MoverOptions): Mover {
  const { everyMs, soonestMs } = pace
  const closing = new AbortController()
  let away: { readonly since: number; readonly fault: PlaceFault } | null = null
  let hasVersions = false
  let checkedAt = Number.NEGATIVE_INFINITY

  async function round(): Promise<void> {
    await place.move(closing.signal)
    // Also when nothing waits: whoever runs the server is told before somebody needs it.
    if (away || now() - checkedAt >= latestMs) {
      await check()
      checkedAt = now()
      await lookForVersions()
    }
    if (away) log.info({ place: place.description }, 'the bucket of the store can be used again')
    away = null
  }

  function failed(error: unknown): void {
    const fault =
      error instanceof PlaceFault
        ? error
        : new PlaceFault('other', `Files cannot be moved to ${place.description}; the log says why.`, error)
    if (!away || away.fault.message !== fault.message)
      log.error({ err: fault }, 'files wait on this machine: the bucket of the store cannot be used')
    away = { since: away?.since ?? now(), fault }
  }

  async function lookForVersions(): Promise<void> {
    const found = await keepsVersions()
    if (found === true && !hasVersions)
      log.warn({ place: place.description }, `the bucket of the store ${versionsToDo}`)
    hasVersions = found ?? hasVersions
  }

  async function rounds(): Promise<void> {
    const { signal } = closing
    while (!signal.aborted) {
      await retry({ attempt: round, failed, delayAfter: doublingDelays(soonestMs, latestMs), signal })
      await wait(everyMs, signal)
    }
  }

  const working = rounds()
  return {
    async state() {
      return {
        awaySince: away?.since ?? null,
        fault: away?.fault ?? null,
        waiting: await place.waiting(),
        keepsVersions: hasVersions,
      }
    },
    async close() {
      closing.abort()
      // A server that does not answer is not waited for: what is on its way is found there by the next start.
      let patience: NodeJS.Timeout | undefined
      const longEnough = new Promise<void>((resolve) => {
        patience = setTimeout(resolve, closeMs)
      })
      await Promise.race([working, longEnough])
      clearTimeout(patience)
    },
  }
}
