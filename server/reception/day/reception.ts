// The reception day on this node: the requests of desks, kiosks and waiting pages, and the automatic steps. A call
// creates the session of the visit; the visit begins when everybody is inside; the end of the session ends it; a desk
// that disconnects gives its citizen back to the queue.

import type { Wish } from '../../../shared/kernel/aggregate.ts'
import type { Commit } from '../../../shared/kernel/commit.ts'
import type { AccountId, ParticipantId, SessionId } from '../../../shared/kernel/ids.ts'
import { DeskId, TicketId } from '../../../shared/kernel/ids.ts'
import type { EventData } from '../../../shared/kernel/module.ts'
import type { Rejection } from '../../../shared/kernel/rejection.ts'
import { wish } from '../../../shared/kernel/wish.ts'
import { calendarDayOf } from '../../../shared/law/working-days.ts'
import { desks as desksModule } from '../../../shared/reception/desks/contract.ts'
import type { ReceptionDayState } from '../../../shared/reception/index.ts'
import {
  type Call,
  isActive,
  isAtDesk,
  queue as queueModule,
  type ReturnReason,
  type Ticket,
} from '../../../shared/reception/queue/contract.ts'
import type { CommandReply } from '../../../shared/wire/engine/socket-events.ts'
import type { Account } from '../../../shared/wire/identity/account.ts'
import type { DayView, Kiosk, TakenTicket, TicketView } from '../../../shared/wire/reception/reception.ts'
import type { IntakeGroup } from '../../casework/intake-group/intake-group.ts'
import type { Aggregates, OutsideActor } from '../../engine/aggregates/aggregates.ts'
import type { WaitingPage, WatchingOfficer } from '../../engine/signal/reception-pages.ts'
import { readerOf } from '../../identity/accounts/reader.ts'
import { unlessBroken } from '../../platform/broken-journal.ts'
import type { TicketReference } from '../../platform/http/route-access.ts'
import type { Log } from '../../platform/log.ts'
import type { Arrival } from '../appointments/arrival.ts'
import type { Kiosks } from './kiosks.ts'
import { createLiveViews } from './live-views.ts'
import { createReceptionLinks } from './reception-links.ts'
import { createVisits, type VisitDependencies } from './visits.ts'

export interface ReceptionDependencies extends VisitDependencies {
  readonly days: Aggregates<ReceptionDayState>
  readonly kiosks: Kiosks
  readonly intakeGroup: Pick<IntakeGroup, 'readerOf'>
  /** Signs the links of tickets and kiosks. */
  readonly linkKey: Uint8Array
  readonly publicUrl: () => string
  readonly log: Log
}

export type NewTicketData = Omit<EventData<typeof queueModule, 'taken'>, 'ticketId' | 'number'>

/** Each method throws Unavailable when the journal cannot be reached. */
export interface Reception {
  today(): string
  state(): Promise<ReceptionDayState>
  /** On today’s journal. */
  dispatch(by: OutsideActor, wish: Wish): Promise<CommandReply>
  openDesk(by: OutsideActor, desk: Omit<EventData<typeof desksModule, 'opened'>, 'deskId'>): Promise<DeskId | Refused>
  take(by: OutsideActor, ticket: NewTicketData): Promise<TakenTicket | Refused>
  /** By their appointment; who has a ticket for it is led back to the same, from whatever device. */
  arrive(arrival: Arrival): Promise<{ readonly link: string } | Refused>
  ticketOf(token: string): Promise<TicketReference | null>
  ticketView(reference: TicketReference, pageId: string | null): Promise<TicketView | null>
  /** By its holder. */
  giveUp(reference: TicketReference): Promise<CommandReply>
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

interface ProtectedVisit {
  readonly number: string
  readonly readers: readonly { readonly accountId: AccountId; readonly participantId: ParticipantId }[]
}

type Refused = { readonly rejection: Rejection }

/** A page that reloads, or a laptop carried to another room, is back by then. */
const deskGraceMs = 60_000
const lookEveryMs = 1000
/** Receptions are held at least once a month. */
const daysLookedBack = 40
const system: OutsideActor = { kind: 'system' }

export function createReception(dependencies: ReceptionDependencies): RunningReception {
  const { days, kiosks, now, newId, log, publicUrl } = dependencies
  const visits = createVisits(dependencies)
  const links = createReceptionLinks({ key: dependencies.linkKey, publicUrl, now })
  const today = () => calendarDayOf(now())
  const views = createLiveViews({
    ...dependencies,
    state: (day) => days.state(day),
    today,
    joinLink: (ticket) => (ticket.visit ? visits.linkFor(ticket.visit, 'citizen') : Promise.resolve(null)),
  })
  const watching = new Map<AccountId, number>()
  const goneSince = new Map<DeskId, number>()
  /** Sessions known to be over with their visit. */
  const settled = new Set<string>()
  let preparedDay = ''
  let timer: NodeJS.Timeout | undefined

  const stopListening = days.listen((day, commit, state) => {
    views.changed(day)
    void follow(day, commit, state).catch((error: unknown) =>
      log.warn({ err: error, day, seq: commit.seq }, 'what follows from a call failed; it is tried again'),
    )
  })

  const callOf = (state: ReceptionDayState, ticketId: TicketId): Call | undefined =>
    state.queue.calls.findLast((call) => call.ticketId === ticketId)

  /** What a call that has ended led to. */
  function outcomeOf({ queue }: ReceptionDayState, { ticketId }: Call): ReturnReason | 'finished' | 'cancelled' {
    const { status, returned } = queue.tickets[ticketId] ?? { status: 'finished', returned: null }
    return status === 'missed' || status === 'cancelled' || status === 'finished'
      ? status
      : (returned?.reason ?? 'finished')
  }

  async function settle(state: ReceptionDayState, call: Call, by: OutsideActor): Promise<void> {
    const { sessionId } = call.visit
    if (settled.has(sessionId)) return
    await visits.end(call, by, outcomeOf(state, call))
    settled.add(sessionId)
  }

  async function follow(day: string, commit: Commit, state: ReceptionDayState): Promise<void> {
    const { actor, at, events } = commit
    if (actor.kind === 'participant') return
    for (const { type, data } of events) {
      const ticketId = (data as { ticketId?: TicketId }).ticketId
      const ticket = ticketId && state.queue.tickets[ticketId]
      if (!ticket) continue
      if (type === `${queueModule.name}.called`) {
        await visits.make(day, state, ticket)
        views.changed(day)
      }
      const call = callOf(state, ticketId)
      if (type === `${queueModule.name}.visitBegun` && call) await visits.open(call)
    }
    for (const call of state.queue.calls) if (call.endedAt === at) await settle(state, call, actor)
  }

  /** The first act of a day takes over how the queue ran on the last one. */
  async function prepare(): Promise<void> {
    const day = today()
    if (preparedDay === day) return
    const { queue, desks } = await days.state(day)
    const isNew = Object.keys(queue.tickets).length === 0 && Object.keys(desks.desks).length === 0
    // Days to come have appointments already, and days without a desk had no queue.
    const earlier = isNew
      ? (await days.ids())
          .filter((id) => id < day)
          .sort()
          .slice(-daysLookedBack)
      : []
    for (const last of earlier.reverse()) {
      const before = await unlessBroken(days.state(last))
      if (before === null || Object.keys(before.desks.desks).length === 0) continue
      const data = { ...before.queue.settings, takesTickets: true }
      await days.dispatch(day, system, wish(queueModule, 'setUp', data))
      break
    }
    preparedDay = day
  }

  async function lookAtVisit(day: string, state: ReceptionDayState, ticket: Ticket): Promise<void> {
    const { visit, ticketId, status } = ticket
    if (!visit) return
    await visits.make(day, state, ticket)
    const seen = await visits.look(visit)
    if (seen?.isOver) await days.dispatch(day, system, wish(queueModule, 'finishVisit', { ticketId }))
    else if (seen?.isEverybodyInside && status === 'called')
      // A visit begins when what is said in it is on the disk.
      await (seen.isRecorded
        ? days.dispatch(day, system, wish(queueModule, 'beginVisit', { ticketId }))
        : visits.record(visit))
    else if (status === 'inVisit') {
      const call = callOf(state, ticketId)
      if (call) await visits.open(call)
    }
  }

  async function lookAtDesks(day: string, { desks, queue }: ReceptionDayState): Promise<void> {
    for (const { deskId, accountId, status } of Object.values(desks.desks)) {
      if (status !== 'open') continue
      const ticket = Object.values(queue.tickets).find(
        (one) => one.deskId === deskId && one.visit !== null && isAtDesk(one),
      )
      // Whoever is in the room of the visit may have closed the page of the desk.
      const isThere = watching.has(accountId) || (ticket?.visit && (await visits.look(ticket.visit))?.isChairInside)
      if (isThere) goneSince.delete(deskId)
      else if (!goneSince.has(deskId)) goneSince.set(deskId, now())
      else if (now() - (goneSince.get(deskId) ?? 0) >= deskGraceMs) {
        goneSince.delete(deskId)
        await days.dispatch(day, system, wish(desksModule, 'lose', { deskId }))
        log.warn({ day, deskId }, 'the page of a desk is gone; its citizen waits again')
      }
    }
  }

  async function look(): Promise<void> {
    const day = today()
    const state = await days.state(day)
    await lookAtDesks(day, state)
    for (const ticket of Object.values(state.queue.tickets))
      if (isAtDesk(ticket)) await unlessBroken(lookAtVisit(day, state, ticket))
    for (const call of state.queue.calls) if (call.endedAt !== null) await unlessBroken(settle(state, call, system))
  }

  async function lookAgain(): Promise<void> {
    try {
      await look()
    } catch (error) {
      log.warn({ err: error }, 'the reception day could not be looked after; it is tried again')
    }
    timer = setTimeout(() => void lookAgain(), lookEveryMs)
    timer.unref()
  }

  async function take(by: OutsideActor, data: NewTicketData): Promise<TakenTicket | Refused> {
    await prepare()
    const day = today()
    const ticketId = TicketId.parse(newId())
    const reply = await days.dispatch(day, by, wish(queueModule, 'take', { ...data, ticketId }))
    if (!reply.ok) return { rejection: reply.rejection as Rejection }
    const { number = '', kind = data.kind } = (await days.state(day)).queue.tickets[ticketId] ?? {}
    return { ticketId, number, kind, link: await links.ticketAddress({ day, ticketId }) }
  }

  return {
    today,
    state: () => days.state(today()),
    dispatch: (by, wish) => days.dispatch(today(), by, wish),

    async openDesk(by, desk) {
      await prepare()
      const deskId = DeskId.parse(newId())
      const reply = await days.dispatch(today(), by, wish(desksModule, 'open', { ...desk, deskId }))
      return reply.ok ? deskId : { rejection: reply.rejection as Rejection }
    },

    take,
    async arrive(arrival) {
      const day = today()
      const { tickets } = (await days.state(day)).queue
      const held = Object.values(tickets).find(
        (ticket) => ticket.appointmentId === arrival.appointmentId && isActive(ticket),
      )
      return held ? { link: await links.ticketAddress({ day, ticketId: held.ticketId }) } : take(system, arrival)
    },

    ticketOf: (token) => links.verifyTicket(token),
    ticketView: (reference, pageId) => views.ticketView(reference, pageId),
    giveUp: ({ day, ticketId }) => days.dispatch(day, system, wish(queueModule, 'cancel', { ticketId, words: null })),
    dayView: (account) => views.dayView(account),

    async visitLink(ticketId, account) {
      const { accountId } = account
      const day = today()
      const state = await days.state(day)
      const ticket = state.queue.tickets[ticketId]
      const desk = ticket?.deskId && state.desks.desks[ticket.deskId]
      if (!ticket?.visit || !desk) return null
      if (ticket.isProtected && readerOf(account) === null) return null
      const { visit } = ticket
      await visits.make(day, state, ticket)
      if (desk.accountId === accountId) return visits.linkFor(visit, 'chair')
      return desk.noteTakerId === accountId ? visits.linkFor(visit, 'secretary') : null
    },

    async protect({ day, ticketId }, sessionId) {
      const reply = await days.dispatch(day, system, wish(queueModule, 'protect', { ticketId }))
      const { queue, desks } = await days.state(day)
      const ticket = queue.tickets[ticketId]
      const call = queue.calls.findLast(({ visit }) => visit.sessionId === sessionId)
      if (!reply.ok || !ticket || !call) return null
      const { chair, secretary } = call.visit
      const noteTakerId = desks.desks[call.deskId]?.noteTakerId
      const noteTaker = noteTakerId ? [{ accountId: noteTakerId, participantId: secretary.participantId }] : []
      return {
        number: ticket.number,
        readers: [{ accountId: call.accountId, participantId: chair.participantId }, ...noteTaker],
      }
    },

    async kioskOf(token) {
      const kioskId = await links.verifyKiosk(token)
      return kioskId === null ? null : kiosks.find(kioskId)
    },
    async addKiosk(label) {
      const kiosk = { kioskId: newId(), label, createdAt: now() }
      await kiosks.add(kiosk)
      return { ...kiosk, link: await links.kioskAddress(kiosk.kioskId) }
    },

    watchTicket: (page, send) => views.watchTicket(page, send),

    async watchDay(officer, send) {
      const { accountId } = officer.account
      watching.set(accountId, (watching.get(accountId) ?? 0) + 1)
      const stop = views.watchDay(officer, send)
      const { desks } = await days.state(today())
      for (const { deskId, ...desk } of Object.values(desks.desks))
        if (desk.accountId === accountId && desk.status === 'lost')
          await days.dispatch(today(), system, wish(desksModule, 'resume', { deskId }))
      return () => {
        stop()
        const left = (watching.get(accountId) ?? 1) - 1
        if (left === 0) watching.delete(accountId)
        else watching.set(accountId, left)
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
