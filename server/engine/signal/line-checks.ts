// The sockets of line checks, separate from those of the sessions. A link that is valid for entering may run one test
// at a time, for half a minute, a limited number of times per hour. No session is involved, so somebody in the waiting
// room still has no transport there.

import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { Namespace, Socket } from 'socket.io'
import type { LinkId } from '../../../shared/kernel/ids.ts'
import { reject } from '../../../shared/kernel/rejection.ts'
import { doorAnswer } from '../../../shared/projections/entrance.ts'
import type { ServerToClient } from '../../../shared/wire/engine/socket-events.ts'
import {
  type LineCheckReply,
  LineCheckRequest,
  type LineCheckToServer,
  lineCheckLimitMs,
} from '../../../shared/wire/hearing/line-check.ts'
import type { LineCheck } from '../../media/sfu/plane.ts'
import type { Caller } from '../../platform/caller.ts'
import { reportFault } from '../../platform/errors.ts'
import type { Log } from '../../platform/log.ts'
import type { Sessions } from '../session/sessions.ts'
import type { SocketLimits } from './socket-limits.ts'

export interface LineCheckDependencies {
  readonly sessions: Pick<Sessions, 'state'>
  readonly verifyLink: (token: string) => Promise<Caller | null>
  /** Null: no media now. */
  readonly openLineCheck: (user: string) => Promise<LineCheck | null>
  readonly newId: () => string
  readonly log: Log
}

/** The server sends nothing of its own here; the type is that of the other sockets. */
export type LineCheckNamespace = Namespace<LineCheckToServer, ServerToClient>
type CheckSocket = Socket<LineCheckToServer, ServerToClient>

/** Each takes up to 5 Mbit/s of this server, for some seconds; hearings come first. */
const mostAtOnce = 10
const perLink = { points: 20, duration: 60 * 60 }
/** A test is a dozen messages. */
const perSocket = { points: 40, duration: 30 }

export function serveLineChecks(
  namespace: LineCheckNamespace,
  dependencies: LineCheckDependencies,
  sockets: SocketLimits,
): void {
  const running = new Map<LinkId, CheckSocket>()
  const begins = new RateLimiterMemory(perLink)
  const requests = new RateLimiterMemory(perSocket)
  namespace.on('connection', (socket) => serve(socket, dependencies, sockets, { running, begins, requests }))
}

interface Shared {
  readonly running: Map<LinkId, CheckSocket>
  readonly begins: RateLimiterMemory
  readonly requests: RateLimiterMemory
}

function serve(
  socket: CheckSocket,
  { sessions, verifyLink, openLineCheck, newId, log }: LineCheckDependencies,
  sockets: SocketLimits,
  { running, begins, requests }: Shared,
): void {
  const connectionId = newId()
  let check: LineCheck | null = null
  let hasBegun = false
  const timeUp = setTimeout(() => socket.disconnect(true), lineCheckLimitMs)

  /** Who may not is told no more than that. */
  async function caller(): Promise<Caller | null> {
    const { token } = socket.handshake.auth
    const found = typeof token === 'string' ? await verifyLink(token) : null
    const state = found && (await sessions.state(found.sessionId))
    return found && state && doorAnswer(state, found.participantId, found.linkId) === 'welcome' ? found : null
  }

  async function begin(): Promise<LineCheckReply> {
    if (hasBegun) return { ok: false, ...reject('media.not-allowed') }
    hasBegun = true
    const by = await caller()
    if (!by) return { ok: false, ...reject('forbidden') }
    sockets.introduce(socket.conn, `line check of ${by.linkId}`)
    const isFull = !running.has(by.linkId) && running.size >= mostAtOnce
    if (isFull || !(await isWithin(begins, by.linkId))) return { ok: false, ...reject('rate-limited') }
    running.get(by.linkId)?.disconnect(true)
    if (!socket.connected) return { ok: false, ...reject('media.unavailable') }
    running.set(by.linkId, socket)
    socket.once('disconnect', () => {
      if (running.get(by.linkId) === socket) running.delete(by.linkId)
    })
    const opened = await openLineCheck(connectionId)
    if (!opened) return { ok: false, ...reject('media.unavailable') }
    if (!socket.connected) opened.close()
    check = opened
    opened.whenClosed(() => socket.disconnect(true))
    const { sessionId, participantId } = by
    log.info({ sessionId, participantId, connectionId }, 'line check begun')
    return { ok: true, welcome: opened.welcome }
  }

  async function answer(request: LineCheckRequest): Promise<LineCheckReply> {
    if (!(await isWithin(requests, connectionId))) return { ok: false, ...reject('rate-limited') }
    if (request.type === 'begin') return begin()
    return check ? check.request(request) : { ok: false, ...reject('media.not-allowed') }
  }

  socket.use(([event], next) => {
    if (event === 'request') next()
    else sockets.cut(socket.conn, 'protocol', { context: { connectionId, event }, problem: 'unknown event' })
  })
  socket.on('request', (message: unknown, reply: unknown) => {
    const parsed = LineCheckRequest.safeParse(message)
    if (!parsed.success || typeof reply !== 'function') {
      const problem = parsed.error?.issues[0]?.message ?? 'no answer wanted'
      return sockets.cut(socket.conn, 'protocol', { context: { connectionId }, problem })
    }
    void answer(parsed.data)
      .catch((error: unknown) => ({
        ok: false,
        ...reject('internal', { incident: reportFault(log, error, { connectionId }) }),
      }))
      .then((given) => reply(given))
  })
  socket.on('disconnect', () => {
    clearTimeout(timeUp)
    check?.close()
  })
}

const isWithin = (limit: RateLimiterMemory, key: string): Promise<boolean> =>
  limit.consume(key).then(
    () => true,
    () => false,
  )
