// The reception day on this node: the requests of desks, kiosks and waiting pages, and what follows by itself: from a call
// (called-visits.ts), and when a desk disconnects (desk-presence.ts).

import type { Wish } from '../../../shared/kernel/aggregate.ts'
import type { SessionId } from '../../../shared/kernel/ids.ts'
import { DeskId, type TicketId } from '../../../shared/kernel/ids.ts'
import type { EventData } from '../../../shared/kernel/module.ts'
import type { Rejection } from '../../../shared/kernel/rejection.ts'
import { wish } from '../../../shared/kernel/wish.ts'
import { calendarDayOf } from '../../../shared/law/working-days.ts'
import { desks as desksModule } from '../../../shared/reception/desks/contract.ts'
import type { ReceptionDayState } from '../../../shared/reception/index.ts'
import type { CommandReply } from '../../../shared/wire/engine/socket-events.ts'
import type { Account } from '../../../shared/wire/identity/account.ts'
import type { DayView, Kiosk, TicketView } from '../../../shared/wire/reception/reception.ts'
import type { IntakeGroup } from '../../casework/intake-group/intake-group.ts'
import type { Aggregates, OutsideActor } from '../../engine/aggregates/aggregates.ts'
import type { WaitingPage, WatchingOfficer } from '../../engine/signal/reception-pages.ts'
import type { TicketReference } from '../../platform/http/route-access.ts'
import type { Log } from '../../platform/log.ts'
import { createCalledVisits } from './called-visits.ts'
import { createDeskPresence } from './desk-presence.ts'
import { createFirstOfDay } from './first-of-day.ts'
import type { Kiosks } from './kiosks.ts'
import { createReceptionLinks } from './reception-links.ts'
import { createTickets, type Refused, type Tickets } from './tickets.ts'
import { type ProtectedVisit, protectVisit, visitLinkOf } from './visit-access.ts'
import { createVisits, type VisitDependencies } from './visits.ts'
import { createWaitingViews } from './waiting-views.ts'

export interface ReceptionDependencies extends VisitDependencies {
  readonly days: Aggregates<ReceptionDayState>
  readonly kiosks: Kiosks
  readonly intakeGroup: Pick<IntakeGroup, 'readerOf'>
  /** Signs the links of tickets and kiosks. */
  readonly linkKey: Uint8Array
  readonly publicUrl: () => string
  readonly log: Log
}

/** Each method throws Unavailable when the journal cannot be reached. */
export interface Reception extends Tickets {
  today(): string
  state(): Promise<ReceptionDayState>
  /** On today’s journal. */
  dispatch(by: OutsideActor, wish: Wish): Promise<CommandReply>
  openDesk(by: OutsideActor, desk: Omit<EventData<typeof desksModule, 'opened'>, 'deskId'>): Promise<DeskId | Refused>
  ticketView(reference: TicketReference, pageId: string | null): Promise<TicketView | null>
  dayView(account: Account): Promise<DayView>
  /** The account’s own way into the visit of a ticket; null: it has none, or the room is not ready. */
  visitLink(ticketId: TicketId, account: Account): Promise<string | null>
  /** The holder of a ticket turns out to denounce. Who received them, and who takes the notes; null: no such visit. */
  protect(visitOf: { day: string; ticketId: TicketId }, sessionId: SessionId): Promise<ProtectedVisit | null>
  kioskOf(token: string): Promise<Kiosk | null>
  addKiosk(label: string): Promise<Kiosk & { link: string }>
  watchTicket(page: WaitingPage, send: (view: TicketView) => void): () => void
  /** As long as it is watched, the desk of the account is there. */
  watchDay(officer: WatchingOfficer, send: (view: DayView) => void): Promise<() => void>
}

export interface RunningReception extends Reception {
  /** What follows by itself, now. */
  look(): Promise<void>
  start(): void
  close(): void
}

const lookEveryMs = 1000

export function createReception(dependencies: ReceptionDependencies): RunningReception {
  const { days, kiosks, now, newId, log, publicUrl } = dependencies
  const visits = createVisits(dependencies)
  const links = createReceptionLinks({ key: dependencies.linkKey, publicUrl, now })
  const today = () => calendarDayOf(now())
  const views = createWaitingViews({
    ...dependencies,
    state: (day) => days.state(day),
    today,
    joinLink: (ticket) => (ticket.visit ? visits.linkFor(ticket.visit, 'citizen') : Promise.resolve(null)),
  })
  const { ticketView, dayView, watchTicket } = views
  const calledVisits = createCalledVisits({ days, visits, changed: views.changed })
  const presence = createDeskPresence({ days, visits, now, log })
  const prepare = createFirstOfDay(days)
  const tickets = createTickets({ days, links, prepare, today, newId })
  let timer: NodeJS.Timeout | undefined

  const stopListening = days.listen((day, commit, state) => {
    views.changed(day)
    void calledVisits
      .follow(day, commit, state)
      .catch((error: unknown) =>
        log.warn({ err: error, day, seq: commit.seq }, 'what follows from a call failed; it is tried again'),
      )
  })

  async function look(): Promise<void> {
    const day = today()
    const state = await days.state(day)
    await presence.look(day, state)
    await calledVisits.look(day, state)
  }

  async function lookAgain(): Promise<void> {
    await look().catch((error: unknown) =>
      log.warn({ err: error }, 'the reception day could not be looked after; it is tried again'),
    )
    timer = setTimeout(() => void lookAgain(), lookEveryMs)
    timer.unref()
  }

  return {
    ...tickets,
    ...{ ticketView, dayView, watchTicket },
    today,
    state: () => days.state(today()),
    dispatch: (by, wish) => days.dispatch(today(), by, wish),

    async openDesk(by, desk) {
      await prepare(today())
      const deskId = DeskId.parse(newId())
      const reply = await days.dispatch(today(), by, wish(desksModule, 'open', { ...desk, deskId }))
      return reply.ok ? deskId : { rejection: reply.rejection as Rejection }
    },

    visitLink: (ticketId, account) => visitLinkOf({ days, visits }, { day: today(), ticketId }, account),
    protect: (visitOf, sessionId) => protectVisit({ days }, visitOf, sessionId),

    async kioskOf(token) {
      const kioskId = await links.verifyKiosk(token)
      return kioskId === null ? null : kiosks.find(kioskId)
    },
    async addKiosk(label) {
      const kiosk = { kioskId: newId(), label, createdAt: now() }
      await kiosks.add(kiosk)
      return { ...kiosk, link: await links.kioskAddress(kiosk.kioskId) }
    },

    async watchDay(officer, send) {
      const { accountId } = officer.account
      const leave = presence.enter(accountId)
      const stop = views.watchDay(officer, send)
      await presence.resume(today(), accountId)
      return () => {
        stop()
        leave()
      }
    },

    look,
    start: () => void lookAgain(),
    close() {
      clearTimeout(timer)
      stopListening()
      views.close()
    },
  }
}
