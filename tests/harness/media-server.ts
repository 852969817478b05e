// A media plane with real workers, and counts of what really exists, taken from mediasoup's own observers independently
// of the media plane.
import { observer } from 'mediasoup'
import type { Consumer, Producer, Router, Transport, Worker } from 'mediasoup/types'
import { onTestFinished } from 'vitest'
import { ensureWorker } from '../../scripts/worker/ensure-worker.mjs'
import type { Recordings } from '../../server/media/recording/recording.ts'
import { type MediaRouter, MediaWorker } from '../../server/media/sfu/media-worker.ts'
import { createMediasoupPlane, type MediasoupPlaneOptions } from '../../server/media/sfu/mediasoup-plane.ts'
import type { MediaPlane } from '../../server/media/sfu/plane.ts'
import { workerPatience } from '../../server/media/sfu/worker-watch.ts'
import type { ConnectionId, ParticipantId, SessionId } from '../../shared/kernel/ids.ts'
import type { TrackFact } from '../../shared/projections/recording-facts.ts'
import type { MediaNotice } from '../../shared/wire/engine/media-requests.ts'
import type { LiveNotice } from '../../shared/wire/engine/socket-events.ts'
import type { SpokenPhrase } from '../../shared/wire/hearing/captions.ts'
import { until } from './wait.ts'

export const silent = { debug() {}, info() {}, warn() {}, error() {} }

/** Of tests whose plan records nothing. */
export const noRecordings: Recordings = {
  unable: async () => 'noRecorder',
  record: () => ({ stop: async () => undefined }),
  finished: async () => true,
  segments: async () => [],
  read: async () => null,
  drop: async () => undefined,
  readIndex: async () => null,
  takeOver: async () => undefined,
  close: async () => undefined,
}

/** What lives in all media workers of this process now. */
export class Census {
  readonly workers = new Set<Worker>()
  readonly routers = new Set<Router>()
  readonly transports = new Set<Transport>()
  readonly producers = new Set<Producer>()
  readonly consumers = new Set<Consumer>()
  /** The ids of producers whose sound is measured. */
  readonly listenedTo = new Set<string>()
  transportsMade = 0
  /** Of every worker there was. */
  readonly pids: number[] = []
  readonly #workers = new WeakMap<Transport, Worker>()

  constructor() {
    observer.on('newworker', this.#seeWorker)
  }

  readonly #seeWorker = (worker: Worker): void => {
    this.pids.push(worker.pid)
    remember(this.workers, worker)
    worker.observer.on('newrouter', (router) => {
      remember(this.routers, router)
      router.observer.on('newrtpobserver', ({ observer: ear }) => {
        ear.on('addproducer', ({ id }) => void this.listenedTo.add(id))
        ear.on('removeproducer', ({ id }) => void this.listenedTo.delete(id))
      })
      router.observer.on('newtransport', (transport) => {
        this.transportsMade += 1
        this.#workers.set(transport, worker)
        remember(this.transports, transport)
        transport.observer.on('newproducer', (producer) => remember(this.producers, producer))
        transport.observer.on('newconsumer', (consumer) => remember(this.consumers, consumer))
      })
    })
  }

  producer(id: string | undefined): Producer {
    return found(this.producers, id)
  }

  consumer(id: string | undefined): Consumer {
    return found(this.consumers, id)
  }

  transport(id: string | undefined): Transport {
    return found(this.transports, id)
  }

  workerOf(transportId: string): Worker {
    const worker = this.#workers.get(this.transport(transportId))
    if (!worker) throw new Error(`no worker has ${transportId}`)
    return worker
  }

  get counts() {
    const { routers, transports, producers, consumers } = this
    return {
      routers: routers.size,
      transports: transports.size,
      producers: producers.size,
      consumers: consumers.size,
    }
  }

  close(): void {
    observer.off('newworker', this.#seeWorker)
  }
}

interface Observed {
  readonly id?: string
  readonly observer: { once(event: 'close', listener: () => void): unknown }
}

function remember<T extends Observed>(all: Set<T>, one: T): void {
  all.add(one)
  one.observer.once('close', () => all.delete(one))
}

/** With pipes, several have the same id; the first is the original. */
function found<T extends Observed>(all: Set<T>, id: string | undefined): T {
  const one = all.values().find((each) => each.id === id)
  if (!one) throw new Error(`there is no ${id}`)
  return one
}

export class MediaServer {
  readonly plane: MediaPlane
  readonly census: Census
  readonly notices: { connectionId: ConnectionId; notice: MediaNotice }[] = []
  readonly live: { sessionId: SessionId; notice: LiveNotice }[] = []
  readonly recording: TrackFact[] = []
  readonly spoken: { participantId: ParticipantId; phrase: SpokenPhrase }[] = []

  constructor(plane: MediaPlane, census: Census) {
    this.plane = plane
    this.census = census
    plane.listen({
      notice: (connectionId, notice) => void this.notices.push({ connectionId, notice }),
      live: (sessionId, notice) => void this.live.push({ sessionId, notice }),
      recording: (_sessionId, fact) => void this.recording.push(fact),
      spoken: (_sessionId, participantId, phrase) => void this.spoken.push({ participantId, phrase }),
    })
  }

  /** What a connection was told, by type. */
  told<Type extends MediaNotice['type']>(connectionId: ConnectionId, type: Type) {
    return this.notices.flatMap((one) =>
      one.connectionId === connectionId && one.notice.type === type
        ? [one.notice as Extract<MediaNotice, { type: Type }>]
        : [],
    )
  }

  /** The live notice of this type that everybody in the session heard last. */
  heard<Type extends LiveNotice['type']>(sessionId: SessionId, type: Type) {
    const last = this.live.findLast((one) => one.sessionId === sessionId && one.notice.type === type)
    return last?.notice as Extract<LiveNotice, { type: Type }> | undefined
  }

  /** Waits until what exists is this. */
  async untilCounts(expected: Partial<Census['counts']>): Promise<void> {
    await until(() => {
      const { counts } = this.census
      const isSo = Object.entries(expected).every(([what, count]) => counts[what as keyof typeof counts] === count)
      return isSo ? null : `${JSON.stringify(counts)} instead of ${JSON.stringify(expected)}`
    })
  }
}

/** In a worker of its own, without a plane. Ends with the test. */
export async function openRouter(): Promise<MediaRouter> {
  const worker = await MediaWorker.start({
    workerBinary: await ensureWorker(),
    listenAddress: '127.0.0.1',
    announcedAddress: '127.0.0.1',
    port: 0,
    pipePorts: { min: 10_000, max: 65_535 },
    patience: workerPatience,
  })
  onTestFinished(() => worker.close())
  return worker.openRouter()
}

/** Ends with the test. */
export async function startMediaServer(options: Partial<MediasoupPlaneOptions> = {}): Promise<MediaServer> {
  const census = new Census()
  const plane = await createMediasoupPlane({
    workers: 1,
    workerBinary: await ensureWorker(),
    listenAddress: '127.0.0.1',
    announcedAddress: '127.0.0.1',
    firstPort: 0,
    turn: null,
    recordings: noRecordings,
    speechEngine: null,
    log: silent,
    ...options,
  })
  onTestFinished(async () => {
    await plane.close()
    census.close()
  })
  return new MediaServer(plane, census)
}
