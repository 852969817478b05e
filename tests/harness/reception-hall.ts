// A reception hall with desks and people who wait: the real HTTP server and gateway on a real port, real Redis, no
// media.
import { io, type Socket } from 'socket.io-client'
import { v7 as newId } from 'uuid'
import { createGateway, type Gateway } from '../../server/engine/signal/gateway.ts'
import { loginTokenIn } from '../../server/identity/accounts/login-cookie.ts'
import { mayUseLink } from '../../server/identity/accounts/reader.ts'
import { createFakePlane } from '../../server/media/sfu/fake.ts'
import { SessionId } from '../../shared/kernel/ids.ts'
import type { SessionState } from '../../shared/modules/index.ts'
import type { PriorityGround } from '../../shared/reception/appointments/contract.ts'
import type { TicketKind } from '../../shared/reception/desks/contract.ts'
import type { WayIn } from '../../shared/reception/queue/contract.ts'
import {
  type DayView,
  receptionNamespace,
  type TakenTicket,
  type TicketView,
} from '../../shared/wire/reception/reception.ts'
import { type Answer, HttpServer } from './http.ts'
import { TestPage } from './page.ts'
import { until } from './wait.ts'

export interface TestDesk {
  readonly cookie: string
  readonly deskId: string
  readonly accountId: string
  readonly noteTakerCookie: string
  act(name: string, body?: object): Promise<Answer>
}

/** What a page was told last. */
export class Shown<View> {
  view: View | null = null
  readonly views: View[] = []
  isRefused = false
  readonly socket: Socket

  constructor(
    url: string,
    event: 'ticket' | 'day',
    options: { token?: string; pageId?: string | undefined; cookie?: string },
  ) {
    this.socket = io(`${url}${receptionNamespace}`, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      ...(options.token !== undefined && { auth: { token: options.token, pageId: options.pageId } }),
      ...(options.cookie !== undefined && { extraHeaders: { cookie: options.cookie } }),
    })
    this.socket.on(event, (view: View) => {
      this.views.push(view)
      this.view = view
    })
    this.socket.on('refused', () => {
      this.isRefused = true
    })
  }

  /** Resolves with the view of which this is true. */
  async shows(condition: (view: View) => boolean): Promise<View> {
    await until(() => (this.view && condition(this.view) ? null : `the page shows ${JSON.stringify(this.view)}`))
    return this.view as View
  }
}

export class ReceptionHall {
  readonly server: HttpServer
  readonly url: string
  readonly #gateway: Gateway
  readonly #shown: { disconnect(): unknown }[] = []

  private constructor(server: HttpServer, url: string, gateway: Gateway) {
    this.server = server
    this.url = url
    this.#gateway = gateway
  }

  static async open(...by: Parameters<typeof HttpServer.start>): Promise<ReceptionHall> {
    const server = await HttpServer.start(...by)
    const plane = createFakePlane()
    const { app, sessions, links, logins, reception } = server
    const gateway = createGateway({
      server: app.server,
      sessions,
      verifyLink: async (token) => {
        const verdict = await links.verify(token)
        return verdict.kind === 'valid' ? verdict.caller : null
      },
      mayUseLink: (state, participantId) => mayUseLink(server, state, participantId),
      lookAgainEveryMs: 100,
      openLineCheck: (user) => plane.openLineCheck(user),
      hasPublicPages: server.secrecyGate.hasPublicPages,
      reception,
      officerOf: async (cookies) => {
        const token = loginTokenIn(app.parseCookie(cookies ?? ''), true)
        return token === null ? null : logins.peek(token)
      },
      publicUrl: () => 'https://diemcau.example.gov.vn',
      networkOf: () => 'here',
      socketsPerNetwork: 10_000,
      now: server.now,
      newId: () => newId(),
      log: app.log,
    })
    const url = await app.listen({ host: '127.0.0.1', port: 0 })
    return new ReceptionHall(server, url, gateway)
  }

  async desk(label: string, kinds: readonly TicketKind[] = ['reception']): Promise<TestDesk> {
    const { server } = this
    const { cookie, account } = await server.signIn()
    if (kinds.includes('denunciation')) await server.joinsIntakeGroup(account.accountId)
    const noteTaker = await server.signIn()
    const noteTakerId = noteTaker.account.accountId
    const opened = await server.call('POST', '/api/reception/desks', { cookie, body: { label, kinds, noteTakerId } })
    if (opened.status !== 201) throw new Error(`no desk: ${opened.text}`)
    const { deskId } = opened.body
    return {
      cookie,
      deskId,
      accountId: account.accountId,
      noteTakerCookie: noteTaker.cookie,
      act: (name, body) =>
        server.call('POST', `/api/reception/desks/${deskId}/${name}`, { cookie, ...(body && { body }) }),
    }
  }

  async ticket(
    desk: TestDesk,
    ticket: { kind?: TicketKind; way?: WayIn; priority?: PriorityGround; name?: string } = {},
  ): Promise<TakenTicket & { token: string }> {
    const { kind = 'reception', way = 'desk', priority = null, name } = ticket
    const { status, body, text } = await this.server.call('POST', '/api/reception/tickets', {
      cookie: desk.cookie,
      body: { kind, way, priority, citizen: name === undefined ? null : { name } },
    })
    if (status !== 201) throw new Error(`no ticket: ${text}`)
    return { ...body, token: new URL(body.link).hash.slice(1) }
  }

  waitingPage(token: string, pageId?: string): Shown<TicketView> {
    return this.#keep(new Shown<TicketView>(this.url, 'ticket', { token, pageId }))
  }

  deskPage(cookie: string): Shown<DayView> {
    return this.#keep(new Shown<DayView>(this.url, 'day', { cookie }))
  }

  /** The way of who is signed in into the visit of a ticket, once its room is ready. */
  async linkInto({ ticketId }: Pick<TakenTicket, 'ticketId'>, cookie: string): Promise<string> {
    let link = ''
    await until(async () => {
      const answer = await this.server.call('GET', `/api/reception/tickets/${ticketId}/visit`, { cookie })
      link = answer.body.link
      return answer.status === 200 ? null : 'the room is not ready'
    })
    return link
  }

  /** Through a link into a visit, as its page does. */
  async enters(link: string): Promise<void> {
    const page = new TestPage(this.url, new URL(link).hash.slice(1))
    const reply = await page.connect()
    if (!reply.ok) throw new Error(`not let in: ${reply.farewell.reason}`)
    this.#shown.push(page.socket)
  }

  /** Looks until the visit has begun: its recording is asked for first. */
  async begins(ticket: Pick<TakenTicket, 'ticketId'>): Promise<void> {
    await until(async () => {
      await this.server.reception.look()
      const status = await this.statusOf(ticket)
      return status === 'inVisit' ? null : `it is ${status}`
    })
  }

  async statusOf({ ticketId }: Pick<TakenTicket, 'ticketId'>): Promise<string | undefined> {
    return (await this.server.reception.state()).queue.tickets[ticketId]?.status
  }

  async session(sessionId: string): Promise<SessionState['session']> {
    const state = await this.server.sessions.state(SessionId.parse(sessionId))
    if (!state) throw new Error('there is no such session')
    return state.session
  }

  async givesUp({ token }: { token: string }): Promise<void> {
    const { status, text } = await this.server.call('POST', '/api/reception/ticket/giving-up', { token })
    if (status !== 204) throw new Error(text)
  }

  #keep<View>(shown: Shown<View>): Shown<View> {
    this.#shown.push(shown.socket)
    return shown
  }

  async close(): Promise<void> {
    for (const socket of this.#shown) socket.disconnect()
    await this.#gateway.close()
    await this.server.close()
  }
}
