// Tickets of today: taken, or given to who comes by appointment, found by the link of their page, given up.

import { TicketId } from '../../../shared/kernel/ids.ts'
import type { EventData } from '../../../shared/kernel/module.ts'
import type { Rejection } from '../../../shared/kernel/rejection.ts'
import { wish } from '../../../shared/kernel/wish.ts'
import type { ReceptionDayState } from '../../../shared/reception/index.ts'
import { isActive, queue as queueModule } from '../../../shared/reception/queue/contract.ts'
import type { CommandReply } from '../../../shared/wire/engine/socket-events.ts'
import type { TakenTicket } from '../../../shared/wire/reception/reception.ts'
import type { Aggregates, OutsideActor } from '../../engine/aggregates/aggregates.ts'
import type { TicketReference } from '../../platform/http/route-access.ts'
import type { Arrival } from '../appointments/arrival.ts'
import type { ReceptionLinks } from './reception-links.ts'

interface Dependencies {
  readonly days: Aggregates<ReceptionDayState>
  readonly links: ReceptionLinks
  /** Before the first act of a day. */
  readonly prepare: (day: string) => Promise<void>
  readonly today: () => string
  readonly newId: () => string
}

type NewTicketData = Omit<EventData<typeof queueModule, 'taken'>, 'ticketId' | 'number'>

export type Refused = { readonly rejection: Rejection }

/** Each method throws Unavailable when the journal cannot be reached. */
export interface Tickets {
  take(by: OutsideActor, ticket: NewTicketData): Promise<TakenTicket | Refused>
  /** By their appointment; who has a ticket for it is led back to the same, from whatever device. */
  arrive(arrival: Arrival): Promise<{ readonly link: string } | Refused>
  ticketOf(token: string): Promise<TicketReference | null>
  /** By its holder. */
  giveUp(reference: TicketReference): Promise<CommandReply>
}

const system: OutsideActor = { kind: 'system' }

export function createTickets({ days, links, prepare, today, newId }: Dependencies): Tickets {
  const take: Tickets['take'] = async (by, data) => {
    await prepare(today())
    const day = today()
    const ticketId = TicketId.parse(newId())
    const reply = await days.dispatch(day, by, wish(queueModule, 'take', { ...data, ticketId }))
    if (!reply.ok) return { rejection: reply.rejection as Rejection }
    const { number = '', kind = data.kind } = (await days.state(day)).queue.tickets[ticketId] ?? {}
    return { ticketId, number, kind, link: await links.ticketAddress({ day, ticketId }) }
  }

  return {
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
    giveUp: ({ day, ticketId }) => days.dispatch(day, system, wish(queueModule, 'cancel', { ticketId, words: null })),
  }
}
