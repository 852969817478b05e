import { isOfIntakeGroup } from '../../intake-group/contract.ts'
import type { DeskId, Ms, TicketId } from '../../kernel/ids.ts'
import { LinkId, ParticipantId, SessionId } from '../../kernel/ids.ts'
import { type DecideContext, type EventData, hear, rules, type StateOf } from '../../kernel/module.ts'
import { reject } from '../../kernel/rejection.ts'
import { type Desk, desks, type TicketKind } from '../desks/contract.ts'
import { type Choice, choose, countsAsPriority, endsPriority } from './calling.ts'
import {
  type Call,
  isActive,
  isAtDesk,
  maximumMessages,
  maximumTickets,
  queue,
  type ReturnReason,
  type Ticket,
  type Visit,
} from './contract.ts'

type State = StateOf<typeof queue>

/** Told apart at once when they are called out. */
const letters: Readonly<Record<TicketKind, string>> = { reception: 'A', dialogue: 'B', denunciation: 'C' }

const ticketAt = (state: State, deskId: DeskId): Ticket | undefined =>
  Object.values(state.tickets).find((ticket) => ticket.deskId === deskId && isAtDesk(ticket))

/** The desk of the one who asks. */
function ownDesk(deskId: DeskId, { actor, read }: DecideContext) {
  const desk = read(desks).desks[deskId]
  if (!desk || desk.status === 'closed') return reject('desks.unknown')
  return actor.kind === 'account' && desk.accountId === actor.accountId ? desk : reject('desks.of-another')
}

/** Who was called to one’s own desk. */
function here(state: State, deskId: DeskId, context: DecideContext) {
  const desk = ownDesk(deskId, context)
  if ('rejection' in desk) return desk
  return ticketAt(state, deskId) ?? reject('queue.nobody-here')
}

function freeDesk(state: State, deskId: DeskId, context: DecideContext) {
  const desk = ownDesk(deskId, context)
  if ('rejection' in desk) return desk
  if (desk.status === 'lost') return reject('desks.lost')
  return ticketAt(state, deskId) ? reject('queue.desk-busy') : desk
}

/**
 * Who denounces is called, named and spoken to by the intake group, by the desk that has them, and by whoever has called them before; by
 * none of them whose access to what is protected is suspended (ADR 0074).
 */
function isForOthers(
  { calls }: State,
  { ticketId, isProtected, deskId }: Ticket,
  { actor, read }: DecideContext,
): boolean {
  // The system speaks for the holder.
  if (!isProtected || actor.kind !== 'account' || isOfIntakeGroup(actor)) return false
  if (actor.isSuspended) return true
  if (deskId !== null && read(desks).desks[deskId]?.accountId === actor.accountId) return false
  return !calls.some((call) => call.ticketId === ticketId && call.accountId === actor.accountId)
}

function visitBy(newId: () => string): Visit {
  const invited = () => ({ participantId: ParticipantId.parse(newId()), linkId: LinkId.parse(newId()) })
  return {
    sessionId: SessionId.parse(newId()),
    chair: invited(),
    secretary: invited(),
    citizen: invited(),
  }
}

function called({ ticket, reason, overtook }: Choice, desk: Desk, words: string | null, newId: () => string) {
  const { ticketId, priority } = ticket
  const data: EventData<typeof queue, 'called'> = {
    ticketId,
    deskId: desk.deskId,
    reason,
    ground: priority,
    words,
    overtook: overtook.map((one) => one.ticketId),
    visit: visitBy(newId),
  }
  return [{ type: 'called' as const, data }]
}

const giveBack = (
  { ticketId }: Ticket,
  reason: ReturnReason,
  words: string | null = null,
  toDeskId: DeskId | null = null,
) => [{ type: 'returned' as const, data: { ticketId, reason, words, toDeskId } }]

const withTicket = (state: State, ticketId: TicketId, change: Partial<Ticket>): State => {
  const ticket = state.tickets[ticketId]
  return ticket ? { ...state, tickets: { ...state.tickets, [ticketId]: { ...ticket, ...change } } } : state
}

const outOfLine = (state: State, { kind, ticketId }: Pick<Ticket, 'kind' | 'ticketId'>): State => ({
  ...state,
  lines: { ...state.lines, [kind]: state.lines[kind].filter((one) => one !== ticketId) },
})

const inLine = (state: State, { kind, ticketId }: Pick<Ticket, 'kind' | 'ticketId'>, behind: number): State => ({
  ...state,
  lines: { ...state.lines, [kind]: state.lines[kind].toSpliced(behind, 0, ticketId) },
})

/** The call that goes on with this ticket has led to something. */
const lastCall = (state: State, ticketId: TicketId, change: Partial<Call>): State => {
  const index = state.calls.findLastIndex((call) => call.ticketId === ticketId)
  const call = state.calls[index]
  return call ? { ...state, calls: state.calls.with(index, { ...call, ...change }) } : state
}

const ended = (state: State, ticketId: TicketId, status: Ticket['status'], at: Ms): State => {
  const ticket = state.tickets[ticketId]
  if (!ticket) return state
  const left = outOfLine(withTicket(state, ticketId, { status, since: at, heldFor: null }), ticket)
  return isAtDesk(ticket) ? lastCall(left, ticketId, { endedAt: at }) : left
}

function returned(state: State, data: EventData<typeof queue, 'returned'>, at: Ms): State {
  const { ticketId, reason, words, toDeskId } = data
  const ticket = state.tickets[ticketId]
  if (!ticket) return state
  const isForLater = reason === 'missed' || reason === 'sentBack'
  const waiting = withTicket(lastCall(state, ticketId, { endedAt: at }), ticketId, {
    status: 'waiting',
    since: at,
    deskId: null,
    visit: null,
    recalledAt: null,
    heldFor: toDeskId,
    note: reason === 'handedOver' ? words : ticket.note,
    returned: { reason, words: reason === 'handedOver' ? null : words, at },
    misses: ticket.misses + (reason === 'missed' ? 1 : 0),
    ...(isForLater && { queuedAt: at, passedBy: [] }),
  })
  return inLine(waiting, ticket, isForLater ? state.settings.rules.behind : 0)
}

/** A desk is gone: who was called to it waits again, first in line; who was handed over to it is anybody’s. */
function withoutDesk(state: State, deskId: DeskId, reason: 'deskLost' | 'deskClosed', at: Ms): State {
  const left = ticketAt(state, deskId)
  const given = left ? returned(state, { ticketId: left.ticketId, reason, words: null, toDeskId: null }, at) : state
  return Object.values(given.tickets)
    .filter(({ heldFor }) => heldFor === deskId)
    .reduce((next, { ticketId }) => withTicket(next, ticketId, { heldFor: null }), given)
}

export const queueRules = rules(queue, {
  decide: {
    setUp: ({ settings }, data) => (JSON.stringify(settings) === JSON.stringify(data) ? [] : [{ type: 'setUp', data }]),

    take(state, data) {
      const { tickets, settings, taken } = state
      if (tickets[data.ticketId]) return []
      if (!settings.takesTickets) return reject('queue.closed')
      if (Object.keys(tickets).length >= maximumTickets) return reject('queue.full', { maximum: maximumTickets })
      // Nghị định 154/2026/NĐ-CP, Điều 20: online only from somebody who does not ask for secrecy.
      if (data.kind === 'denunciation' && data.way === 'browser' && !data.waivesSecrecy)
        return reject('queue.secrecy-online')
      const same = Object.values(tickets).find(
        (one) =>
          isActive(one) &&
          ((data.appointmentId !== null && one.appointmentId === data.appointmentId) ||
            (data.citizenId !== null && one.citizenId === data.citizenId && one.kind === data.kind)),
      )
      if (same) return reject('queue.has-ticket', { number: same.number })
      const number = `${letters[data.kind]}${String(taken[data.kind] + 1).padStart(3, '0')}`
      return [{ type: 'taken', data: { ...data, number } }]
    },

    nameCitizen(state, { ticketId, citizenId }, context) {
      const ticket = state.tickets[ticketId]
      if (!ticket) return reject('queue.unknown')
      if (!isActive(ticket)) return reject('queue.ended')
      if (isForOthers(state, ticket, context)) return reject('queue.for-intake-group')
      return ticket.citizenId === citizenId ? [] : [{ type: 'citizenNamed', data: { ticketId, citizenId } }]
    },

    callNext(state, { deskId, kind }, context) {
      const desk = freeDesk(state, deskId, context)
      if ('rejection' in desk) return desk
      if (kind !== null && !desk.kinds.includes(kind)) return reject('queue.not-served')
      const choice = choose(state, {
        kinds: kind === null ? desk.kinds : [kind],
        deskId,
        at: context.at,
        isOpen: (ticket) => !isForOthers(state, ticket, context),
      })
      return choice ? called(choice, desk, null, context.newId) : reject('queue.empty')
    },

    callThis(state, { deskId, ticketId, words }, context) {
      const desk = freeDesk(state, deskId, context)
      if ('rejection' in desk) return desk
      const ticket = state.tickets[ticketId]
      if (!ticket) return reject('queue.unknown')
      if (!desk.kinds.includes(ticket.kind)) return reject('queue.not-served')
      if (ticket.status !== 'waiting') return reject('queue.not-waiting')
      if (isForOthers(state, ticket, context)) return reject('queue.for-intake-group')
      const line = state.lines[ticket.kind]
      const overtook = line.slice(0, line.indexOf(ticketId)).flatMap((one) => state.tickets[one] ?? [])
      return called({ ticket, reason: 'chosen', overtook }, desk, words, context.newId)
    },

    recall(state, { deskId }, context) {
      const ticket = here(state, deskId, context)
      if ('rejection' in ticket) return ticket
      if (ticket.status === 'inVisit') return reject('queue.begun')
      return [{ type: 'recalled', data: { ticketId: ticket.ticketId } }]
    },

    noShow(state, { deskId }, context) {
      const ticket = here(state, deskId, context)
      if ('rejection' in ticket) return ticket
      if (ticket.status === 'inVisit') return reject('queue.begun')
      const isSecond = ticket.misses > 0
      return isSecond ? [{ type: 'missed', data: { ticketId: ticket.ticketId } }] : giveBack(ticket, 'missed')
    },

    sendBack(state, { deskId, text: words }, context) {
      const ticket = here(state, deskId, context)
      return 'rejection' in ticket ? ticket : giveBack(ticket, 'sentBack', words)
    },

    handOver(state, { deskId, toDeskId, note: words }, context) {
      const ticket = here(state, deskId, context)
      if ('rejection' in ticket) return ticket
      const to = context.read(desks).desks[toDeskId]
      // Such a desk was opened by somebody of the intake group.
      const kinds = ticket.isProtected ? [ticket.kind, 'denunciation' as const] : [ticket.kind]
      if (to?.status !== 'open' || toDeskId === deskId || !kinds.every((kind) => to.kinds.includes(kind)))
        return reject('queue.no-such-desk')
      return giveBack(ticket, 'handedOver', words, toDeskId)
    },

    protect({ tickets }, { ticketId }) {
      const ticket = tickets[ticketId]
      if (!ticket) return reject('queue.unknown')
      return ticket.isProtected ? [] : [{ type: 'protected', data: { ticketId } }]
    },

    beginVisit({ tickets }, { ticketId }) {
      const ticket = tickets[ticketId]
      if (!ticket) return reject('queue.unknown')
      if (!isAtDesk(ticket)) return reject('queue.not-called')
      return ticket.status === 'inVisit' ? [] : [{ type: 'visitBegun', data: { ticketId } }]
    },

    finishVisit({ tickets }, { ticketId }) {
      const ticket = tickets[ticketId]
      if (!ticket) return reject('queue.unknown')
      if (ticket.status === 'finished') return []
      return isAtDesk(ticket) ? [{ type: 'visitFinished', data: { ticketId } }] : reject('queue.not-called')
    },

    cancel(state, { ticketId, words }, context) {
      const ticket = state.tickets[ticketId]
      if (!ticket) return reject('queue.unknown')
      if (isForOthers(state, ticket, context)) return reject('queue.for-intake-group')
      if (ticket.status === 'inVisit') return reject('queue.begun')
      return isActive(ticket) ? [{ type: 'cancelled', data: { ticketId, words } }] : []
    },

    acceptRules({ tickets }, data) {
      const ticket = tickets[data.ticketId]
      if (!ticket) return reject('queue.unknown')
      if (!isActive(ticket)) return reject('queue.ended')
      return ticket.acceptedRulesAt === null ? [{ type: 'rulesAccepted', data }] : []
    },

    askForCall({ tickets }, data) {
      const ticket = tickets[data.ticketId]
      if (!ticket) return reject('queue.unknown')
      if (!isActive(ticket)) return reject('queue.ended')
      return [{ type: 'callAskedFor', data }]
    },

    message(state, data, context) {
      const ticket = data.ticketId === null ? null : state.tickets[data.ticketId]
      if (ticket === undefined) return reject('queue.unknown')
      if (ticket && isForOthers(state, ticket, context)) return reject('queue.for-intake-group')
      if (ticket && !isActive(ticket)) return reject('queue.ended')
      if ((ticket ?? state).messages.length >= maximumMessages)
        return reject('queue.too-many-messages', { maximum: maximumMessages })
      return [{ type: 'messageSent', data }]
    },
  },

  evolve: {
    setUp: (state, settings) => ({ ...state, settings }),

    taken(state, data, { at }) {
      const ticket: Ticket = {
        ...data,
        isProtected: data.kind === 'denunciation',
        status: 'waiting',
        takenAt: at,
        since: at,
        queuedAt: at,
        passedBy: [],
        misses: 0,
        deskId: null,
        heldFor: null,
        visit: null,
        recalledAt: null,
        returned: null,
        note: null,
        acceptedRulesAt: null,
        askedForCallAt: null,
        messages: [],
      }
      const { ticketId, kind } = ticket
      return {
        ...state,
        tickets: { ...state.tickets, [ticketId]: ticket },
        lines: { ...state.lines, [kind]: [...state.lines[kind], ticketId] },
        taken: { ...state.taken, [kind]: state.taken[kind] + 1 },
      }
    },

    citizenNamed: (state, { ticketId, citizenId }) => withTicket(state, ticketId, { citizenId }),

    called(state, { overtook, ...data }, { at, actor }) {
      const ticket = state.tickets[data.ticketId]
      if (!ticket || actor.kind !== 'account') return state
      const { kind } = ticket
      const tickets = { ...state.tickets }
      for (const ticketId of overtook) {
        const passed = tickets[ticketId]
        const by = { number: ticket.number, reason: data.reason, at }
        if (passed) tickets[ticketId] = { ...passed, passedBy: [...passed.passedBy, by] }
      }
      const call: Call = {
        ...data,
        kind,
        accountId: actor.accountId,
        at,
        begunAt: null,
        endedAt: null,
        overtook: overtook.length,
      }
      const { ticketId, deskId, visit, reason } = data
      const before = state.inARow[kind]
      const inARow = countsAsPriority(reason) ? before + 1 : endsPriority(reason) ? 0 : before
      const next = { ...state, tickets, calls: [...state.calls, call], inARow: { ...state.inARow, [kind]: inARow } }
      return withTicket(outOfLine(next, ticket), ticketId, {
        status: 'called',
        since: at,
        deskId,
        heldFor: null,
        visit,
        recalledAt: null,
        returned: null,
      })
    },

    recalled: (state, { ticketId }, { at }) => withTicket(state, ticketId, { recalledAt: at }),
    returned: (state, data, { at }) => returned(state, data, at),
    protected: (state, { ticketId }) => withTicket(state, ticketId, { isProtected: true }),
    missed: (state, { ticketId }, { at }) => ended(state, ticketId, 'missed', at),
    visitBegun: (state, { ticketId }, { at }) =>
      lastCall(withTicket(state, ticketId, { status: 'inVisit', since: at }), ticketId, { begunAt: at }),
    visitFinished: (state, { ticketId }, { at }) => ended(state, ticketId, 'finished', at),
    cancelled: (state, { ticketId }, { at }) => ended(state, ticketId, 'cancelled', at),

    rulesAccepted: (state, { ticketId }, { at }) => withTicket(state, ticketId, { acceptedRulesAt: at }),
    callAskedFor: (state, { ticketId }, { at }) => withTicket(state, ticketId, { askedForCallAt: at }),

    messageSent(state, { ticketId, text }, { at }) {
      if (ticketId === null) return { ...state, messages: [...state.messages, { text, at }] }
      const messages = state.tickets[ticketId]?.messages ?? []
      return withTicket(state, ticketId, { messages: [...messages, { text, at }] })
    },
  },

  also: [
    hear(desks, 'lost', (state: State, { deskId }, { at }) => withoutDesk(state, deskId, 'deskLost', at)),
    hear(desks, 'closed', (state: State, { deskId }, { at }) => withoutDesk(state, deskId, 'deskClosed', at)),
  ],
})
