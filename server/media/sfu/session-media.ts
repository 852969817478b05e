// The media of one session: who takes part by the plan, on which router their peer is, who receives whom. The plan
// decides: everything reads #plan at the moment it acts, and acts again when the plan changes.
import type { RtpCapabilities } from 'mediasoup/types'
import type { ConnectionId, ParticipantId, SessionId } from '../../../shared/kernel/ids.ts'
import type { MediaPlan, PeerPlan } from '../../../shared/projections/media-plan.ts'
import type { TrackFact } from '../../../shared/projections/recording-facts.ts'
import type { IceServer, MediaNotice, MediaReply, MediaWelcome } from '../../../shared/wire/engine/media-requests.ts'
import type { LiveNotice } from '../../../shared/wire/engine/socket-events.ts'
import type { SpokenPhrase } from '../../../shared/wire/hearing/captions.ts'
import type { Flow } from '../../../shared/wire/hearing/health.ts'
import type { Log } from '../../platform/log.ts'
import type { Recordings } from '../recording/recording.ts'
import type { SpeechEngine } from '../speech/engine.ts'
import { Cascade } from './cascade.ts'
import { mergeTiles } from './layers.ts'
import type { MediaWorker } from './media-worker.ts'
import { PeerMedia, type PeerRequest, type PeerSurroundings, type Seat } from './peer-media.ts'
import type { MediaWish, PeerAddress } from './plane.ts'
import { type PlannedPeer, picturesOf, recognisedOf, recordedOf, sourcesToTell, voicesOf } from './planned-sources.ts'
import { refuse } from './replies.ts'
import { SessionRecognition } from './session-recognition.ts'
import { SessionRecorder } from './session-recorder.ts'
import { SessionRouters } from './session-routers.ts'
import { type Sight, wantedBy } from './sight.ts'
import { Speech } from './speech.ts'
import type { WorkerPool } from './worker-pool.ts'

export interface SessionMediaOptions {
  readonly sessionId: SessionId
  readonly pool: WorkerPool
  readonly consumersPerRouter: number
  readonly hiddenForMs: number
  readonly iceServers: (connectionId: ConnectionId) => IceServer[]
  readonly notice: (connectionId: ConnectionId, notice: MediaNotice) => void
  readonly live: (notice: LiveNotice) => void
  readonly recordings: Recordings
  readonly recording: (fact: TrackFact) => void
  readonly speechEngine: SpeechEngine | null
  readonly spoken: (participantId: ParticipantId, phrase: SpokenPhrase) => void
  readonly log: Log
}

/** What was checked of a wish. */
export type SessionWish = Omit<MediaWish, 'rtpCapabilities'> & { rtpCapabilities: RtpCapabilities }

const SOURCES_WITHIN_MS = 100

export class SessionMedia {
  readonly #options: SessionMediaOptions
  readonly #routers: SessionRouters
  readonly #speech: Speech
  readonly #recorder: SessionRecorder
  readonly #recognition: SessionRecognition | null
  readonly #surroundings: PeerSurroundings
  readonly #log: Log
  #plan: MediaPlan = new Map()
  #reconciled: Promise<void> = Promise.resolve()
  readonly #seats = new Map<ParticipantId, Seat>()
  /** A seat without a peer waits for a worker that answers. */
  readonly #peers = new Map<ParticipantId, PeerMedia>()
  #spreading: NodeJS.Immediate | undefined
  #tellingSources: NodeJS.Timeout | undefined

  constructor(options: SessionMediaOptions) {
    const { sessionId, pool, consumersPerRouter, hiddenForMs, iceServers, notice, live, log } = options
    const { recordings, recording, speechEngine, spoken } = options
    const cascade = new Cascade()
    this.#options = options
    this.#log = log
    this.#routers = new SessionRouters(pool, consumersPerRouter)
    this.#speech = new Speech(cascade, live, log)
    this.#recorder = new SessionRecorder(sessionId, recordings, recording, log)
    this.#recognition = speechEngine && new SessionRecognition(speechEngine, spoken)
    this.#surroundings = {
      plan: (seat) => this.#planFor(seat),
      wanted: (seat) => wantedBy(this.#sight(seat)),
      mayReceive: (seat, { participantId, source }) =>
        this.#isTogether(seat, participantId) && (source !== 'microphone' || this.#isInEarshot(seat, participantId)),
      notice,
      sourcesChanged: () => {
        this.#spreadSoon()
        this.#tellSourcesSoon()
      },
      iceServers: ({ connectionId }) => iceServers(connectionId),
      cascade,
      hiddenForMs,
      log,
    }
  }

  get statistics() {
    const all = [...this.#peers.values()].map(({ counts }) => counts)
    const sum = (what: keyof PeerMedia['counts']) => all.reduce((total, counts) => total + counts[what], 0)
    return {
      routers: this.#routers.count,
      transports: sum('transports'),
      producers: sum('producers'),
      consumers: sum('consumers'),
    }
  }

  get pictures(): ReadonlyMap<ParticipantId, Flow> {
    return picturesOf(this.#peers)
  }

  /** Resolves when nobody is heard, received or has transports whom the plan does not let. */
  reconcile(plan: MediaPlan): Promise<void> {
    const before = this.#plan
    this.#plan = plan
    const over = [...this.#seats.values()].filter((seat) => !this.#planFor(seat))
    const left = new Set(over.map((seat) => this.#peers.get(seat.participantId)?.router.worker))
    for (const seat of over) this.#end(seat)
    this.#closeWhenEmpty()
    this.#reconciled = this.#makeTrue(plan, before, [...left])
    return this.#reconciled
  }

  async #makeTrue(plan: MediaPlan, before: MediaPlan, left: readonly (MediaWorker | undefined)[]): Promise<void> {
    const peers = [...this.#peers.values()]
    const planned = this.#planned()
    this.#speech.follow(voicesOf(planned))
    for (const seat of this.#seats.values()) this.#leaveChannel(seat, before)
    // Those who part no longer receive each other, and are neither recorded nor recognised, before anybody begins to be heard.
    const parted = peers.map((peer) => peer.part())
    await Promise.all([
      ...parted,
      // Their transports are closed in the worker, too.
      ...left.map((worker) => worker?.caughtUp()),
      this.#recorder.follow(recordedOf(planned)),
      this.#recognition?.follow(recognisedOf(planned)),
    ])
    // A newer plan goes on from here.
    if (plan !== this.#plan) return this.#reconciled
    for (const peer of peers) if (peer.isOutdated && peer.isOpen) this.#beginAnew(peer)
    await Promise.all([...this.#peers.values()].map((peer) => peer.follow()))
    const isNew = ([participantId, { mayBeHeard, group, channel }]: [ParticipantId, PeerPlan]) => {
      const old = before.get(participantId)
      return (mayBeHeard && !old?.mayBeHeard) || (old && (old.group !== group || old.channel !== channel))
    }
    if ([...plan].some(isNew)) this.#spreadSoon()
    this.#tellSourcesSoon()
  }

  /** Whether this connection is in the plan; for any other there is no media at all. */
  allows({ participantId, connectionId }: Pick<PeerAddress, 'participantId' | 'connectionId'>): boolean {
    return this.#plan.get(participantId)?.connectionId === connectionId
  }

  async welcome(
    address: PeerAddress,
    { rtpCapabilities, visible, listensTo }: SessionWish,
  ): Promise<MediaWelcome | null> {
    if (!this.allows(address)) return null
    const { participantId, connectionId } = address
    this.#closePeer(participantId)
    const seat: Seat = {
      participantId,
      connectionId,
      rtpCapabilities,
      visible: visible.length > 0 ? mergeTiles(visible) : null,
      listensTo,
      isMuted: false,
    }
    this.#seats.set(participantId, seat)
    const welcome = await this.#admit(seat)
    // No worker answers: the browser is told when one does.
    if (welcome === null) void this.#restart(seat)
    return welcome
  }

  /** @throws what mediasoup throws at parameters. */
  async request({ participantId }: PeerAddress, request: PeerRequest): Promise<MediaReply> {
    return this.#peers.get(participantId)?.request(request) ?? refuse('media.unavailable')
  }

  /** A worker that was silent answers: what others were to receive from it is brought now. */
  answeringAgain(): void {
    this.#spreadSoon()
  }

  /** Those who were on it begin again on another worker; the others lose what they received from them. */
  workerLost(): void {
    for (const peer of this.#peers.values()) {
      // One that is still being opened fails by itself and is placed again.
      if (!peer.router.isClosed || !peer.isOpen) continue
      this.#closePeer(peer.seat.participantId)
      void this.#restart(peer.seat)
    }
  }

  close(): void {
    this.#plan = new Map()
    this.#seats.clear()
    for (const participantId of this.#peers.keys()) this.#closePeer(participantId)
    void this.#recorder.follow([])
    void this.#recognition?.follow([])
    this.#closeWhenEmpty()
  }

  async #admit(seat: Seat): Promise<MediaWelcome | null> {
    while (this.#planFor(seat)) {
      const router = await this.#routers.place()
      if (router === null || !this.#planFor(seat)) break
      const peer = new PeerMedia(seat, router, this.#surroundings)
      this.#peers.set(seat.participantId, peer)
      try {
        const welcome = await peer.open()
        this.#log.info(this.#contextOf(seat), 'media opened')
        this.#tellSourcesSoon()
        return welcome
      } catch (error) {
        peer.close()
        if (this.#peers.get(seat.participantId) === peer) this.#peers.delete(seat.participantId)
        if (!router.isClosed && this.#planFor(seat) && !peer.isOutdated) throw error
      }
    }
    this.#closeWhenEmpty()
    return null
  }

  async #restart(seat: Seat): Promise<void> {
    const { pool, notice } = this.#options
    try {
      while (this.#planFor(seat) && (await pool.untilOneIsReady())) {
        const welcome = await this.#admit(seat)
        if (welcome === null) continue
        notice(seat.connectionId, { type: 'restarted', welcome })
        return
      }
    } catch (error) {
      this.#log.error({ ...this.#contextOf(seat), err: error }, 'media could not be opened again')
      if (this.#planFor(seat)) this.#end(seat)
    }
  }

  /** Undefined also for a seat that has been taken again. */
  #planFor(seat: Seat): PeerPlan | undefined {
    const isTaken = this.#seats.get(seat.participantId) === seat
    return isTaken && this.allows(seat) ? this.#plan.get(seat.participantId) : undefined
  }

  #planned(): PlannedPeer[] {
    return [...this.#peers.values()].map((peer) => ({ peer, plan: this.#planFor(peer.seat) }))
  }

  /** Whether this seat may receive that participant: another one of the same group. */
  #isTogether(seat: Seat, participantId: ParticipantId): boolean {
    const group = this.#planFor(seat)?.group
    return participantId !== seat.participantId && group !== undefined && group === this.#plan.get(participantId)?.group
  }

  /** Whether the voice of that participant is for this seat: it is, unless it goes into a channel not chosen here. */
  #isInEarshot({ listensTo }: Seat, participantId: ParticipantId): boolean {
    const channel = this.#plan.get(participantId)?.channel ?? null
    return channel === null || channel === listensTo
  }

  /** Whoever ceases to interpret is muted by that: nobody finds their words on the floor unawares. */
  #leaveChannel(seat: Seat, before: MediaPlan): void {
    const wasInChannel = before.get(seat.participantId)?.channel ?? null
    if (wasInChannel !== null && this.#planFor(seat)?.channel === null) seat.isMuted = true
  }

  /** With a way to send, or without one: whoever becomes an interpreter, or is one no longer, may be an observer. */
  #beginAnew({ seat }: PeerMedia): void {
    this.#closePeer(seat.participantId)
    void this.#restart(seat)
  }

  /** Everybody whom this seat may receive. */
  #sight(seat: Seat): Sight {
    const others = [...this.#peers.values()].filter((peer) => this.#isTogether(seat, peer.seat.participantId))
    return {
      tiles: seat.visible,
      others: others.map((peer) => ({
        participantId: peer.seat.participantId,
        isHeard: this.#planFor(peer.seat)?.mayBeHeard === true && this.#isInEarshot(seat, peer.seat.participantId),
        source: (source) => peer.source(source),
      })),
    }
  }

  #spreadSoon(): void {
    if (this.#seats.size === 0) return
    this.#spreading ??= setImmediate(() => {
      this.#spreading = undefined
      for (const peer of this.#peers.values()) void peer.sync()
      const planned = this.#planned()
      this.#speech.follow(voicesOf(planned))
      void this.#recorder.follow(recordedOf(planned))
      void this.#recognition?.follow(recognisedOf(planned))
    })
  }

  #tellSourcesSoon(): void {
    if (this.#seats.size === 0) return
    this.#tellingSources ??= setTimeout(() => {
      this.#tellingSources = undefined
      this.#options.live({ type: 'sources', sources: sourcesToTell([...this.#seats.values()], this.#peers) })
    }, SOURCES_WITHIN_MS)
  }

  #end(seat: Seat): void {
    this.#closePeer(seat.participantId)
    this.#seats.delete(seat.participantId)
    this.#options.notice(seat.connectionId, { type: 'ended' })
    this.#log.info(this.#contextOf(seat), 'media ended')
  }

  #closePeer(participantId: ParticipantId): void {
    const peer = this.#peers.get(participantId)
    this.#peers.delete(participantId)
    peer?.close()
  }

  #closeWhenEmpty(): void {
    if (this.#seats.size > 0) return
    clearImmediate(this.#spreading)
    clearTimeout(this.#tellingSources)
    this.#spreading = undefined
    this.#tellingSources = undefined
    this.#routers.close()
  }

  #contextOf({ participantId, connectionId }: Seat) {
    return { sessionId: this.#options.sessionId, participantId, connectionId }
  }
}
