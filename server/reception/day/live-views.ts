// The views of waiting pages and desks, sent when the day has changed: one ticket to its holder, the whole queue to
// officers. Changes in quick succession are sent together, and only if the view differs from what the page has.

import type { AccountId, CitizenId, TicketId } from '../../../shared/kernel/ids.ts'
import { holdersKnownTo, type Lines, linesOf, ticketViewOf } from '../../../shared/projections/queue.ts'
import type { ReceptionDayState } from '../../../shared/reception/index.ts'
import type { Ticket } from '../../../shared/reception/queue/contract.ts'
import type { Account } from '../../../shared/wire/identity/account.ts'
import type { DayView, TicketRow, TicketView } from '../../../shared/wire/reception/reception.ts'
import type { IntakeGroup } from '../../casework/intake-group/intake-group.ts'
import type { WaitingPage, WatchingOfficer } from '../../engine/signal/reception-pages.ts'
import type { Citizens } from '../../identity/citizens/citizens.ts'
import type { TicketReference } from '../../platform/http/route-access.ts'
import type { Log } from '../../platform/log.ts'

export interface LiveViewDependencies {
  readonly state: (day: string) => Promise<ReceptionDayState>
  readonly today: () => string
  /** null: not called, or the room is not ready. */
  readonly joinLink: (ticket: Ticket) => Promise<string | null>
  readonly citizens: Pick<Citizens, 'read'>
  readonly intakeGroup: Pick<IntakeGroup, 'readerOf'>
  readonly now: () => number
  readonly log: Log
}

export interface LiveViews {
  /** `pageId`: of the page that asks, null where it is not known. */
  ticketView(reference: TicketReference, pageId: string | null): Promise<TicketView | null>
  dayView(account: Account): Promise<DayView>
  /** The first view comes at once. Ends with the function returned. */
  watchTicket(page: WaitingPage, send: (view: TicketView) => void): () => void
  watchDay(officer: WatchingOfficer, send: (view: DayView) => void): () => void
  changed(day: string): void
  close(): void
}

interface Waiting extends WaitingPage {
  readonly send: (view: TicketView) => void
  /** Without the time of the server, which always differs. */
  last: string
}

interface Officer {
  readonly accountId: AccountId
  readonly lookAgain: () => Promise<Account | null>
  readonly ended: () => void
  readonly send: (view: DayView) => void
  day: string
  /** What was sent of each ticket: the very state it was made from, whether all of it was, and the name. */
  readonly sent: Map<TicketId, { ticket: Ticket; mayKnow: boolean; isNamed: boolean }>
  readonly names: Map<CitizenId, string>
  /** Of who asked to be telephoned. */
  readonly phones: Map<TicketId, string | null>
}

/** Of a hall that fills in the morning, a page need not see each step. */
const gatherMs = 150
const readerPurpose = 'Danh sách chờ tiếp công dân'
const callPurpose = 'Công dân đề nghị gọi điện thoại'

/** Number and line, and how it stands: nothing that was written of its holder, or that tells who it may be. */
const withoutWords = (ticket: Ticket): Ticket => ({
  ...ticket,
  priority: null,
  appointedAt: null,
  note: null,
  returned: ticket.returned && { ...ticket.returned, words: null },
  messages: [],
})

function rowOf(ticket: Ticket, name: string | null, phone: string | null): TicketRow {
  const { visit: _visit, citizenId, appointmentId: _appointment, ...row } = ticket
  return { ...row, name, isNamed: citizenId !== null, phone }
}

const hasOtherThan = (pages: ReadonlySet<string> | undefined, pageId: string | null): boolean =>
  [...(pages ?? [])].some((one) => one !== pageId)

export function createLiveViews(dependencies: LiveViewDependencies): LiveViews {
  const { state: stateOf, today, joinLink, citizens, intakeGroup, now, log } = dependencies
  const waiting = new Set<Waiting>()
  const officers = new Set<Officer>()
  let timer: NodeJS.Timeout | undefined
  let isStale = false
  let isClosed = false

  function pagesByTicket(): ReadonlyMap<TicketId, ReadonlySet<string>> {
    const pages = new Map<TicketId, Set<string>>()
    for (const { reference, pageId } of waiting)
      pages.set(reference.ticketId, (pages.get(reference.ticketId) ?? new Set()).add(pageId))
    return pages
  }

  async function viewOf(
    state: ReceptionDayState,
    lines: Lines,
    ticketId: TicketId,
    isOpenElsewhere: boolean,
  ): Promise<TicketView | null> {
    const ticket = state.queue.tickets[ticketId]
    if (!ticket) return null
    const view = ticketViewOf(state, ticket, lines.standings.get(ticketId))
    return { ...view, serverTime: now(), joinLink: await joinLink(ticket), isOpenElsewhere }
  }

  async function learnNames({ accountId, names }: Officer, tickets: readonly Ticket[]) {
    const unknown = tickets.flatMap((ticket) =>
      ticket.citizenId && !names.has(ticket.citizenId) ? ticket.citizenId : [],
    )
    if (unknown.length === 0) return
    const read = await citizens.read(unknown, { accountId, purpose: readerPurpose })
    for (const [citizenId, { name }] of read) names.set(citizenId, name)
  }

  async function learnPhones(officer: Officer, tickets: readonly Ticket[]): Promise<void> {
    const { accountId, sent, phones } = officer
    for (const ticket of tickets) {
      const { ticketId, citizenId, askedForCallAt } = ticket
      const isNews = askedForCallAt !== null && sent.get(ticketId)?.ticket.askedForCallAt !== askedForCallAt
      if (!isNews || !citizenId) continue
      const read = await citizens.read([citizenId], { accountId, purpose: callPurpose })
      phones.set(ticketId, read.get(citizenId)?.phone ?? null)
    }
  }

  async function dayViewFor(state: ReceptionDayState, lines: Lines, officer: Officer): Promise<DayView> {
    const { desks, queue } = state
    const all = Object.values(queue.tickets)
    const reader = await intakeGroup.readerOf(officer.accountId)
    const isKnown = holdersKnownTo(state, reader)
    const known = all.filter(isKnown)
    await learnNames(officer, known)
    await learnPhones(officer, known)
    const isWhole = officer.sent.size === 0
    const tickets = all.flatMap((ticket): TicketRow[] => {
      const { ticketId, citizenId } = ticket
      const mayKnow = isKnown(ticket)
      const name = (mayKnow && citizenId && officer.names.get(citizenId)) || null
      const before = officer.sent.get(ticketId)
      if (before?.ticket === ticket && before.mayKnow === mayKnow && before.isNamed === (name !== null)) return []
      officer.sent.set(ticketId, { ticket, mayKnow, isNamed: name !== null })
      const phone = (mayKnow && officer.phones.get(ticketId)) || null
      return [rowOf(mayKnow ? ticket : withoutWords(ticket), name, phone)]
    })
    const online = new Set(
      [...waiting].flatMap(({ reference }) => (reference.day === officer.day ? reference.ticketId : [])),
    )
    return {
      isWhole,
      day: officer.day,
      serverTime: now(),
      settings: queue.settings,
      desks: Object.values(desks.desks),
      lines: { ...lines.order } as DayView['lines'],
      expectedMinutes: lines.expectedMinutes,
      tickets,
      online: [...online],
      messages: queue.messages,
    }
  }

  function newOfficer({ account, lookAgain, ended }: WatchingOfficer, send: (view: DayView) => void): Officer {
    const { accountId } = account
    const known = { sent: new Map(), names: new Map(), phones: new Map() }
    return { accountId, lookAgain, ended, send, day: today(), ...known }
  }

  async function push(): Promise<void> {
    const days = new Map<string, { state: ReceptionDayState; lines: Lines }>()
    const read = async (day: string) => {
      const known = days.get(day)
      if (known) return known
      const state = await stateOf(day)
      const found = { state, lines: linesOf(state, now()) }
      days.set(day, found)
      return found
    }
    const pages = pagesByTicket()
    for (const one of waiting) {
      const { day, ticketId } = one.reference
      const { state, lines } = await read(day)
      const view = await viewOf(state, lines, ticketId, hasOtherThan(pages.get(ticketId), one.pageId))
      if (!view || !waiting.has(one)) continue
      const content = JSON.stringify({ ...view, serverTime: 0 })
      if (content === one.last) continue
      one.last = content
      one.send(view)
    }
    const day = today()
    for (const officer of officers) {
      const account = await officer.lookAgain()
      if (!account) {
        officers.delete(officer)
        officer.ended()
        continue
      }
      if (officer.day !== day) {
        officer.day = day
        officer.sent.clear()
      }
      const { state, lines } = await read(day)
      officer.send(await dayViewFor(state, lines, officer))
    }
  }

  /** One push at a time: an older view never comes after a newer one. */
  function soon(): void {
    isStale = true
    if (timer || isClosed) return
    timer = setTimeout(() => {
      isStale = false
      push()
        .catch((error: unknown) => {
          isStale = true
          log.warn({ err: error }, 'waiting pages could not be told; they are in a moment')
        })
        .finally(() => {
          timer = undefined
          if (isStale) soon()
        })
    }, gatherMs)
    timer.unref()
  }

  return {
    async ticketView({ day, ticketId }, pageId) {
      const state = await stateOf(day)
      const pages = pagesByTicket().get(ticketId)
      return viewOf(state, linesOf(state, now()), ticketId, hasOtherThan(pages, pageId))
    },
    async dayView(account) {
      const state = await stateOf(today())
      const lookAgain = async () => account
      const officer = newOfficer({ account, lookAgain, ended: () => undefined }, () => undefined)
      return dayViewFor(state, linesOf(state, now()), officer)
    },
    watchTicket(page, send) {
      const one: Waiting = { ...page, send, last: '' }
      waiting.add(one)
      soon()
      return () => {
        waiting.delete(one)
        soon()
      }
    },
    watchDay(officer, send) {
      const one = newOfficer(officer, send)
      officers.add(one)
      soon()
      return () => officers.delete(one)
    },
    changed: soon,
    close() {
      isClosed = true
      clearTimeout(timer)
    },
  }
}
