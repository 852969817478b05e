// The media workers of this server, one per core: the least loaded takes the next session; one that died or stopped
// answering is replaced. It knows no sessions; the owner of a router listens for the loss of its worker.
import { type DelayAfter, doublingDelays, keepRunning, retry } from '../../platform/keep-running.ts'
import type { Log } from '../../platform/log.ts'
import { createStandstills } from '../../platform/standing-still.ts'
import { MediaWorker, type MediaWorkerOptions } from './media-worker.ts'
import type { WorkerTrouble } from './plane.ts'

export interface WorkerPoolOptions extends Omit<MediaWorkerOptions, 'port' | 'pipePorts'> {
  readonly workers: number
  /** Of the first worker, the others follow; 0: free ones. */
  readonly firstPort: number
  readonly log: Log
}

/** At start a worker of a server that was killed may still hold the port for a moment. */
const ATTEMPTS_AT_START = 5
const retryDelay = doublingDelays(100, 5_000)
/** `deaths` in a row, and attempts to start another one since: only after the first death is one started at once. */
const restartDelay: DelayAfter = (deaths) => (deaths === 1 ? 0 : retryDelay(deaths - 1))
/** A worker that lived this long was well: the one after it is started at once. */
const HEALTHY_AFTER_MS = 30_000
const FIRST_PIPE_PORT = 10_000
const LAST_PORT = 65_535

export class WorkerPool {
  readonly #options: WorkerPoolOptions
  readonly #living = new Set<MediaWorker>()
  readonly #closed = new AbortController()
  #slots: Promise<void>[] = []
  readonly #standstills = createStandstills()
  #onLost: (worker: MediaWorker) => void = () => undefined
  #onAnsweringAgain: () => void = () => undefined
  #next = Promise.withResolvers<boolean>()

  private constructor(options: WorkerPoolOptions) {
    this.#options = options
  }

  /** @throws Error when a worker does not start; its text says why. */
  static async start(options: WorkerPoolOptions): Promise<WorkerPool> {
    const pool = new WorkerPool(options)
    const starts = Array.from({ length: options.workers }, (_, index) =>
      pool.#start(index, ATTEMPTS_AT_START, retryDelay),
    )
    const results = await Promise.allSettled(starts)
    pool.#slots = results.flatMap((result, index) =>
      result.status === 'fulfilled' && result.value ? [pool.#keep(index, result.value)] : [],
    )
    const failed = results.find((result) => result.status === 'rejected')
    if (!failed) return pool
    await pool.close()
    throw failed.reason
  }

  /** Those that answer, the least loaded first. */
  get ready(): readonly MediaWorker[] {
    return [...this.#living]
      .filter(({ isLiving, silentForMs }) => isLiving && silentForMs === null)
      .sort((one, other) => one.load - other.load || one.routers - other.routers)
  }

  get trouble(): WorkerTrouble {
    const silent = [...this.#living].flatMap(({ pid, isLiving, silentForMs }) =>
      isLiving && silentForMs !== null ? [{ pid, forMs: silentForMs }] : [],
    )
    return { silent, replaced: this.#standstills.ofLastHour() }
  }

  /** The listener is told at once, before the worker is replaced. */
  onLost(listener: (worker: MediaWorker) => void): void {
    this.#onLost = listener
  }

  /** The listener is told when a worker that was silent answers. */
  onAnsweringAgain(listener: () => void): void {
    this.#onAnsweringAgain = listener
  }

  /** False: this server is closing, no worker comes any more. */
  async untilOneIsReady(): Promise<boolean> {
    return this.ready.length > 0 || this.#next.promise
  }

  /** Resolves when every process has ended. */
  async close(): Promise<void> {
    this.#closed.abort()
    this.#next.resolve(false)
    await Promise.all([...this.#living].map((worker) => worker.close()))
    await Promise.all(this.#slots)
  }

  #keep(index: number, first: MediaWorker): Promise<void> {
    return keepRunning({
      first,
      start: (deaths) => this.#start(index, Number.POSITIVE_INFINITY, (failures) => restartDelay(deaths + failures)),
      ended: (reason, _, worker) => this.#died(index, worker, reason),
      delayAfter: restartDelay,
      steadyAfterMs: HEALTHY_AFTER_MS,
      signal: this.#closed.signal,
    })
  }

  #died(index: number, worker: MediaWorker, reason: string | null): void {
    this.#living.delete(worker)
    this.#options.log.error({ worker: index, pid: worker.pid, reason }, 'a media worker died')
    if (worker.hasStoodStill) this.#standstills.note('mediaWorker', worker.pid)
    this.#onLost(worker)
  }

  /** @returns null when the pool was closed meanwhile. */
  #start(index: number, mostAttempts: number, delayAfter: DelayAfter): Promise<MediaWorker | null> {
    return retry({
      attempt: () => this.#add(index),
      failed: (err, retryInMs) =>
        this.#options.log.error({ worker: index, err, retryInMs }, 'a media worker cannot be started'),
      ...{ mostAttempts, delayAfter, signal: this.#closed.signal },
    })
  }

  async #add(index: number): Promise<MediaWorker | null> {
    const { firstPort, workers, log } = this.#options
    const worker = await MediaWorker.start({
      ...this.#options,
      port: firstPort === 0 ? 0 : firstPort + index,
      pipePorts: portsForPipes(firstPort, workers),
    })
    if (this.#closed.signal.aborted) {
      await worker.close()
      return null
    }
    this.#living.add(worker)
    worker.onAnswering(() => this.#answering(index, worker))
    log.info({ worker: index, pid: worker.pid }, 'a media worker is running')
    this.#oneIsReady()
    return worker
  }

  #answering(index: number, { pid, silentForMs }: MediaWorker): void {
    const { log } = this.#options
    if (silentForMs !== null) {
      log.warn({ worker: index, pid }, 'a media worker does not answer')
      return
    }
    log.info({ worker: index, pid }, 'a media worker answers again')
    this.#oneIsReady()
    this.#onAnsweringAgain()
  }

  #oneIsReady(): void {
    this.#next.resolve(true)
    this.#next = Promise.withResolvers()
  }
}

/** A pipe on the port of a worker that is being replaced would keep that worker from starting. */
function portsForPipes(firstPort: number, workers: number): { min: number; max: number } {
  const lastMediaPort = firstPort + workers - 1
  if (firstPort > FIRST_PIPE_PORT + (LAST_PORT - lastMediaPort)) return { min: FIRST_PIPE_PORT, max: firstPort - 1 }
  return { min: Math.max(FIRST_PIPE_PORT, lastMediaPort + 1), max: LAST_PORT }
}
