// Derives from the queues of a reception day: the order of calls, expected waits from today’s visits, and what a
// waiting citizen may see. Contains no names.
import type { StaffReader } from '../intake-group/contract.ts'
import type { Ms, TicketId } from '../kernel/ids.ts'
import { mayDenounce } from '../reception/appointments/contract.ts'
import { type Desk, TicketKind } from '../reception/desks/contract.ts'
import type { ReceptionDayState } from '../reception/index.ts'
import { chooseFrom, countsAsPriority, endsPriority, lineOf } from '../reception/queue/calling.ts'
import { type Call, isActive, isAtDesk, type Ticket } from '../reception/queue/contract.ts'
import type { TicketView } from '../wire/reception/reception.ts'

type QueueState = ReceptionDayState['queue']

const kinds = TicketKind.options

/** The order in which they would be called if nobody else came. */
export function expectedOrder(state: QueueState, kind: TicketKind, at: Ms): Ticket[] {
  const { rules } = state.settings
  const order: Ticket[] = []
  let line = lineOf(state, kind).map((ticket): Ticket => ({ ...ticket, heldFor: null }))
  let inARow = state.inARow[kind]
  for (;;) {
    const choice = chooseFrom(line, { rules, inARow, deskId: null, at })
    if (!choice) return order
    const { ticket, reason, overtook } = choice
    order.push(ticket)
    if (countsAsPriority(reason)) inARow++
    else if (endsPriority(reason)) inARow = 0
    const by = { number: ticket.number, reason, at }
    line = line.flatMap((one) => {
      if (one === ticket) return []
      return overtook.includes(one) ? { ...one, passedBy: [...one.passedBy, by] } : one
    })
  }
}

/** Of so many visits the mean is told, and no earlier than of so many. */
const visitsCounted = 10
const fewestVisits = 3

/** How long a desk was taken by each of the last visits of this kind, from the call on; null: too few yet. */
export function measuredMs(calls: readonly Call[], kind: TicketKind): number | null {
  const lengths = calls
    .filter((call) => call.kind === kind && call.begunAt !== null)
    .flatMap(({ at, endedAt }) => (endedAt === null ? [] : [endedAt - at]))
    .slice(-visitsCounted)
  return lengths.length < fewestVisits ? null : lengths.reduce((sum, one) => sum + one, 0) / lengths.length
}

export interface Standing {
  readonly peopleBefore: number
  /** null: nothing measured yet, or no desk is open. */
  readonly expectedMinutes: number | null
}

const serves = (kind: TicketKind) => (desk: Desk) => desk.status === 'open' && desk.kinds.includes(kind)

/** How long whoever has so many before them waits; null: nothing measured yet, or no desk is open. */
function waitOf(
  { desks: { desks }, queue }: ReceptionDayState,
  kind: TicketKind,
): (peopleBefore: number) => number | null {
  const busy = new Set(Object.values(queue.tickets).flatMap((one) => (isAtDesk(one) ? (one.deskId ?? []) : [])))
  const serving = Object.values(desks).filter(serves(kind))
  const free = serving.filter(({ deskId }) => !busy.has(deskId)).length
  const each = measuredMs(queue.calls, kind)
  return (peopleBefore) => {
    if (each === null || serving.length === 0) return null
    // Desks that are taken are on the average half-way through.
    const rounds = peopleBefore < free ? 0 : (peopleBefore - free) / serving.length + 0.5
    return Math.ceil((rounds * each) / 60_000)
  }
}

export interface Lines {
  /** As they would be called now. */
  readonly order: Readonly<Record<TicketKind, readonly TicketId[]>>
  readonly standings: ReadonlyMap<TicketId, Standing>
  /** Of one who took a ticket now. */
  readonly expectedMinutes: Readonly<Record<TicketKind, number | null>>
}

export function linesOf(state: ReceptionDayState, at: Ms): Lines {
  const standings = new Map<TicketId, Standing>()
  const each = kinds.map((kind) => {
    const wait = waitOf(state, kind)
    const order = expectedOrder(state.queue, kind, at).map(({ ticketId }) => ticketId)
    for (const [peopleBefore, ticketId] of order.entries())
      standings.set(ticketId, { peopleBefore, expectedMinutes: wait(peopleBefore) })
    return { kind, order, expectedMinutes: wait(order.length) }
  })
  return {
    order: perKind(each.map(({ kind, order }) => [kind, order])),
    standings,
    expectedMinutes: perKind(each.map(({ kind, expectedMinutes }) => [kind, expectedMinutes])),
  }
}

const perKind = <T>(entries: [TicketKind, T][]) => Object.fromEntries(entries) as Record<TicketKind, T>

/** Those of a day who denounce, or may: who is not sure when they book is judged when they are received. */
export function whoMayDenounce({
  appointments: { appointments },
}: Pick<ReceptionDayState, 'appointments'>): (ticket: Pick<Ticket, 'isProtected' | 'appointmentId'>) => boolean {
  const booked = new Set(appointments.flatMap((one) => (mayDenounce(one) ? one.appointmentId : [])))
  return ({ isProtected, appointmentId }) => isProtected || (appointmentId !== null && booked.has(appointmentId))
}

/**
 * Of who denounces, or may, the name and what was written of them are for the intake group: whoever receives them has them in the
 * room (ADR 0071). Every line of those who wait is made by this.
 */
export function holdersKnownTo(
  day: Pick<ReceptionDayState, 'appointments'>,
  { isOfIntakeGroup }: Pick<StaffReader, 'isOfIntakeGroup'>,
): (ticket: Pick<Ticket, 'isProtected' | 'appointmentId'>) => boolean {
  const isForGroup = whoMayDenounce(day)
  return (ticket) => isOfIntakeGroup || !isForGroup(ticket)
}

/** What its holder may know of a ticket. */
export function ticketViewOf(
  { desks: { desks }, queue: { settings, messages } }: Pick<ReceptionDayState, 'desks' | 'queue'>,
  ticket: Ticket,
  standing: Standing | undefined,
): Omit<TicketView, 'serverTime' | 'joinLink' | 'isOpenElsewhere'> {
  const { number, kind, isProtected, way, status, takenAt, since, deskId, recalledAt, returned } = ticket
  const isWaiting = status === 'waiting'
  const passedBy = ticket.passedBy.map((one) => ({ number: one.number, reason: one.reason }))
  return {
    number,
    kind,
    isProtected,
    way,
    status,
    takenAt,
    since,
    peopleBefore: isWaiting && settings.showsPeopleBefore ? (standing?.peopleBefore ?? null) : null,
    isNext: isWaiting && standing?.peopleBefore === 0,
    expectedMinutes: isWaiting ? (standing?.expectedMinutes ?? null) : null,
    passedBy: isWaiting && settings.showsPeopleBefore ? passedBy : [],
    deskLabel: isWaiting || deskId === null ? null : (desks[deskId]?.label ?? null),
    recalledAt,
    returned: returned && { reason: returned.reason, words: returned.words },
    isLastCall: ticket.misses > 0,
    // Who comes to a desk has the rules on the wall of the hall.
    mustAccept: ticket.way === 'browser' && ticket.acceptedRulesAt === null,
    hasAskedForCall: ticket.askedForCallAt !== null,
    isNamed: ticket.citizenId !== null,
    messages: isActive(ticket)
      ? [...messages.filter(({ at }) => at >= takenAt), ...ticket.messages].toSorted((a, b) => a.at - b.at)
      : ticket.messages,
  }
}
