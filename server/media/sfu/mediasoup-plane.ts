// The media plane of this node on mediasoup: its workers and the media of each session. app/media.ts creates it.

import { lookup } from 'node:dns/promises'
import { setLogEventListeners } from 'mediasoup'
import type { ParticipantId, SessionId } from '../../../shared/kernel/ids.ts'
import type { MediaPlan } from '../../../shared/projections/media-plan.ts'
import type { MediaReply, MediaRequest, MediaWelcome } from '../../../shared/wire/engine/media-requests.ts'
import type { SpeechStatus } from '../../../shared/wire/hearing/captions.ts'
import type { Flow } from '../../../shared/wire/hearing/health.ts'
import type { Log } from '../../platform/log.ts'
import type { MediaStatistics } from '../../platform/metrics.ts'
import type { Recordings } from '../recording/recording.ts'
import type { SpeechEngine } from '../speech/engine.ts'
import { routerRtpCapabilities } from './codecs.ts'
import { inTime, late, mediaPatienceMs } from './in-time.ts'
import { openLineCheck } from './line-check.ts'
import { isExpected, rejectionFor } from './media-rejections.ts'
import { RtpCapabilities } from './parameters.ts'
import type {
  LineCheck,
  LineCheckStep,
  MediaListener,
  MediaPlane,
  MediaWish,
  PeerAddress,
  WorkerTrouble,
} from './plane.ts'
import { refuse } from './replies.ts'
import { SessionMedia, type SessionWish } from './session-media.ts'
import { iceServers, type TurnOptions } from './turn.ts'
import { WorkerPool } from './worker-pool.ts'
import { type WorkerPatience, workerPatience } from './worker-watch.ts'

export interface MediasoupPlaneOptions {
  readonly workers: number
  /** Undefined: the one that npm installed. */
  readonly workerBinary: string | undefined
  /** An IP address or a host name of this machine. */
  readonly listenAddress: string
  readonly announcedAddress: string
  /** Of `workers` consecutive ports, each UDP and TCP; 0: free ones. */
  readonly firstPort: number
  readonly turn: TurnOptions | null
  readonly recordings: Recordings
  /** Null: nobody’s speech is recognised. */
  readonly speechEngine: SpeechEngine | null
  readonly log: Log
  /** A worker serves about 500 consumers (mediasoup.org, Scalability). */
  readonly consumersPerRouter?: number
  /** How long a tile that left the screen keeps its paused consumer. */
  readonly hiddenForMs?: number
  /** With a worker that does not answer. */
  readonly patience?: WorkerPatience
}

const CONSUMERS_PER_ROUTER = 500
const HIDDEN_FOR_MS = 30_000

/** @throws Error when the workers cannot start; its text says why. */
export async function createMediasoupPlane(options: MediasoupPlaneOptions): Promise<MediaPlane> {
  const { log } = options
  setLogEventListeners({
    onwarn: (namespace, text) => log.debug({ namespace }, text),
    onerror: (namespace, text, err) =>
      isAboutWhatIsGone(text) ? log.debug({ namespace, err }, text) : log.warn({ namespace, err }, text),
  })
  const { address } = await lookup(options.listenAddress)
  const pool = await WorkerPool.start({ patience: workerPatience, ...options, listenAddress: address })
  return new MediasoupPlane(options, pool)
}

/**
 * Two processes close things, each a moment before the other learns of it. Whoever asked for what had just gone is answered with the
 * error; the line that the worker writes besides says nothing that anybody could mend.
 */
function isAboutWhatIsGone(text: string): boolean {
  return text.includes('MediaSoupNotFoundError')
}

class MediasoupPlane implements MediaPlane {
  readonly routerRtpCapabilities = routerRtpCapabilities
  readonly #options: MediasoupPlaneOptions
  readonly #pool: WorkerPool
  readonly #sessions = new Map<SessionId, SessionMedia>()
  readonly #listeners = new Set<MediaListener>()

  constructor(options: MediasoupPlaneOptions, pool: WorkerPool) {
    this.#options = options
    this.#pool = pool
    pool.onLost(() => {
      for (const session of this.#sessions.values()) session.workerLost()
    })
    pool.onAnsweringAgain(() => {
      for (const session of this.#sessions.values()) session.answeringAgain()
    })
  }

  async reconcile(sessionId: SessionId, plan: MediaPlan): Promise<void> {
    const session = this.#sessions.get(sessionId) ?? this.#open(sessionId)
    if (plan.size > 0) this.#sessions.set(sessionId, session)
    else this.#sessions.delete(sessionId)
    if ((await inTime(session.reconcile(plan), mediaPatienceMs)) === late)
      throw new Error('the media plan is not true yet')
  }

  async welcome(peer: PeerAddress, wish: MediaWish): Promise<MediaWelcome | null> {
    const parsed = RtpCapabilities.safeParse(wish.rtpCapabilities)
    return parsed.success ? this.#welcome(peer, { ...wish, rtpCapabilities: parsed.data }) : null
  }

  async request(peer: PeerAddress, request: MediaRequest): Promise<MediaReply> {
    try {
      const reply = await inTime(this.#answer(peer, request), mediaPatienceMs)
      return reply === late ? refuse('media.unavailable') : reply
    } catch (err) {
      if (!isExpected(err)) this.#options.log.warn({ ...peer, request: request.type, err }, 'media request failed')
      return refuse(rejectionFor(err))
    }
  }

  pictures(sessionId: SessionId): ReadonlyMap<ParticipantId, Flow> {
    return this.#sessions.get(sessionId)?.pictures ?? new Map()
  }

  async openLineCheck(user: string): Promise<LineCheck | null> {
    const { turn, log } = this.#options
    const opening = openLineCheck({ pool: this.#pool, iceServers: iceServers(turn, user, Date.now()), log })
    const check = await inTime(opening, mediaPatienceMs)
    if (check !== late) return check && answeringInTime(check)
    // Whoever asked for it is told that there is none; what comes now, or fails, is nobody’s.
    opening.then((unwanted) => unwanted?.close()).catch(() => undefined)
    return null
  }

  speech(): SpeechStatus | null {
    return this.#options.speechEngine?.status() ?? null
  }

  listen(listener: MediaListener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  statistics(): MediaStatistics {
    const all = [...this.#sessions.values()].map(({ statistics }) => statistics)
    const sum = (what: keyof SessionMedia['statistics']) => all.reduce((total, one) => total + one[what], 0)
    return {
      workers: this.#pool.ready.length,
      routers: sum('routers'),
      transports: sum('transports'),
      producers: sum('producers'),
      consumers: sum('consumers'),
    }
  }

  trouble(): WorkerTrouble {
    return this.#pool.trouble
  }

  async close(): Promise<void> {
    for (const session of this.#sessions.values()) session.close()
    this.#sessions.clear()
    this.#listeners.clear()
    await this.#pool.close()
    setLogEventListeners()
  }

  /** Null also when it takes too long: they are let in without media, and it is sent when it comes. */
  async #welcome(peer: PeerAddress, wish: SessionWish): Promise<MediaWelcome | null> {
    const session = this.#sessions.get(peer.sessionId)
    if (!session) return null
    const opening = session.welcome(peer, wish)
    const welcome = await inTime(opening, mediaPatienceMs)
    if (welcome !== late) return welcome
    this.#options.log.warn({ ...peer }, 'media is late: they go on without, and are sent it when it comes')
    opening
      .then((latecomer) => {
        const { connectionId } = peer
        if (latecomer)
          this.#tell((listener) => listener.notice(connectionId, { type: 'restarted', welcome: latecomer }))
      })
      .catch((err: unknown) => this.#options.log.error({ ...peer, err }, 'media could not be opened'))
    return null
  }

  async #answer(peer: PeerAddress, request: MediaRequest): Promise<MediaReply> {
    const session = this.#sessions.get(peer.sessionId)
    if (!session?.allows(peer)) return refuse('media.not-allowed')
    if (request.type !== 'join') return session.request(peer, request)
    const rtpCapabilities = RtpCapabilities.parse(request.rtpCapabilities)
    const welcome = await this.#welcome(peer, { ...request, rtpCapabilities })
    return welcome ? { ok: true, welcome } : refuse('media.unavailable')
  }

  #open(sessionId: SessionId): SessionMedia {
    const {
      consumersPerRouter = CONSUMERS_PER_ROUTER,
      hiddenForMs = HIDDEN_FOR_MS,
      turn,
      recordings,
      speechEngine,
      log,
    } = this.#options
    return new SessionMedia({
      sessionId,
      pool: this.#pool,
      consumersPerRouter,
      hiddenForMs,
      iceServers: (connectionId) => iceServers(turn, connectionId, Date.now()),
      notice: (connectionId, notice) => this.#tell((listener) => listener.notice(connectionId, notice)),
      live: (notice) => this.#tell((listener) => listener.live(sessionId, notice)),
      recordings,
      recording: (fact) => this.#tell((listener) => listener.recording(sessionId, fact)),
      speechEngine,
      spoken: (participantId, phrase) => this.#tell((listener) => listener.spoken(sessionId, participantId, phrase)),
      log,
    })
  }

  /** A listener that throws must not keep the others, or the next peer, from being served. */
  #tell(message: (listener: MediaListener) => void): void {
    for (const listener of this.#listeners) {
      try {
        message(listener)
      } catch (err) {
        this.#options.log.error({ err }, 'a media listener failed')
      }
    }
  }
}

function answeringInTime(check: LineCheck): LineCheck {
  return {
    welcome: check.welcome,
    async request(step: LineCheckStep) {
      const reply = await inTime(check.request(step), mediaPatienceMs)
      return reply === late ? refuse('media.unavailable') : reply
    },
    whenClosed: (listener) => check.whenClosed(listener),
    close: () => check.close(),
  }
}
