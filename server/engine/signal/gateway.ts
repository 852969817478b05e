// The only place that knows socket.io: opens the socket server, limits what a socket may cost, and gives the sockets to
// who serves them: pages in a session, line checks, pages of the reception. A malformed message is a protocol error: it
// is logged and answered with a farewell, and the socket is closed. Other sockets are not affected.

import type { Server as HttpServer, IncomingMessage } from 'node:http'
import { Server } from 'socket.io'
import { type ServerOptions, WebSocketServer } from 'ws'
import { farewellFor } from '../../../shared/wire/engine/farewells.ts'
import {
  type ClientToServer,
  maximumMessageBytes,
  type ServerToClient,
} from '../../../shared/wire/engine/socket-events.ts'
import { lineCheckNamespace } from '../../../shared/wire/hearing/line-check.ts'
import { receptionNamespace } from '../../../shared/wire/reception/reception.ts'
import type { LineCheck } from '../../media/sfu/plane.ts'
import { type LineCheckNamespace, serveLineChecks } from './line-checks.ts'
import { createLookingAgain } from './looking-again.ts'
import { type ReceptionPageDependencies, type ReceptionPageNamespace, serveReceptionPages } from './reception-pages.ts'
import { type SessionPageDependencies, serveSessionPages } from './session-pages.ts'
import { createSocketLimits } from './socket-limits.ts'

export interface GatewayDependencies extends ReceptionPageDependencies, SessionPageDependencies {
  readonly server: HttpServer
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
}

export interface Gateway {
  readonly connections: number
  close(): Promise<void>
}

/** A phone whose radio has died is noticed within 18 s. */
const pingIntervalMs = 10_000
const pingTimeoutMs = 8_000

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
  const lineChecks: LineCheckNamespace = io.of(lineCheckNamespace)
  serveLineChecks(lineChecks, dependencies, sockets)
  const receptionPages: ReceptionPageNamespace = io.of(receptionNamespace)
  serveReceptionPages(receptionPages, dependencies, sockets, lookingAgain)
  serveSessionPages(io, dependencies, sockets, lookingAgain)

  return {
    get connections() {
      return io.engine.clientsCount
    },
    async close() {
      // Before the sockets close: the session core, which would say it, is closed after this one.
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
