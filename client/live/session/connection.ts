// One socket to the server, kept alive: says hello, applies what comes, comes back by itself, sends commands exactly once.
// The only file that knows socket.io-client; it never relies on socket.io's own reconnection or state recovery.
import { io, type Socket } from 'socket.io-client'
import { v7 as newCommandId } from 'uuid'
import type { StoreApi } from 'zustand/vanilla'
import type { Wish } from '../../../shared/kernel/aggregate.ts'
import type { VisibleCommit } from '../../../shared/kernel/commit.ts'
import { reject } from '../../../shared/kernel/rejection.ts'
import {
  type Farewell,
  type FarewellReason,
  farewellFor,
  farewellReasons,
} from '../../../shared/wire/engine/farewells.ts'
import type { MediaNotice, MediaReply, MediaRequest, MediaWelcome } from '../../../shared/wire/engine/media-requests.ts'
import {
  type CaptionReply,
  type ClientToServer,
  type CommandReply,
  type Hello,
  type LiveMessage,
  type Person,
  type PersonReply,
  protocolVersion,
  type ServerToClient,
} from '../../../shared/wire/engine/socket-events.ts'
import type { CaptionLine } from '../../../shared/wire/hearing/captions.ts'
import type { AssistReply, AssistRequest, HealthMessage } from '../../../shared/wire/hearing/health.ts'
import {
  lastKnown,
  lostConnection,
  receiveCommit,
  receiveLive,
  receivePeople,
  receiveView,
  receiveWelcome,
} from './receive.ts'
import { receiveFarewell } from './receive-farewell.ts'
import { type ConnectionProblem, emptySession, type SessionSnapshot } from './store.ts'

type SessionSocket = Socket<ServerToClient, ClientToServer>

/** The browser's media plane, as the connection sees it. */
export interface MediaSide {
  /** What hello tells of this device. */
  introduction(): Pick<Hello, 'rtpCapabilities' | 'visible' | 'listensTo'>
  /** null: no media here, for now. */
  welcomed(welcome: MediaWelcome | null): void
  noticed(notice: MediaNotice): void
  /** The socket is down; nothing can be asked until the next welcome. */
  disconnected(): void
}

interface ConnectionOptions {
  token: string
  store: StoreApi<SessionSnapshot>
  media: MediaSide
}

const answerTimeoutMs = 10_000
const firstRetryWithinMs = 1000
const longestRetryMs = 5000
/** After it was cut for sending too much. */
const tooFastRetryMs = 20_000
/** A welcome that did not last as long is no success: the next attempts stay slow. */
const steadyAfterMs = 10_000
/** After this long without an answer a command is given up: by then the person has looked elsewhere. */
const commandPatienceMs = 60_000
/** After these the server is expected back; every other farewell is final. */
const passing: Partial<Record<FarewellReason, ConnectionProblem>> = {
  shutdown: 'server-restarting',
  unavailable: 'server-restarting',
  'rate-limited': 'too-fast',
}

/** An acknowledgement that did not come, because of time or of the socket, is answered by null. */
const noAnswer = () => null
const unconfirmed = { ok: false as const, ...reject('unconfirmed') }
const mediaUnavailable = { ok: false as const, ...reject('media.unavailable') }

function openWebSocket(token: string): SessionSocket {
  return io({
    transports: ['websocket'],
    auth: { token },
    reconnection: false,
    autoConnect: false,
    forceNew: true,
    timeout: answerTimeoutMs,
  })
}

type WaitingSocket = ReturnType<SessionSocket['timeout']>

export class SessionConnection {
  readonly #socket: SessionSocket
  readonly #store: StoreApi<SessionSnapshot>
  readonly #media: MediaSide
  readonly #waitingForWelcome = new Set<() => void>()
  #isClosed = false
  #isWelcome = false
  #welcomeAt = 0
  #attempts = 0
  #retryTimer: ReturnType<typeof setTimeout> | undefined

  constructor({ token, store, media }: ConnectionOptions) {
    this.#socket = openWebSocket(token)
    this.#store = store
    this.#media = media
    this.#listen()
    store.setState(
      { ...emptySession, phase: 'connecting', connection: { status: 'online', reason: null, since: Date.now() } },
      true,
    )
    this.#socket.connect()
  }

  async command(wish: Wish): Promise<CommandReply> {
    // Without an answer the same id goes again, so that a command which did arrive is not carried out twice.
    const message = { id: newCommandId(), ...wish }
    return (await this.#untilAnswered((socket) => socket.emitWithAck('command', message))) ?? unconfirmed
  }

  /** A line has its own id: sent again it is the same. */
  async captionLine(line: CaptionLine): Promise<CaptionReply> {
    return (await this.#untilAnswered((socket) => socket.emitWithAck('captionLine', line))) ?? unconfirmed
  }

  /** null: no answer came in the time that somebody waits for one. */
  async #untilAnswered<Reply>(send: (socket: WaitingSocket) => Promise<Reply>): Promise<Reply | null> {
    const deadline = Date.now() + commandPatienceMs
    while (this.#isWelcome || (await this.#welcomeBy(deadline))) {
      if (Date.now() >= deadline) break
      // A socket keeps what it is given while it is down and would send it before hello.
      if (!this.#isWelcome) continue
      const reply = await send(this.#socket.timeout(answerTimeoutMs)).catch(noAnswer)
      if (reply) return reply
    }
    return null
  }

  async registerPerson(person: Person): Promise<PersonReply> {
    if (!this.#isWelcome) return unconfirmed
    const reply = await this.#socket.timeout(answerTimeoutMs).emitWithAck('registerPerson', person).catch(noAnswer)
    return reply ?? unconfirmed
  }

  async requestMedia(request: MediaRequest): Promise<MediaReply> {
    if (!this.#isWelcome) return mediaUnavailable
    const reply = await this.#socket.timeout(answerTimeoutMs).emitWithAck('media', request).catch(noAnswer)
    return reply ?? mediaUnavailable
  }

  /** Of the moment: without a connection it is not kept for later. */
  tell(message: LiveMessage) {
    if (this.#isWelcome) this.#socket.volatile.emit('live', message)
  }

  async assist(request: AssistRequest): Promise<AssistReply> {
    if (!this.#isWelcome) return unconfirmed
    const reply = await this.#socket.timeout(answerTimeoutMs).emitWithAck('assist', request).catch(noAnswer)
    return reply ?? unconfirmed
  }

  /** What cannot be told now is not told later. */
  tellHealth(report: HealthMessage) {
    if (this.#isWelcome) this.#socket.volatile.emit('health', report)
  }

  close() {
    if (this.#isClosed) return
    this.#isClosed = true
    this.#isWelcome = false
    clearTimeout(this.#retryTimer)
    window.removeEventListener('online', this.#retryNow)
    this.#socket.removeAllListeners()
    this.#socket.disconnect()
    this.#media.welcomed(null)
    this.#release()
  }

  #listen() {
    this.#socket.on('connect', () => void this.#sayHello())
    this.#socket.on('connect_error', ({ message }) => this.#refused(message))
    this.#socket.on('disconnect', () => this.#dropped('server-unreachable'))
    this.#socket.on('commit', (commit) => this.#committed(commit))
    this.#socket.on('view', (view) => {
      this.#update((session) => receiveView(session, view))
      if (view.media !== undefined) this.#media.welcomed(view.media)
    })
    this.#socket.on('people', (people) => this.#update((session) => receivePeople(session, people)))
    this.#socket.on('live', (notice) => this.#update((session) => receiveLive(session, notice)))
    this.#socket.on('media', (notice) => this.#media.noticed(notice))
    this.#socket.on('farewell', (farewell) => this.#bidFarewell(farewell))
    window.addEventListener('online', this.#retryNow)
  }

  #update(change: (session: SessionSnapshot) => SessionSnapshot) {
    this.#store.setState(change, true)
  }

  async #sayHello() {
    const sentAt = Date.now()
    const last = lastKnown(this.#store.getState())
    const message: Hello = { protocol: protocolVersion, last, ...this.#media.introduction() }
    const reply = await this.#socket.timeout(answerTimeoutMs).emitWithAck('hello', message).catch(noAnswer)
    if (this.#isClosed) return
    if (!reply) return this.#dropped('no-answer')
    if (!reply.ok) return this.#bidFarewell(reply.farewell)
    this.#update((session) => receiveWelcome(session, reply.welcome, { sentAt, receivedAt: Date.now() }))
    this.#welcomeAt = Date.now()
    this.#isWelcome = true
    this.#media.welcomed(reply.welcome.media)
    this.#release()
  }

  #committed(commit: VisibleCommit) {
    const next = receiveCommit(this.#store.getState(), commit)
    if (next) return this.#store.setState(next, true)
    // A number is missing: a socket says hello once, so a new one asks for what came after the last commit here.
    this.#dropped('no-answer')
    // Once: a number that is missing again is no accident.
    if (this.#attempts === 1) this.#retryNow()
  }

  #refused(message: string) {
    const known = farewellReasons.find((reason) => reason === message)
    if (known) this.#bidFarewell(farewellFor(known))
    else this.#dropped('server-unreachable')
  }

  #bidFarewell(farewell: Farewell) {
    if (this.#isClosed) return
    const problem = passing[farewell.reason]
    if (problem) return this.#dropped(problem)
    this.#update((session) => receiveFarewell(session, farewell))
    this.close()
  }

  #dropped(problem: ConnectionProblem) {
    // Disconnecting reports itself: the timer shows that this loss is already dealt with.
    if (this.#isClosed || this.#retryTimer !== undefined) return
    if (this.#isWelcome && Date.now() - this.#welcomeAt >= steadyAfterMs) this.#attempts = 0
    this.#retryLater(problem)
    this.#isWelcome = false
    this.#socket.disconnect()
    this.#media.disconnected()
    const reason = navigator.onLine === false ? 'network-down' : problem
    this.#update((session) => lostConnection(session, reason, Date.now()))
  }

  #retryLater(problem: ConnectionProblem) {
    const isTooFast = problem === 'too-fast'
    const longest = isTooFast ? tooFastRetryMs : Math.min(firstRetryWithinMs * 2 ** this.#attempts, longestRetryMs)
    // The first retry may come at once; later ones keep at least half of their delay.
    const least = this.#attempts === 0 && !isTooFast ? 0 : longest / 2
    this.#attempts += 1
    this.#retryTimer = setTimeout(this.#retryNow, least + Math.random() * (longest - least))
  }

  readonly #retryNow = () => {
    if (this.#retryTimer === undefined) return
    clearTimeout(this.#retryTimer)
    this.#retryTimer = undefined
    this.#socket.connect()
  }

  /** True once the server has said welcome; false when it has not by `deadline`, or never will. */
  #welcomeBy(deadline: number): Promise<boolean> {
    if (this.#isWelcome || this.#isClosed) return Promise.resolve(this.#isWelcome)
    return new Promise((resolve) => {
      const proceed = () => {
        clearTimeout(timer)
        resolve(this.#isWelcome)
      }
      const timer = setTimeout(() => {
        this.#waitingForWelcome.delete(proceed)
        resolve(false)
      }, deadline - Date.now())
      this.#waitingForWelcome.add(proceed)
    })
  }

  #release() {
    for (const proceed of this.#waitingForWelcome) proceed()
    this.#waitingForWelcome.clear()
  }
}
