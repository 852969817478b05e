import { isOfIntakeGroup } from '../../intake-group/contract.ts'
import type { DeskId } from '../../kernel/ids.ts'
import { LinkId, ParticipantId, SessionId } from '../../kernel/ids.ts'
import { type DecideContext, type EventData, hear, rules, type StateOf } from '../../kernel/module.ts'
import { reject } from '../../kernel/rejection.ts'
import { type Desk, desks, type TicketKind } from '../desks/contract.ts'
import { type Choice, choose } from './calling.ts'
import {
  isActive,
  isAtDesk,
  maximumMessages,
  maximumTickets,
  queue,
  type ReturnReason,
  type Ticket,
  type Visit,
} from './contract.ts'
import { calledToDesk, ended, lastCall, returned, taken, ticketAt, withoutDesk, withTicket } from './tickets.ts'

type State = StateOf<typeof queue>

/** Told apart at once when they are called out. */
const letters: Readonly<Record<TicketKind, string>> = { reception: 'A', dialogue: 'B', denunciation: 'C' }

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

    taken: (state, data, { at }) => taken(state, data, at),
    citizenNamed: (state, { ticketId, citizenId }) => withTicket(state, ticketId, { citizenId }),
    called: (state, data, { at, actor }) =>
      actor.kind === 'account' ? calledToDesk(state, data, actor.accountId, at) : state,
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
