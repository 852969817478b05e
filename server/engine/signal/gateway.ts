// The only place that knows socket.io: parses messages, limits their rate, and passes them to the session of the link.
// A malformed message is a protocol error: it is logged and answered with a farewell, and the socket is closed. Other
// sockets are not affected.

import type { Server as HttpServer, IncomingMessage } from 'node:http'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { Server, type Socket } from 'socket.io'
import { type ServerOptions, WebSocketServer } from 'ws'
import type { z } from 'zod'
import { ConnectionId, type ParticipantId } from '../../../shared/kernel/ids.ts'
import { reject } from '../../../shared/kernel/rejection.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import { type Farewell, type FarewellReason, farewellFor } from '../../../shared/wire/engine/farewells.ts'
import { MediaRequest } from '../../../shared/wire/engine/media-requests.ts'
import {
  type ClientToServer,
  CommandMessage,
  type CommandReply,
  Hello,
  type HelloReply,
  LiveMessage,
  maximumMessageBytes,
  Person,
  protocolVersion,
  type ServerToClient,
} from '../../../shared/wire/engine/socket-events.ts'
import { CaptionLine } from '../../../shared/wire/hearing/captions.ts'
import { AssistRequest, HealthMessage } from '../../../shared/wire/hearing/health.ts'
import { lineCheckNamespace } from '../../../shared/wire/hearing/line-check.ts'
import { receptionNamespace } from '../../../shared/wire/reception/reception.ts'
import type { LineCheck } from '../../media/sfu/plane.ts'
import { unlessBroken } from '../../platform/broken-journal.ts'
import type { Caller } from '../../platform/caller.ts'
import { reportFault } from '../../platform/errors.ts'
import type { Log } from '../../platform/log.ts'
import type { Attachment, Sessions, Subscriber } from '../session/sessions.ts'
import { type LineCheckNamespace, serveLineChecks } from './line-checks.ts'
import { createLookingAgain, type LookingAgain } from './looking-again.ts'
import { type ReceptionPageDependencies, type ReceptionPageNamespace, serveReceptionPages } from './reception-pages.ts'
import { createSocketLimits, type SocketLimits } from './socket-limits.ts'

export interface GatewayDependencies extends ReceptionPageDependencies {
  readonly server: HttpServer
  readonly sessions: Sessions
  readonly verifyLink: (token: string) => Promise<Caller | null>
  /** Whether the account behind a link, where one is known, may still have what it opens; asked again while the page is in the room. */
  readonly mayUseLink: (state: SessionState, participantId: ParticipantId) => Promise<boolean>
  /** For a link’s holder to try their line, outside every session. Null: no media now. */
  readonly openLineCheck: (user: string) => Promise<LineCheck | null>
  /** The origin under which people reach this server. */
  readonly publicUrl: () => string
  /** Whom a request comes from, as limits count it. */
  readonly networkOf: (request: IncomingMessage) => string
  /** Open at once, of one network. */
  readonly socketsPerNetwork: number
  /** A test does not wait as long. */
  readonly introductionPatienceMs?: number
  /** A test does not wait as long. */
  readonly lookAgainEveryMs?: number
  /** In thirty seconds; a test of many comings and goings needs more. */
  readonly hellosPerLink?: number
  readonly now: () => number
  readonly newId: () => string
  readonly log: Log
}

export interface Gateway {
  readonly connections: number
  close(): Promise<void>
}

/** A phone whose radio has died is noticed within 18 s. */
const pingIntervalMs = 10_000
const pingTimeoutMs = 8_000
/** Of one link. A page that comes back at every lost word of its radio needs fewer; each may be a commit. */
const usualHellosPerLink = 15

type PageSocket = Socket<ClientToServer, ServerToClient>

/** No browser sends pings of WebSockets: who does gets no answer, which would cost more than the ping. */
class SilentOnPings extends WebSocketServer {
  constructor(options: ServerOptions) {
    super({ ...options, autoPong: false })
  }
}

export function createGateway(dependencies: GatewayDependencies): Gateway {
  const { server, publicUrl } = dependencies
  const sockets = createSocketLimits(dependencies)
  const lookingAgain = createLookingAgain(dependencies)
  const io = new Server<ClientToServer, ServerToClient>(server, {
    transports: ['websocket'],
    serveClient: false,
    perMessageDeflate: false,
    maxHttpBufferSize: maximumMessageBytes,
    wsEngine: SilentOnPings,
    pingInterval: pingIntervalMs,
    pingTimeout: pingTimeoutMs,
    allowRequest(request, decide) {
      const { origin, host } = request.headers
      decide(null, isOwnOrigin(origin, host, publicUrl()) && sockets.admits(request))
    },
  })
  // Every socket is a new one: nothing is upgraded, and none comes in under the id of another.
  io.engine.use((request: IncomingMessage, _response: unknown, next: (error?: Error) => void) =>
    next(new URL(request.url ?? '/', 'http://here').searchParams.has('sid') ? new Error('not upgraded') : undefined),
  )
  io.engine.on('connection', sockets.watch)
  // Bursts are people (a first screen, a key held down); a steady flood is not.
  const commands = new RateLimiterMemory({ points: 40, duration: 2 })
  const media = new RateLimiterMemory({ points: 120, duration: 2 })
  const live = new RateLimiterMemory({ points: 60, duration: 2 })
  // Whoever is refused so often is guessing; by participant, so that a new connection does not begin anew.
  const refusals = new RateLimiterMemory({ points: 30, duration: 60 })
  const health = new RateLimiterMemory({ points: 4, duration: 10 })
  const hellos = new RateLimiterMemory({ points: dependencies.hellosPerLink ?? usualHellosPerLink, duration: 30 })
  // Lines that waited for the network come at once; nobody types ten in four seconds.
  const captionLines = new RateLimiterMemory({ points: 10, duration: 4 })
  const lineChecks: LineCheckNamespace = io.of(lineCheckNamespace)
  serveLineChecks(lineChecks, dependencies, sockets)
  const receptionPages: ReceptionPageNamespace = io.of(receptionNamespace)
  serveReceptionPages(receptionPages, dependencies, sockets, lookingAgain)
  io.on('connection', (socket) =>
    serve(
      socket,
      dependencies,
      { sockets, lookingAgain },
      { commands, media, live, refusals, health, captionLines, hellos },
    ),
  )

  return {
    get connections() {
      return io.engine.clientsCount
    },
    async close() {
      // Before the sockets close: the session core, which would say it, is closed after this room.
      io.emit('farewell', farewellFor('shutdown'))
      await io.close()
      sockets.close()
      lookingAgain.close()
    },
  }
}

function isOwnOrigin(origin: string | undefined, host: string | undefined, publicUrl: string): boolean {
  if (origin === undefined) return true
  if (!URL.canParse(origin)) return false
  const from = new URL(origin).host
  return from === host || from === new URL(publicUrl).host
}

function serve(
  socket: PageSocket,
  { sessions, verifyLink, mayUseLink, now, newId, log }: GatewayDependencies,
  { sockets, lookingAgain }: { readonly sockets: SocketLimits; readonly lookingAgain: LookingAgain },
  limits: Record<'commands' | 'media' | 'live' | 'refusals' | 'health' | 'captionLines' | 'hellos', RateLimiterMemory>,
): void {
  const connectionId = ConnectionId.parse(newId())
  const context: { connectionId: string; sessionId?: string; participantId?: string } = { connectionId }
  let attached: Promise<Attachment | null> | undefined
  let lastSeenAt = now()
  socket.conn.on('packet', () => {
    lastSeenAt = now()
  })

  function sayFarewell(farewell: Farewell): void {
    socket.emit('farewell', farewell)
    socket.disconnect(true)
  }
  sockets.whenCut(socket.conn, (reason) => socket.emit('farewell', farewellFor(reason)))

  const protocolError = (event: string, problem: string) =>
    sockets.cut(socket.conn, 'protocol', { context: { ...context, event }, problem })

  const subscriber: Subscriber = {
    connectionId,
    commit: (commit) => socket.emit('commit', commit),
    view: (view) => socket.emit('view', view),
    people: (people) => socket.emit('people', people),
    // A finished line is not said again, as all else of the moment is: it waits for a slow connection.
    live: (notice) => (notice.type === 'caption' && notice.isFinished ? socket : socket.volatile).emit('live', notice),
    media: (notice) => socket.emit('media', notice),
    // After the answer to the command that brought it about: who leaves, or seals, is told that it was done.
    farewell: (farewell) => void setImmediate(sayFarewell, farewell),
  }

  async function mayBeHere({ sessionId, participantId }: Caller): Promise<boolean> {
    // Of a journal that does not hold the session itself says so.
    const state = await unlessBroken(sessions.state(sessionId))
    return state === null || mayUseLink(state, participantId)
  }

  async function enter(hello: Hello): Promise<{ reply: HelloReply; attachment: Attachment | null }> {
    const { token } = socket.handshake.auth
    const caller = typeof token === 'string' ? await verifyLink(token) : null
    if (hello.protocol !== protocolVersion) return refusal('outdated-page')
    if (!caller) return refusal('link-invalid')
    sockets.introduce(socket.conn, caller.linkId)
    if (!(await isWithin(limits.hellos, 1, caller.linkId))) return refusal('rate-limited')
    Object.assign(context, { sessionId: caller.sessionId, participantId: caller.participantId })
    if (!(await mayBeHere(caller))) return refusal('account-suspended')
    lookingAgain.keep(
      socket,
      () => mayBeHere(caller),
      () => sayFarewell(farewellFor('account-suspended')),
    )
    const entered = await sessions.attach(caller, subscriber, hello)
    if ('farewell' in entered) return { reply: { ok: false, farewell: entered.farewell }, attachment: null }
    log.info(context, 'connected')
    return { reply: { ok: true, welcome: entered.welcome }, attachment: entered.attachment }
  }

  /** Parses, calls, answers. Whatever `work` throws is told as `internal` with an incident and logged. */
  function on<Schema extends z.ZodType, Reply>(
    event: keyof ClientToServer,
    schema: Schema,
    work: (message: z.output<Schema>) => Promise<Reply>,
    whenFaulty: (incident: string) => Reply,
    afterwards?: () => void,
  ): void {
    const listener = (message: unknown, answer: unknown) => {
      const parsed = schema.safeParse(message)
      if (!parsed.success) return protocolError(event, parsed.error.issues[0]?.message ?? 'malformed')
      if (typeof answer !== 'function') return protocolError(event, 'no acknowledgement asked for')
      void work(parsed.data)
        .catch((error: unknown) => {
          return whenFaulty(reportFault(log, error, { ...context, event }))
        })
        .then((reply) => {
          answer(reply)
          afterwards?.()
        })
    }
    socket.on(event, listener as never)
  }

  const internal = (incident: string) => ({ ok: false as const, ...reject('internal', { incident }) })
  const notAttached = { ok: false as const, ...reject('forbidden') }
  const tooFast = { ok: false as const, ...reject('rate-limited') }
  const isWithin = (limit: RateLimiterMemory, points = 1, whose: string = connectionId) =>
    limit.consume(whose, points).then(
      () => true,
      () => false,
    )

  async function command(attachment: Attachment, wish: z.output<typeof CommandMessage>): Promise<CommandReply> {
    const sender = context.participantId ?? connectionId
    const refused = await limits.refusals.get(sender)
    if (refused && refused.remainingPoints <= 0) return tooFast
    const reply = await attachment.command(wish)
    // The rules of a module said no (`ballot.wrong-code`); that the store is away is nobody's guess.
    const isGuess = !reply.ok && reply.rejection.code.includes('.')
    if (isGuess) await limits.refusals.consume(sender).catch(() => undefined)
    return reply
  }

  socket.use(([event], next) => {
    if (!knownEvents.has(event)) protocolError(event, 'unknown event')
    else if (attached || event === 'hello') next()
    else protocolError(event, 'before hello')
  })
  let sayReady: () => void = () => undefined
  on(
    'hello',
    Hello,
    async (hello) => {
      if (attached) {
        protocolError('hello', 'said twice')
        return refusal('protocol').reply
      }
      const entering = enter(hello)
      attached = entering.then(
        ({ attachment }) => attachment,
        () => null,
      )
      const { reply, attachment } = await entering
      sayReady = () => (attachment ? attachment.ready() : socket.disconnect(true))
      return reply
    },
    () => refusal('unavailable').reply,
    () => sayReady(),
  )
  on(
    'command',
    CommandMessage,
    async ({ id, type, data }) => {
      if (!(await isWithin(limits.commands))) return tooFast
      const attachment = await attached
      return attachment ? command(attachment, { id, type, data }) : notAttached
    },
    internal,
  )
  on(
    'media',
    MediaRequest,
    async (request) => {
      if (!(await isWithin(limits.media))) return tooFast
      return (await attached)?.media(request) ?? notAttached
    },
    internal,
  )
  on(
    'registerPerson',
    Person,
    async (person) => {
      if (!(await isWithin(limits.commands))) return tooFast
      return (await attached)?.registerPerson(person) ?? notAttached
    },
    internal,
  )
  // Volatile: no acknowledgement, and what comes too fast is dropped.
  socket.on('live', (message: unknown) => {
    const parsed = LiveMessage.safeParse(message)
    if (!parsed.success) return protocolError('live', parsed.error.issues[0]?.message ?? 'malformed')
    void isWithin(limits.live, livePoints[parsed.data.type]).then(async (isSlow) => {
      if (isSlow) (await attached)?.live(parsed.data)
    })
  })
  on(
    'captionLine',
    CaptionLine,
    async (line) => {
      if (!(await isWithin(limits.captionLines))) return tooFast
      return (await attached)?.captionLine(line) ?? notAttached
    },
    internal,
  )
  on(
    'assist',
    AssistRequest,
    async (request) => {
      if (!(await isWithin(limits.commands))) return tooFast
      return (await attached)?.assist(request) ?? notAttached
    },
    internal,
  )
  socket.on('health', async (message: unknown) => {
    const parsed = HealthMessage.safeParse(message)
    if (!parsed.success) return protocolError('health', parsed.error.issues[0]?.message ?? 'malformed')
    // One report more or less is nothing to talk about.
    if (await isWithin(limits.health)) (await attached)?.health(parsed.data)
  })
  socket.on('disconnect', (reason) => {
    const cause = reason === 'ping timeout' ? 'timeout' : 'closed'
    const seenAt = cause === 'timeout' ? lastSeenAt : now()
    void attached
      ?.then((attachment) => attachment?.detach(cause, seenAt))
      .catch((error: unknown) => log.error({ ...context, err: error }, 'a lost connection could not be reported'))
    log.info({ ...context, reason }, 'disconnected')
  })
}

const knownEvents: ReadonlySet<string> = new Set<keyof ClientToServer>([
  'hello',
  'command',
  'media',
  'registerPerson',
  'live',
  'captionLine',
  'health',
  'assist',
])

/** Of 60 in two seconds: three reactions, a pointer that moves without a jerk, or words as they are typed. */
const livePoints: Readonly<Record<LiveMessage['type'], number>> = { reaction: 20, pointer: 1, caption: 4 }

const refusal = (reason: FarewellReason): { reply: HelloReply; attachment: null } => ({
  reply: { ok: false, farewell: farewellFor(reason) },
  attachment: null,
})
