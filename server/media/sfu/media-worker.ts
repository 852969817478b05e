// One mediasoup-worker process with its port, and the routers in it. worker-pool.ts starts and replaces it.
import type { ChildProcess } from 'node:child_process'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { delimiter } from 'node:path'
import { createWorker, workerBin as workerBinOfPackage } from 'mediasoup'
import type { Router, TransportListenInfo, WebRtcServer, WebRtcTransport, Worker } from 'mediasoup/types'
import { killUnless } from '../../platform/kill-unless.ts'
import { withNetwork } from '../../platform/walls.ts'
import { mediaCodecs } from './codecs.ts'
import { type WorkerPatience, WorkerWatch } from './worker-watch.ts'

export interface MediaWorkerOptions {
  readonly workerBinary: string | undefined
  /** An IP address. */
  readonly listenAddress: string
  readonly announcedAddress: string
  /** UDP and TCP; 0: free ones. */
  readonly port: number
  /** Where the pipes between the workers of this machine may listen. */
  readonly pipePorts: { readonly min: number; readonly max: number }
  readonly patience: WorkerPatience
}

/** As the browser sees it. */
export type Direction = 'send' | 'receive'

/** What a browser is sent before anything is known of its line, in bit/s. Too much is loss for those on a poor one. */
const INITIAL_OUTGOING_BITRATE = 1_000_000
/** Twice a camera in three sizes with its microphone, in bit/s: who sends more than that is told to slow down. */
const MAX_INCOMING_BITRATE = 6_000_000
const STOP_WITHIN_MS = 5_000

export class MediaWorker {
  /** Why it died; null when it was closed. Settles when the process has ended. */
  readonly ended: Promise<string | null>
  readonly #worker: Worker
  readonly #server: WebRtcServer
  readonly #options: MediaWorkerOptions
  readonly #watch: WorkerWatch
  readonly #routers = new Set<MediaRouter>()
  #opening = 0
  #hasStoodStill = false
  #onAnswering: () => void = () => undefined

  private constructor(worker: Worker, server: WebRtcServer, options: MediaWorkerOptions) {
    this.#worker = worker
    this.#server = server
    this.#options = options
    let reason: string | null = null
    this.#watch = new WorkerWatch({
      patience: options.patience,
      ask: () => worker.getResourceUsage(),
      changed: () => this.#onAnswering(),
      stoodStill: (forMs) => {
        reason = `it did not answer for ${(forMs / 1000).toFixed(1)} s and was ended`
        this.#hasStoodStill = true
        kill(worker)
      },
    })
    worker.observer.once('close', () => this.#watch.close())
    this.ended = new Promise((resolve) => {
      worker.once('died', (error) => {
        reason ??= error.message
      })
      worker.once('subprocessclose', () => resolve(reason))
    })
  }

  /** @throws Error when the program does not run or the port cannot be had; its text says which. */
  static async start(options: MediaWorkerOptions): Promise<MediaWorker> {
    const { listenAddress, announcedAddress, port } = options
    const { startMs } = options.patience
    const worker = await spawn(options)
    const listenInfo = { ip: listenAddress, announcedAddress, port }
    try {
      const listening = worker.createWebRtcServer({
        listenInfos: [
          { protocol: 'udp', ...listenInfo },
          { protocol: 'tcp', ...listenInfo },
        ],
      })
      const server = await killUnless(listening, startMs, () => kill(worker))
      return new MediaWorker(worker, server, options)
    } catch (cause) {
      await end(worker)
      throw new Error(
        `cannot listen for media on ${listenAddress}, port ${port} (UDP and TCP): stop what uses it, or set MEDIA_PORT`,
        { cause },
      )
    }
  }

  get pid(): number {
    return this.#worker.pid
  }

  get isLiving(): boolean {
    return !this.#worker.closed
  }

  /** How long it has not answered; null: it answers. */
  get silentForMs(): number | null {
    return this.#watch.silentForMs
  }

  /** It did not answer, and was ended for it. */
  get hasStoodStill(): boolean {
    return this.#hasStoodStill
  }

  /** The listener is told when it falls silent, and when it answers again. */
  onAnswering(listener: () => void): void {
    this.#onAnswering = listener
  }

  /** The one wait for what this worker was asked (ADR 0073): resolves when it has done it, or is found not to answer. */
  confirmed(request: Promise<unknown>): Promise<void> {
    return this.#watch.confirmed(request)
  }

  /** Resolves when it has done all that it was asked before, such as closing something: it serves requests in their order. */
  async caughtUp(): Promise<void> {
    // One that ended has nothing left to do.
    if (this.isLiving) await this.confirmed(this.#worker.getResourceUsage()).catch(() => undefined)
  }

  /** Those included that are being opened: of two sessions that begin at once, each finds the other's there. */
  get routers(): number {
    return this.#routers.size + this.#opening
  }

  /** Consumers alive in it, pipes included: what its core is busy with. */
  get load(): number {
    return this.#routers.values().reduce((sum, { load }) => sum + load, 0)
  }

  async openRouter(): Promise<MediaRouter> {
    this.#opening += 1
    try {
      const router = new MediaRouter(
        this,
        await this.#worker.createRouter({ mediaCodecs }),
        this.#server,
        this.#options,
      )
      this.#routers.add(router)
      router.whenClosed(() => this.#routers.delete(router))
      return router
    } finally {
      this.#opening -= 1
    }
  }

  /** Resolves when the process has ended. One that stands still is not asked to. */
  async close(): Promise<void> {
    await this.caughtUp()
    await end(this.#worker, this.silentForMs === null ? STOP_WITHIN_MS : 0)
  }
}

/**
 * mediasoup lets each worker close itself when this process is asked to stop; but this server stops in its own order,
 * people first, so those listeners go again. A program that never says it runs is ended, which makes mediasoup give up.
 */
async function spawn({ workerBinary, patience: { startMs } }: MediaWorkerOptions): Promise<Worker> {
  const signals = ['SIGINT', 'SIGTERM'] as const
  const before = signals.map((signal) => new Set(process.listeners(signal)))
  const workerBin = workerBinary ?? workerBinOfPackage
  const environment = await walledEnvironment(workerBin)
  const { begun, child } = withChild(() => inEnvironment(environment, () => createWorker({ workerBin })))
  for (const [index, signal] of signals.entries())
    for (const listener of process.listeners(signal))
      if (!before[index]?.has(listener)) process.removeListener(signal, listener)
  return killUnless(begun, startMs, () => child?.kill('SIGKILL'))
}

/**
 * The worker takes apart what browsers send: behind walls (ADR 0072) it sees no file and no secret of this server. mediasoup hands on the
 * environment of this process, and starts its program under another one where the environment names that, for valgrind.
 */
async function walledEnvironment(workerBin: string): Promise<NodeJS.ProcessEnv> {
  const { PATH, LD_LIBRARY_PATH } = process.env
  const environment = { PATH, LANG: 'C.UTF-8', ...(LD_LIBRARY_PATH !== undefined && { LD_LIBRARY_PATH }) }
  const [program, ...options] = await withNetwork({ reads: [workerBin, ...(LD_LIBRARY_PATH?.split(delimiter) ?? [])] })
  // It splits the options at blanks: a folder whose name has one is not seen, and the program itself must not lie in one.
  const [kept, blank] = [options.filter((one) => !/\s/.test(one)), options.filter((one) => /\s/.test(one))]
  if (blank.some((one) => one.endsWith(`:${workerBin}`)))
    throw new Error(
      `the media worker cannot be shut in while its path has a blank: copy ${workerBin} elsewhere, and name it by MEDIASOUP_WORKER_BIN`,
    )
  return {
    ...environment,
    MEDIASOUP_USE_VALGRIND: 'true',
    MEDIASOUP_VALGRIND_BIN: program,
    MEDIASOUP_VALGRIND_OPTIONS: kept.join(' '),
  }
}

/** `begin` reads it before it returns. */
function inEnvironment<T>(environment: NodeJS.ProcessEnv, begin: () => T): T {
  const { env } = process
  process.env = environment
  try {
    return begin()
  } finally {
    process.env = env
  }
}

/** mediasoup hands a process out only once it runs; Node tells of each that is made. */
function withChild<T>(begin: () => T): { readonly begun: T; readonly child: ChildProcess | undefined } {
  let child: ChildProcess | undefined
  const note = (message: unknown) => {
    child = (message as { process: ChildProcess }).process
  }
  subscribe('child_process', note)
  try {
    const begun = begin()
    return { begun, child }
  } finally {
    unsubscribe('child_process', note)
  }
}

/** Also one that is stopped: SIGKILL waits for nothing. */
function kill(worker: Worker): void {
  if (worker.subprocessClosed) return
  try {
    process.kill(worker.pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}

/** Resolves when the process has ended. */
async function end(worker: Worker, withinMs = STOP_WITHIN_MS): Promise<void> {
  if (worker.subprocessClosed) return
  const { promise: ended, resolve } = Promise.withResolvers<void>()
  worker.once('subprocessclose', resolve)
  worker.close()
  await killUnless(ended, withinMs, () => kill(worker))
}

/** A router of one session, in one worker. */
export class MediaRouter {
  readonly worker: MediaWorker
  readonly router: Router
  readonly pipeListenInfo: TransportListenInfo
  readonly #server: WebRtcServer
  #load = 0

  constructor(worker: MediaWorker, router: Router, server: WebRtcServer, { pipePorts }: MediaWorkerOptions) {
    this.worker = worker
    this.router = router
    this.pipeListenInfo = { protocol: 'udp', ip: '127.0.0.1', portRange: pipePorts }
    this.#server = server
    router.observer.on('newtransport', (transport) =>
      transport.observer.on('newconsumer', (consumer) => {
        this.#load += 1
        consumer.observer.once('close', () => {
          this.#load -= 1
        })
      }),
    )
  }

  get isClosed(): boolean {
    return this.router.closed
  }

  /** Consumers alive on it, pipes included. */
  get load(): number {
    return this.#load
  }

  whenClosed(listener: () => void): void {
    this.router.observer.once('close', listener)
  }

  async createTransport(direction: Direction): Promise<WebRtcTransport> {
    const transport = await this.router.createWebRtcTransport({
      webRtcServer: this.#server,
      preferUdp: true,
      initialAvailableOutgoingBitrate: INITIAL_OUTGOING_BITRATE,
    })
    // mediasoup makes it known to a router that was closed meanwhile, which then never closes it.
    if (this.isClosed) transport.close()
    else if (direction === 'send') await transport.setMaxIncomingBitrate(MAX_INCOMING_BITRATE)
    return transport
  }

  close(): void {
    this.router.close()
  }
}
