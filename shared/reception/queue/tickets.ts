// How the events of a queue change its state: the tickets, the lines they stand in, the calls.
import type { AccountId, DeskId, Ms, TicketId } from '../../kernel/ids.ts'
import type { EventData, StateOf } from '../../kernel/module.ts'
import { countsAsPriority, endsPriority } from './calling.ts'
import { type Call, isAtDesk, type queue, type Ticket } from './contract.ts'

type State = StateOf<typeof queue>

export const ticketAt = (state: State, deskId: DeskId): Ticket | undefined =>
  Object.values(state.tickets).find((ticket) => ticket.deskId === deskId && isAtDesk(ticket))

export const withTicket = (state: State, ticketId: TicketId, change: Partial<Ticket>): State => {
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
export const lastCall = (state: State, ticketId: TicketId, change: Partial<Call>): State => {
  const index = state.calls.findLastIndex((call) => call.ticketId === ticketId)
  const call = state.calls[index]
  return call ? { ...state, calls: state.calls.with(index, { ...call, ...change }) } : state
}

export function taken(state: State, data: EventData<typeof queue, 'taken'>, at: Ms): State {
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
}

export function calledToDesk(
  state: State,
  { overtook, ...data }: EventData<typeof queue, 'called'>,
  accountId: AccountId,
  at: Ms,
): State {
  const ticket = state.tickets[data.ticketId]
  if (!ticket) return state
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
    accountId,
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
}

export const ended = (state: State, ticketId: TicketId, status: Ticket['status'], at: Ms): State => {
  const ticket = state.tickets[ticketId]
  if (!ticket) return state
  const left = outOfLine(withTicket(state, ticketId, { status, since: at, heldFor: null }), ticket)
  return isAtDesk(ticket) ? lastCall(left, ticketId, { endedAt: at }) : left
}

export function returned(state: State, data: EventData<typeof queue, 'returned'>, at: Ms): State {
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
export function withoutDesk(state: State, deskId: DeskId, reason: 'deskLost' | 'deskClosed', at: Ms): State {
  const left = ticketAt(state, deskId)
  const given = left ? returned(state, { ticketId: left.ticketId, reason, words: null, toDeskId: null }, at) : state
  return Object.values(given.tickets)
    .filter(({ heldFor }) => heldFor === deskId)
    .reduce((next, { ticketId }) => withTicket(next, ticketId, { heldFor: null }), given)
}
