// The media of one connection on one router: its transports, and what goes over them. It lives as long as they do; when the
// worker dies, or the browser joins again, session-media.ts makes another.
import type { RtpCapabilities, WebRtcTransport } from 'mediasoup/types'
import type { ConnectionId, Language, ParticipantId } from '../../../shared/kernel/ids.ts'
import type { PeerPlan } from '../../../shared/projections/media-plan.ts'
import {
  type IceServer,
  kindOf,
  type MediaNotice,
  type MediaReply,
  type MediaRequest,
  type MediaSource,
  type MediaWelcome,
  type TransportParameters,
  type VisibleTile,
} from '../../../shared/wire/engine/media-requests.ts'
import type { Log } from '../../platform/log.ts'
import type { Cascade } from './cascade.ts'
import { routerRtpCapabilities } from './codecs.ts'
import { GoneError } from './gone-error.ts'
import { mergeTiles } from './layers.ts'
import type { Direction, MediaRouter } from './media-worker.ts'
import { DtlsParameters, RtpParameters } from './parameters.ts'
import { PeerConsumers, type Wanted } from './peer-consumers.ts'
import { PeerProducers, type Source } from './peer-producers.ts'
import { done, refuse } from './replies.ts'

/** What is known of a connection apart from its transports; it outlives a worker. */
export interface Seat {
  readonly participantId: ParticipantId
  readonly connectionId: ConnectionId
  readonly rtpCapabilities: RtpCapabilities
  /** Null: the browser has not told yet, the server chooses. */
  visible: readonly VisibleTile[] | null
  /** The channel of interpretation that the listener has chosen. */
  listensTo: Language | null
  isMuted: boolean
}

/** What a peer asks of its session. */
export interface PeerSurroundings {
  plan(seat: Seat): PeerPlan | undefined
  wanted(seat: Seat): readonly Wanted[]
  mayReceive(seat: Seat, source: Source): boolean
  notice(connectionId: ConnectionId, notice: MediaNotice): void
  sourcesChanged(): void
  iceServers(seat: Seat): IceServer[]
  readonly cascade: Cascade
  readonly hiddenForMs: number
  readonly log: Log
}

export type PeerRequest = Exclude<MediaRequest, { type: 'join' }>
type Request<Type extends PeerRequest['type']> = Extract<PeerRequest, { type: Type }>

export class PeerMedia {
  readonly seat: Seat
  readonly router: MediaRouter
  readonly #surroundings: PeerSurroundings
  readonly #sends: boolean
  readonly #transports = new Map<Direction, WebRtcTransport>()
  readonly #connecting = new WeakMap<WebRtcTransport, Promise<void>>()
  #producers: PeerProducers | null = null
  #consumers: PeerConsumers | null = null
  #isOpen = false
  #isClosed = false

  constructor(seat: Seat, router: MediaRouter, surroundings: PeerSurroundings) {
    this.seat = seat
    this.router = router
    this.#surroundings = surroundings
    this.#sends = surroundings.plan(seat)?.mayProduce === true
  }

  /** The browser has been told of its transports. */
  get isOpen(): boolean {
    return this.#isOpen
  }

  /** Whether it sends is settled by its transports; the plan wants it otherwise now. */
  get isOutdated(): boolean {
    const plan = this.#plan
    return plan !== undefined && plan.mayProduce !== this.#sends
  }

  get counts(): { transports: number; producers: number; consumers: number } {
    return {
      transports: this.#transports.size,
      producers: this.#producers?.count ?? 0,
      consumers: this.#consumers?.count ?? 0,
    }
  }

  source(source: MediaSource): Source | undefined {
    return this.#producers?.get(source)
  }

  /** @throws when the router or this peer was closed meanwhile. */
  async open(): Promise<MediaWelcome> {
    const { seat } = this
    const [send, receive] = await Promise.all([this.#openSendTransport(), this.#openTransport('receive')])
    if (send) this.#producers = this.#producersOver(send)
    this.#consumers = this.#consumersOver(receive)
    const [consumers] = await Promise.all([this.#consumers.welcome(), this.follow()])
    if (receive.closed || this.isOutdated) throw new GoneError()
    this.#isOpen = true
    return {
      routerRtpCapabilities,
      iceServers: this.#surroundings.iceServers(seat),
      send: send && !send.closed ? parametersOf(send) : null,
      receive: parametersOf(receive),
      consumers,
    }
  }

  /** Resolves when what this peer sends is as the plan wants it. */
  async follow(): Promise<void> {
    if (!this.#plan?.mayProduce) this.#transports.get('send')?.close()
    await this.#producers?.follow()
  }

  /** Resolves when this peer receives nothing any more that the plan forbids. */
  async part(): Promise<void> {
    await this.#consumers?.part()
  }

  /** Resolves when what this peer receives is what it should. */
  async sync(): Promise<void> {
    await this.#consumers?.sync()
  }

  async request(request: PeerRequest): Promise<MediaReply> {
    switch (request.type) {
      case 'connectTransport':
        return this.#connect(request)
      case 'restartIce':
        return this.#restartIce(request)
      case 'produce':
      case 'mute':
      case 'closeProducer':
        return this.#maySend(request) ? this.#send(request) : refuse('media.not-allowed')
      case 'show':
        this.seat.visible = mergeTiles(request.visible)
        await this.sync()
        return done
      case 'listen':
        this.seat.listensTo = request.language
        await this.part()
        await this.sync()
        return done
      case 'resume':
        return (await this.#consumers?.resume(request.consumerIds)) ? done : refuse('media.unknown')
    }
  }

  close(): void {
    this.#isClosed = true
    for (const transport of this.#transports.values()) transport.close()
  }

  #maySend(request: Request<'produce' | 'mute' | 'closeProducer'>): boolean {
    const plan = this.#plan
    if (plan?.mayProduce !== true) return false
    if (request.type !== 'produce') return true
    switch (request.source) {
      case 'microphone':
        return true
      case 'camera':
        return plan.mayBeSeen
      case 'screen':
      case 'screenSound':
        return plan.mayShare
    }
  }

  get #plan(): PeerPlan | undefined {
    return this.#surroundings.plan(this.seat)
  }

  async #connect({ transportId, dtlsParameters }: Request<'connectTransport'>): Promise<MediaReply> {
    const transport = this.#transport(transportId)
    if (!transport) return refuse('media.unknown')
    const connecting =
      this.#connecting.get(transport) ?? transport.connect({ dtlsParameters: DtlsParameters.parse(dtlsParameters) })
    this.#connecting.set(transport, connecting)
    try {
      await connecting
    } catch (error) {
      this.#connecting.delete(transport)
      throw error
    }
    return done
  }

  async #restartIce({ transportId }: Request<'restartIce'>): Promise<MediaReply> {
    const iceParameters = await this.#transport(transportId)?.restartIce()
    if (!iceParameters) return refuse('media.unknown')
    return { ok: true, iceParameters, iceServers: this.#surroundings.iceServers(this.seat) }
  }

  async #send(request: Request<'produce' | 'mute' | 'closeProducer'>): Promise<MediaReply> {
    const { type } = request
    if (type === 'produce') return this.#produce(request)
    if (type === 'mute') await this.#mute(request.isMuted)
    else await this.#producers?.close(request.source)
    return done
  }

  async #produce({ source, rtpParameters, isMuted }: Request<'produce'>): Promise<MediaReply> {
    const parsed = RtpParameters(kindOf(source)).parse(rtpParameters)
    if (!this.#producers || !this.#transports.has('send')) return refuse('media.unavailable')
    if (source === 'microphone') this.seat.isMuted = isMuted
    return { ok: true, producerId: await this.#producers.produce(source, parsed) }
  }

  async #mute(isMuted: boolean): Promise<void> {
    this.seat.isMuted = isMuted
    this.#surroundings.sourcesChanged()
    await this.#producers?.follow()
  }

  #transport(id: string): WebRtcTransport | undefined {
    return this.#transports.values().find((transport) => transport.id === id)
  }

  async #openSendTransport(): Promise<WebRtcTransport | null> {
    return this.#sends ? this.#openTransport('send') : null
  }

  async #openTransport(direction: Direction): Promise<WebRtcTransport> {
    const transport = await this.router.createTransport(direction)
    if (this.#isClosed) transport.close()
    if (transport.closed) throw new GoneError()
    this.#transports.set(direction, transport)
    transport.observer.once('close', () => this.#transports.delete(direction))
    // Neither comes back; the browser joins again. A transport that only lost its way is kept for an ICE restart.
    transport.observer.on('dtlsstatechange', (state) => {
      if (state === 'failed' || state === 'closed') transport.close()
    })
    return transport
  }

  #producersOver(transport: WebRtcTransport): PeerProducers {
    return new PeerProducers({
      participantId: this.seat.participantId,
      router: this.router,
      transport,
      mayMicrophoneRun: () => this.#plan?.mayBeHeard === true && !this.seat.isMuted,
      mayShare: () => this.#plan?.mayShare === true,
      changed: () => this.#surroundings.sourcesChanged(),
    })
  }

  #consumersOver(transport: WebRtcTransport): PeerConsumers {
    const { seat, router } = this
    const surroundings = this.#surroundings
    return new PeerConsumers({
      router,
      transport,
      rtpCapabilities: seat.rtpCapabilities,
      wanted: () => surroundings.wanted(seat),
      mayReceive: (source) => surroundings.mayReceive(seat, source),
      bring: ({ producer, router: from }) => surroundings.cascade.bring(producer, from, router),
      announce: (added, closed) => surroundings.notice(seat.connectionId, { type: 'consumers', added, closed }),
      hiddenForMs: surroundings.hiddenForMs,
      log: surroundings.log,
    })
  }
}

export function parametersOf({
  id,
  iceParameters,
  iceCandidates,
  dtlsParameters,
}: WebRtcTransport): TransportParameters {
  return { id, iceParameters, iceCandidates, dtlsParameters }
}
