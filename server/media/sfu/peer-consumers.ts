// What one peer receives: audio of those who may be heard, video of the tiles on its screen. It is notified only that
// something may have changed; then it reads what is wanted now and applies it, one pass at a time.
import type { Consumer, RtpCapabilities, WebRtcTransport } from 'mediasoup/types'
import type { ConsumerParameters } from '../../../shared/wire/engine/media-requests.ts'
import type { Log } from '../../platform/log.ts'
import { GoneError } from './gone-error.ts'
import type { MediaRouter } from './media-worker.ts'
import type { Source } from './peer-producers.ts'
import { Switch } from './switch.ts'

export interface Wanted {
  readonly source: Source
  /** Null for audio. */
  readonly layer: { readonly spatialLayer: number; readonly priority: number } | null
}

export interface PeerConsumersOptions {
  readonly router: MediaRouter
  readonly transport: WebRtcTransport
  readonly rtpCapabilities: RtpCapabilities
  /** Audio first. */
  readonly wanted: () => readonly Wanted[]
  /** By the plan as it is now. */
  readonly mayReceive: (source: Source) => boolean
  /** Makes the source known on this peer’s router. */
  readonly bring: (source: Source) => Promise<void>
  readonly announce: (added: ConsumerParameters[], closed: string[]) => void
  /** How long a tile that left the screen may come back without a new consumer. */
  readonly hiddenForMs: number
  readonly log: Log
}

class Received {
  readonly source: Source
  readonly consumer: Consumer
  readonly #switch: Switch
  readonly #hiddenForMs: number
  isAnnounced = false
  #isReady = false
  #isShown = true
  #spatialLayer: number
  #priority = 1
  #closing: NodeJS.Timeout | undefined
  #switching: Promise<void> | undefined
  readonly #tellBeginning: (outcome: 'began' | 'gone') => void

  constructor({ source, layer }: Wanted, consumer: Consumer, { router, hiddenForMs }: PeerConsumersOptions) {
    this.source = source
    this.consumer = consumer
    this.#switch = new Switch(consumer, router.worker)
    this.#hiddenForMs = hiddenForMs
    this.#spatialLayer = layer?.spatialLayer ?? 0
    this.#tellBeginning = consumer.kind === 'video' ? source.keyFrames.expectViewer() : () => undefined
    consumer.observer.once('close', () => {
      clearTimeout(this.#closing)
      this.#tellBeginning('gone')
    })
  }

  get parameters(): ConsumerParameters {
    const { id, producerId, kind, rtpParameters } = this.consumer
    const { participantId, source } = this.source
    return { id, producerId, kind, participantId, source, rtpParameters }
  }

  /**
   * A producer that is closed has closed its consumers in the worker, which tells of it a moment later. To ask anything of them
   * meanwhile is an error there, for something that happens whenever somebody leaves.
   */
  get isOver(): boolean {
    return this.consumer.closed || this.source.producer.closed
  }

  /** The browser can take it now. */
  async ready(): Promise<void> {
    const isFirst = !this.#isReady
    if (isFirst && this.consumer.kind === 'video') await this.source.keyFrames.turnToBegin()
    this.#isReady = true
    await this.#apply()
    if (!isFirst) return
    this.#tellBeginning('began')
    if (this.consumer.kind === 'video') this.#insist()
  }

  #insist(): void {
    const wanted = () => ({ spatialLayer: this.#spatialLayer })
    // A consumer or worker that goes meanwhile needs no picture.
    this.source.keyFrames.askAgain(this.consumer, wanted).catch(() => undefined)
  }

  async show({ layer }: Wanted): Promise<void> {
    if (this.isOver) return
    clearTimeout(this.#closing)
    this.#isShown = true
    const changes: Promise<void>[] = [this.#apply()]
    if (layer && layer.spatialLayer !== this.#spatialLayer) {
      this.#spatialLayer = layer.spatialLayer
      this.#switching ??= this.#switchLayer()
    }
    if (layer && layer.priority !== this.#priority) {
      this.#priority = layer.priority
      changes.push(this.consumer.setPriority(layer.priority))
    }
    await Promise.all(changes)
  }

  /** In its turn, to the layer wanted by then; what flows meanwhile is a picture, too. */
  async #switchLayer(): Promise<void> {
    await this.source.keyFrames.turnToSwitch()
    this.#switching = undefined
    if (this.isOver) return
    // A consumer or worker that goes meanwhile takes the change with it.
    await this.consumer.setPreferredLayers({ spatialLayer: this.#spatialLayer }).catch(() => undefined)
  }

  async hide(): Promise<void> {
    if (!this.#isShown) return
    this.#isShown = false
    this.#closing = setTimeout(() => this.consumer.close(), this.#hiddenForMs)
    await this.#apply()
  }

  end(): void {
    if (!this.isOver) this.consumer.close()
  }

  async #apply(): Promise<void> {
    if (!this.isOver) await this.#switch.set(this.#isReady && this.#isShown)
  }
}

export class PeerConsumers {
  readonly #options: PeerConsumersOptions
  readonly #byProducer = new Map<string, Received>()
  readonly #welcomed = Promise.withResolvers<void>()
  #running: Promise<void> | null = null
  #isStale = false
  #closed: string[] = []
  #telling: NodeJS.Immediate | undefined

  constructor(options: PeerConsumersOptions) {
    this.#options = options
    options.transport.observer.once('close', () => {
      clearImmediate(this.#telling)
      this.#welcomed.resolve()
    })
  }

  get count(): number {
    return this.#byProducer.size
  }

  /** The first pass; what it made goes with the welcome and is not announced. */
  async welcome(): Promise<ConsumerParameters[]> {
    try {
      return await this.#pass()
    } finally {
      this.#welcomed.resolve()
    }
  }

  /** Resolves when the consumers are as wanted at this moment. Never rejects. */
  sync(): Promise<void> {
    this.#isStale = true
    this.#running ??= this.#catchUp()
    return this.#running
  }

  /** Resolves when the worker has confirmed that nothing is received any more that may not be. */
  async part(): Promise<void> {
    const { mayReceive, router } = this.#options
    const forbidden = [...this.#byProducer.values()].filter(({ source }) => !mayReceive(source))
    for (const received of forbidden) received.end()
    if (forbidden.length > 0) await router.worker.caughtUp()
  }

  /** @returns false when an id is not one of this peer's. */
  async resume(consumerIds: readonly string[]): Promise<boolean> {
    const ids = new Set(consumerIds)
    const own = [...this.#byProducer.values()].filter(({ consumer }) => ids.has(consumer.id))
    await Promise.all(own.map((received) => received.ready()))
    return own.length === ids.size
  }

  async #catchUp(): Promise<void> {
    await this.#welcomed.promise
    while (this.#isStale && !this.#options.transport.closed) {
      this.#isStale = false
      this.#tell(await this.#pass())
    }
    this.#running = null
  }

  async #pass(): Promise<ConsumerParameters[]> {
    const wanted = this.#options.wanted()
    const ids = new Set(wanted.map(({ source }) => source.producer.id))
    // Audio is kept: whoever was heard once is likely to be heard again, and a paused producer costs nothing.
    const unwanted = [...this.#byProducer.values()].filter(
      ({ consumer }) => consumer.kind === 'video' && !ids.has(consumer.producerId),
    )
    await Promise.all([
      ...unwanted.map((received) => received.hide()),
      ...wanted.map((one) => this.#receive(one).catch((error: unknown) => this.#failed(one, error))),
    ])
    const added = [...this.#byProducer.values()].filter(({ isAnnounced }) => !isAnnounced)
    for (const received of added) received.isAnnounced = true
    return added.map(({ parameters }) => parameters)
  }

  async #receive(wanted: Wanted): Promise<void> {
    const received = this.#byProducer.get(wanted.source.producer.id) ?? (await this.#create(wanted))
    await received?.show(wanted)
  }

  /** @returns null when this browser cannot decode it, or may not receive it any more. */
  async #create(wanted: Wanted): Promise<Received | null> {
    const { router, transport, rtpCapabilities, bring, mayReceive } = this.#options
    const { source, layer } = wanted
    const producerId = source.producer.id
    // What stands still is brought when it goes on; there is no waiting for it.
    if (source.router.worker.silentForMs !== null) return null
    await bring(source)
    if (source.producer.closed) return null
    if (!router.router.canConsume({ producerId, rtpCapabilities })) return null
    const consumer = await transport.consume({
      producerId,
      rtpCapabilities,
      paused: true,
      enableRtx: true,
      ignoreDtx: true,
      ...(layer && { preferredLayers: { spatialLayer: layer.spatialLayer } }),
    })
    if (transport.closed) {
      // mediasoup does not close what a transport was still creating when it was closed.
      consumer.close()
      throw new GoneError()
    }
    if (source.producer.closed) return null
    if (!mayReceive(source)) {
      // The plan changed meanwhile. It was made paused, so nothing has flowed.
      consumer.close()
      return null
    }
    const received = new Received(wanted, consumer, this.#options)
    this.#byProducer.set(producerId, received)
    consumer.observer.once('close', () => {
      this.#byProducer.delete(producerId)
      if (received.isAnnounced && !transport.closed) this.#tellClosed(consumer.id)
    })
    return received
  }

  #failed({ source }: Wanted, error: unknown): void {
    const { transport, router, log } = this.#options
    const isOver = transport.closed || router.isClosed || source.producer.closed || source.router.isClosed
    if (!isOver) log.warn({ participantId: source.participantId, err: error }, 'a consumer could not be made')
  }

  /** Those that close in one turn of the event loop, as when somebody leaves, are told together. */
  #tellClosed(consumerId: string): void {
    this.#closed.push(consumerId)
    this.#telling ??= setImmediate(() => this.#tell([]))
  }

  #tell(added: ConsumerParameters[]): void {
    clearImmediate(this.#telling)
    this.#telling = undefined
    const closed = this.#closed.splice(0)
    if (added.length > 0 || closed.length > 0) this.#options.announce(added, closed)
  }
}
