// Starts again what has ended and tries again what has failed, after delays that grow with each failure in a row. It knows neither what
// runs nor how that is ended: whoever calls it does, and is told of each failure before the delay, for the log and /health.
import { setTimeout as delay } from 'node:timers/promises'

/** In milliseconds, after so many failures in a row: 1, 2, 3 … */
export type DelayAfter = (failures: number) => number

export const doublingDelays =
  (firstMs: number, longestMs: number): DelayAfter =>
  (failures) =>
    Math.min(firstMs * 2 ** (failures - 1), longestMs)

/** The last one stays. */
export const listedDelays =
  (delaysMs: readonly number[]): DelayAfter =>
  (failures) =>
    delaysMs[failures - 1] ?? delaysMs.at(-1) ?? 0

/** Resolves after so long, or at once when the signal comes. */
export async function wait(ms: number, signal: AbortSignal): Promise<void> {
  await delay(ms, undefined, { signal }).catch(() => undefined)
}

interface Options {
  readonly delayAfter: DelayAfter
  /** After it nothing is started or tried any more, and no failure is told. */
  readonly signal: AbortSignal
  /** `now` counts milliseconds and never goes back. */
  readonly clock?: { now(): number; wait(ms: number, signal: AbortSignal): Promise<void> }
}

const ofMachine = { now: () => performance.now(), wait }

interface Running<End> {
  /** Resolves when it has ended, and does not reject. */
  readonly ended: Promise<End>
}

interface KeepRunningOptions<One, End> extends Options {
  /** The first one, when it runs already. */
  readonly first?: One & Running<End>
  /** Resolves as soon as it runs; null: nothing is to run any more. `failures`: in a row, before it. */
  start(failures: number): Promise<(One & Running<End>) | null>
  ended(end: End, restartInMs: number, one: One): void
  /** One that has run for longer was well: its end counts as the first failure again. */
  readonly steadyAfterMs: number
}

/** Resolves after the signal, when what still ran has ended: to end it is the caller’s part. */
export async function keepRunning<One, End>(options: KeepRunningOptions<One, End>): Promise<void> {
  const { first, start, ended, delayAfter, steadyAfterMs, signal, clock = ofMachine } = options
  let failures = 0
  let one = first ?? (await start(failures))
  while (one) {
    const startedAt = clock.now()
    const end = await one.ended
    if (signal.aborted) return
    failures = clock.now() - startedAt > steadyAfterMs ? 1 : failures + 1
    const restartInMs = delayAfter(failures)
    ended(end, restartInMs, one)
    await clock.wait(restartInMs, signal)
    one = signal.aborted ? null : await start(failures)
  }
}

interface RetryOptions<Done> extends Options {
  attempt(): Promise<Done>
  failed(error: unknown, retryInMs: number): void
  /** Without end unless said. */
  readonly mostAttempts?: number
}

/**
 * @returns what the first attempt that succeeds gives; null: the signal came before
 * @throws what the last attempt threw, which `failed` is not told
 */
export async function retry<Done>(options: RetryOptions<Done>): Promise<Done | null> {
  const { attempt, failed, mostAttempts = Number.POSITIVE_INFINITY, delayAfter, signal, clock = ofMachine } = options
  for (let failures = 1; !signal.aborted; failures += 1) {
    try {
      return await attempt()
    } catch (error) {
      if (signal.aborted) return null
      if (failures >= mostAttempts) throw error
      const retryInMs = delayAfter(failures)
      failed(error, retryInMs)
      await clock.wait(retryInMs, signal)
    }
  }
  return null
}
