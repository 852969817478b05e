// The sockets of waiting pages and desks, separate from those of the sessions. They only receive: each gets its view
// when the day has changed. Two pages with one ticket both get it; actions go by REST.

import type { Namespace, Socket } from 'socket.io'
import type { Account } from '../../../shared/wire/identity/account.ts'
import {
  type DayView,
  PageId,
  type ReceptionToPage,
  type TicketView,
} from '../../../shared/wire/reception/reception.ts'
import type { TicketReference } from '../../platform/http/route-access.ts'
import type { Log } from '../../platform/log.ts'
import type { LookingAgain } from './looking-again.ts'
import type { SocketLimits } from './socket-limits.ts'

/** A page that reconnects is the same page, even before the server has noticed that the old socket is gone. */
export interface WaitingPage {
  readonly reference: TicketReference
  readonly pageId: string
}

export interface WatchingOfficer {
  readonly account: Account
  /** As the account is now, asked before each view; null: the login has ended. */
  readonly lookAgain: () => Promise<Account | null>
  /** Nothing is sent any more. */
  readonly ended: () => void
}

/** A reception day as its pages watch it. Each watch ends with the function returned. */
export interface WatchedReception {
  ticketOf(token: string): Promise<TicketReference | null>
  watchTicket(page: WaitingPage, send: (view: TicketView) => void): () => void
  watchDay(officer: WatchingOfficer, send: (view: DayView) => void): Promise<() => void>
}

export interface ReceptionPageDependencies {
  /** On a closed network there are none: desks alone. */
  readonly hasPublicPages: () => boolean
  readonly reception: WatchedReception
  /** Whose login the cookies of a request carry; null: nobody’s. */
  readonly officerOf: (cookies: string | undefined) => Promise<Account | null>
  readonly log: Log
}

type NoMessages = Record<never, never>
export type ReceptionPageNamespace = Namespace<NoMessages, ReceptionToPage>
type PageSocket = Socket<NoMessages, ReceptionToPage>

export function serveReceptionPages(
  namespace: ReceptionPageNamespace,
  dependencies: ReceptionPageDependencies,
  sockets: SocketLimits,
  lookingAgain: LookingAgain,
): void {
  namespace.on('connection', (socket) => {
    socket.use(([event]) => sockets.cut(socket.conn, 'protocol', { context: { event }, problem: 'only listens' }))
    void watch(socket, dependencies, sockets, lookingAgain).catch((error: unknown) => {
      // Its page tries again by itself.
      dependencies.log.warn({ err: error }, 'a page of the reception could not be served')
      socket.disconnect(true)
    })
  })
}

/** With the token of a ticket it is a waiting page, without one a desk. */
async function watch(
  socket: PageSocket,
  { reception, officerOf, hasPublicPages }: ReceptionPageDependencies,
  sockets: SocketLimits,
  lookingAgain: LookingAgain,
): Promise<void> {
  const { token, pageId } = socket.handshake.auth
  const stop = await (typeof token === 'string' ? ofTicket(token) : ofOfficer())
  if (!stop) return refuse()
  sockets.introduce(socket.conn, null)
  if (socket.connected) socket.once('disconnect', stop)
  else stop()

  function refuse(): void {
    socket.emit('refused')
    socket.disconnect(true)
  }
  async function ofTicket(given: string) {
    const reference = hasPublicPages() ? await reception.ticketOf(given) : null
    if (!reference) return null
    const page = { reference, pageId: PageId.safeParse(pageId).data ?? socket.id }
    return reception.watchTicket(page, (view) => socket.emit('ticket', view))
  }
  async function ofOfficer() {
    const { cookie } = socket.handshake.headers
    const account = await officerOf(cookie)
    if (!account) return null
    lookingAgain.keep(socket, async () => (await officerOf(cookie)) !== null, refuse)
    const officer = { account, lookAgain: () => officerOf(cookie), ended: refuse }
    return reception.watchDay(officer, (view) => socket.emit('day', view))
  }
}
