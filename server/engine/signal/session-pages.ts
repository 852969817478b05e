// The sockets of pages in a session: a page says hello with its link, is attached to the session of that link, and
// everything it sends goes there. Called by gateway.ts.
import type { Server } from 'socket.io'
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
  Person,
  protocolVersion,
  type ServerToClient,
} from '../../../shared/wire/engine/socket-events.ts'
import { CaptionLine } from '../../../shared/wire/hearing/captions.ts'
import { AssistRequest, HealthMessage } from '../../../shared/wire/hearing/health.ts'
import { unlessBroken } from '../../platform/broken-journal.ts'
import type { Caller } from '../../platform/caller.ts'
import type { Log } from '../../platform/log.ts'
import type { Attachment, Sessions, Subscriber } from '../session/sessions.ts'
import type { LookingAgain } from './looking-again.ts'
import { createMessageLimits, isWithin, livePoints, type MessageLimits } from './message-limits.ts'
import { createPageMessages, type PageMessages, type PageSocket } from './page-messages.ts'
import type { SocketLimits } from './socket-limits.ts'

export interface SessionPageDependencies {
  readonly sessions: Sessions
  readonly verifyLink: (token: string) => Promise<Caller | null>
  /** Whether the account behind a link, where one is known, may still have what it opens; asked again while the page is in the room. */
  readonly mayUseLink: (state: SessionState, participantId: ParticipantId) => Promise<boolean>
  /** In thirty seconds; a test of many comings and goings needs more. */
  readonly hellosPerLink?: number
  readonly now: () => number
  readonly newId: () => string
  readonly log: Log
}

/** One socket, with what is asked about it. */
interface Page {
  readonly socket: PageSocket
  readonly connectionId: ConnectionId
  /** For the log: who it is, as soon as its link was found good. */
  readonly context: { connectionId: string; sessionId?: string; participantId?: string }
  readonly dependencies: SessionPageDependencies
  readonly sockets: SocketLimits
  readonly lookingAgain: LookingAgain
  readonly limits: MessageLimits
}

type Attached = () => Promise<Attachment | null> | undefined

export function serveSessionPages(
  io: Server<ClientToServer, ServerToClient>,
  dependencies: SessionPageDependencies,
  sockets: SocketLimits,
  lookingAgain: LookingAgain,
): void {
  const limits = createMessageLimits(dependencies.hellosPerLink)
  io.on('connection', (socket) => {
    const connectionId = ConnectionId.parse(dependencies.newId())
    servePage({ socket, connectionId, context: { connectionId }, dependencies, sockets, lookingAgain, limits })
  })
}

function servePage(page: Page): void {
  const { socket, context, sockets } = page
  const { now, log } = page.dependencies
  let attached: Promise<Attachment | null> | undefined
  let lastSeenAt = now()
  socket.conn.on('packet', () => {
    lastSeenAt = now()
  })
  sockets.whenCut(socket.conn, (reason) => socket.emit('farewell', farewellFor(reason)))

  const protocolError = (event: string, problem: string) =>
    sockets.cut(socket.conn, 'protocol', { context: { ...context, event }, problem })
  socket.use(([event], next) => {
    if (!knownEvents.has(event)) protocolError(event, 'unknown event')
    else if (attached || event === 'hello') next()
    else protocolError(event, 'before hello')
  })

  const messages = createPageMessages(socket, { protocolError, context, log })
  let sayReady: () => void = () => undefined
  messages.answer(
    'hello',
    Hello,
    async (hello) => {
      if (attached) {
        protocolError('hello', 'said twice')
        return refusal('protocol').reply
      }
      const entering = enter(page, hello)
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
  answerAttached(page, messages, () => attached)
  takeAttached(page, messages, () => attached)

  socket.on('disconnect', (reason) => {
    const cause = reason === 'ping timeout' ? 'timeout' : 'closed'
    const seenAt = cause === 'timeout' ? lastSeenAt : now()
    void attached
      ?.then((attachment) => attachment?.detach(cause, seenAt))
      .catch((error: unknown) => log.error({ ...context, err: error }, 'a lost connection could not be reported'))
    log.info({ ...context, reason }, 'disconnected')
  })
}

async function enter(page: Page, hello: Hello): Promise<{ reply: HelloReply; attachment: Attachment | null }> {
  const { socket, context, sockets, lookingAgain, limits } = page
  const { sessions, verifyLink, log } = page.dependencies
  const { token } = socket.handshake.auth
  const caller = typeof token === 'string' ? await verifyLink(token) : null
  if (hello.protocol !== protocolVersion) return refusal('outdated-page')
  if (!caller) return refusal('link-invalid')
  sockets.introduce(socket.conn, caller.linkId)
  if (!(await isWithin(limits.hellos, caller.linkId))) return refusal('rate-limited')
  Object.assign(context, { sessionId: caller.sessionId, participantId: caller.participantId })
  const mayStay = () => mayBeHere(page.dependencies, caller)
  if (!(await mayStay())) return refusal('account-suspended')
  lookingAgain.keep(socket, mayStay, () => sayFarewell(socket, farewellFor('account-suspended')))
  const entered = await sessions.attach(caller, subscriberOf(page), hello)
  if ('farewell' in entered) return { reply: { ok: false, farewell: entered.farewell }, attachment: null }
  log.info(context, 'connected')
  return { reply: { ok: true, welcome: entered.welcome }, attachment: entered.attachment }
}

async function mayBeHere(
  { sessions, mayUseLink }: SessionPageDependencies,
  { sessionId, participantId }: Caller,
): Promise<boolean> {
  // Of a journal that does not hold the session itself says so.
  const state = await unlessBroken(sessions.state(sessionId))
  return state === null || mayUseLink(state, participantId)
}

function subscriberOf({ socket, connectionId }: Page): Subscriber {
  return {
    connectionId,
    commit: (commit) => socket.emit('commit', commit),
    view: (view) => socket.emit('view', view),
    people: (people) => socket.emit('people', people),
    // A finished line is not said again, as all else of the moment is: it waits for a slow connection.
    live: (notice) => (notice.type === 'caption' && notice.isFinished ? socket : socket.volatile).emit('live', notice),
    media: (notice) => socket.emit('media', notice),
    // After the answer to the command that brought it about: who leaves, or seals, is told that it was done.
    farewell: (farewell) => void setImmediate(sayFarewell, socket, farewell),
  }
}

function sayFarewell(socket: PageSocket, farewell: Farewell): void {
  socket.emit('farewell', farewell)
  socket.disconnect(true)
}

const internal = (incident: string) => ({ ok: false as const, ...reject('internal', { incident }) })
const notAttached = { ok: false as const, ...reject('forbidden') }
const tooFast = { ok: false as const, ...reject('rate-limited') }

/** What a page in the room asks for, and is answered. */
function answerAttached(page: Page, messages: PageMessages, attached: Attached): void {
  const { connectionId, limits } = page
  messages.answer(
    'command',
    CommandMessage,
    async ({ id, type, data }) => {
      if (!(await isWithin(limits.commands, connectionId))) return tooFast
      const attachment = await attached()
      return attachment ? command(page, attachment, { id, type, data }) : notAttached
    },
    internal,
  )
  messages.answer(
    'media',
    MediaRequest,
    async (request) => {
      if (!(await isWithin(limits.media, connectionId))) return tooFast
      return (await attached())?.media(request) ?? notAttached
    },
    internal,
  )
  messages.answer(
    'registerPerson',
    Person,
    async (person) => {
      if (!(await isWithin(limits.commands, connectionId))) return tooFast
      return (await attached())?.registerPerson(person) ?? notAttached
    },
    internal,
  )
  messages.answer(
    'captionLine',
    CaptionLine,
    async (line) => {
      if (!(await isWithin(limits.captionLines, connectionId))) return tooFast
      return (await attached())?.captionLine(line) ?? notAttached
    },
    internal,
  )
  messages.answer(
    'assist',
    AssistRequest,
    async (request) => {
      if (!(await isWithin(limits.commands, connectionId))) return tooFast
      return (await attached())?.assist(request) ?? notAttached
    },
    internal,
  )
}

/** What a page in the room tells without an answer: what comes too fast is dropped. */
function takeAttached({ connectionId, limits }: Page, messages: PageMessages, attached: Attached): void {
  messages.take('live', LiveMessage, async (message) => {
    if (await isWithin(limits.live, connectionId, livePoints[message.type])) (await attached())?.live(message)
  })
  messages.take('health', HealthMessage, async (message) => {
    // One report more or less is nothing to talk about.
    if (await isWithin(limits.health, connectionId)) (await attached())?.health(message)
  })
}

async function command(
  { context, connectionId, limits }: Page,
  attachment: Attachment,
  wish: z.output<typeof CommandMessage>,
): Promise<CommandReply> {
  const sender = context.participantId ?? connectionId
  const refused = await limits.refusals.get(sender)
  if (refused && refused.remainingPoints <= 0) return tooFast
  const reply = await attachment.command(wish)
  // The rules of a module said no (`ballot.wrong-code`); that the store is away is nobody's guess.
  const isGuess = !reply.ok && reply.rejection.code.includes('.')
  if (isGuess) await limits.refusals.consume(sender).catch(() => undefined)
  return reply
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

const refusal = (reason: FarewellReason): { reply: HelloReply; attachment: null } => ({
  reply: { ok: false, farewell: farewellFor(reason) },
  attachment: null,
})
