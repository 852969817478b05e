// The pages that holders of tickets wait with: each has the view of its ticket, and a new one when that differs from what
// it has.

import type { TicketId } from '../../../shared/kernel/ids.ts'
import { type Lines, ticketViewOf } from '../../../shared/projections/waiting-order.ts'
import type { ReceptionDayState } from '../../../shared/reception/index.ts'
import type { Ticket } from '../../../shared/reception/queue/contract.ts'
import type { TicketView } from '../../../shared/wire/reception/reception.ts'
import type { WaitingPage } from '../../engine/signal/reception-pages.ts'

interface Dependencies {
  /** null: not called, or the room is not ready. */
  readonly joinLink: (ticket: Ticket) => Promise<string | null>
  readonly now: () => number
}

/** A reception day, and how its lines stand now. */
export interface SeenDay {
  readonly state: ReceptionDayState
  readonly lines: Lines
}

export interface WaitingPages {
  /** Ends with the function returned. */
  watch(page: WaitingPage, send: (view: TicketView) => void): () => void
  /** `pageId`: of the page that asks, null where it is not known. Resolves to null: there is no such ticket. */
  view(day: SeenDay, ticketId: TicketId, pageId: string | null): Promise<TicketView | null>
  /** To each page whose view has changed. */
  push(read: (day: string) => Promise<SeenDay>): Promise<void>
  /** Tickets of this day whose page is open. */
  online(day: string): TicketId[]
}

interface Waiting extends WaitingPage {
  readonly send: (view: TicketView) => void
  /** Without the time of the server, which always differs. */
  last: string
}

const hasOtherThan = (pages: ReadonlySet<string> | undefined, pageId: string | null): boolean =>
  [...(pages ?? [])].some((one) => one !== pageId)

export function createWaitingPages({ joinLink, now }: Dependencies): WaitingPages {
  const waiting = new Set<Waiting>()

  function pagesByTicket(): ReadonlyMap<TicketId, ReadonlySet<string>> {
    const pages = new Map<TicketId, Set<string>>()
    for (const { reference, pageId } of waiting)
      pages.set(reference.ticketId, (pages.get(reference.ticketId) ?? new Set()).add(pageId))
    return pages
  }

  async function viewOf({ state, lines }: SeenDay, ticketId: TicketId, isOpenElsewhere: boolean) {
    const ticket = state.queue.tickets[ticketId]
    if (!ticket) return null
    const view = ticketViewOf(state, ticket, lines.standings.get(ticketId))
    return { ...view, serverTime: now(), joinLink: await joinLink(ticket), isOpenElsewhere }
  }

  return {
    watch(page, send) {
      const one: Waiting = { ...page, send, last: '' }
      waiting.add(one)
      return () => void waiting.delete(one)
    },

    view: (day, ticketId, pageId) => viewOf(day, ticketId, hasOtherThan(pagesByTicket().get(ticketId), pageId)),

    async push(read) {
      const pages = pagesByTicket()
      for (const one of waiting) {
        const { day, ticketId } = one.reference
        const view = await viewOf(await read(day), ticketId, hasOtherThan(pages.get(ticketId), one.pageId))
        if (!view || !waiting.has(one)) continue
        const content = JSON.stringify({ ...view, serverTime: 0 })
        if (content === one.last) continue
        one.last = content
        one.send(view)
      }
    },

    online: (day) => [
      ...new Set([...waiting].flatMap(({ reference }) => (reference.day === day ? reference.ticketId : []))),
    ],
  }
}
