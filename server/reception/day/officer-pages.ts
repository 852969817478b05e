// The pages of officers with the whole queue of a day: each has what changed since what it was sent. A name or a telephone
// number is read once for each page, and that it was is written down.

import type { AccountId, CitizenId, TicketId } from '../../../shared/kernel/ids.ts'
import { holdersKnownTo } from '../../../shared/projections/waiting-order.ts'
import type { Ticket } from '../../../shared/reception/queue/contract.ts'
import type { Account } from '../../../shared/wire/identity/account.ts'
import type { DayView, TicketRow } from '../../../shared/wire/reception/reception.ts'
import type { IntakeGroup } from '../../casework/intake-group/intake-group.ts'
import type { WatchingOfficer } from '../../engine/signal/reception-pages.ts'
import type { Citizens } from '../../identity/citizens/citizens.ts'
import type { SeenDay, WaitingPages } from './waiting-pages.ts'

interface Dependencies {
  readonly citizens: Pick<Citizens, 'read'>
  readonly intakeGroup: Pick<IntakeGroup, 'readerOf'>
  readonly waitingPages: Pick<WaitingPages, 'online'>
  readonly today: () => string
  readonly now: () => number
}

export interface OfficerPages {
  /** Ends with the function returned. */
  watch(officer: WatchingOfficer, send: (view: DayView) => void): () => void
  /** All of today, for one look. */
  view(today: SeenDay, account: Account): Promise<DayView>
  /** To each page; one whose account may look no more is ended. */
  push(read: (day: string) => Promise<SeenDay>): Promise<void>
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

const readerPurpose = 'Danh sách chờ tiếp công dân'
const callPurpose = 'Công dân đề nghị gọi điện thoại'

export function createOfficerPages(dependencies: Dependencies): OfficerPages {
  const { today } = dependencies
  const officers = new Set<Officer>()

  function newOfficer({ account, lookAgain, ended }: WatchingOfficer, send: (view: DayView) => void): Officer {
    const { accountId } = account
    const known = { sent: new Map(), names: new Map(), phones: new Map() }
    return { accountId, lookAgain, ended, send, day: today(), ...known }
  }

  return {
    watch(officer, send) {
      const one = newOfficer(officer, send)
      officers.add(one)
      return () => void officers.delete(one)
    },

    view(day, account) {
      const lookAgain = async () => account
      const officer = newOfficer({ account, lookAgain, ended: () => undefined }, () => undefined)
      return dayViewFor(dependencies, day, officer)
    },

    async push(read) {
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
        officer.send(await dayViewFor(dependencies, await read(day), officer))
      }
    },
  }
}

async function dayViewFor(dependencies: Dependencies, { state, lines }: SeenDay, officer: Officer): Promise<DayView> {
  const { intakeGroup, waitingPages, now } = dependencies
  const { desks, queue } = state
  const all = Object.values(queue.tickets)
  const reader = await intakeGroup.readerOf(officer.accountId)
  const isKnown = holdersKnownTo(state, reader)
  const known = all.filter(isKnown)
  await learnNames(dependencies, officer, known)
  await learnPhones(dependencies, officer, known)
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
  return {
    isWhole,
    day: officer.day,
    serverTime: now(),
    settings: queue.settings,
    desks: Object.values(desks.desks),
    lines: { ...lines.order } as DayView['lines'],
    expectedMinutes: lines.expectedMinutes,
    tickets,
    online: waitingPages.online(officer.day),
    messages: queue.messages,
  }
}

async function learnNames(
  { citizens }: Dependencies,
  { accountId, names }: Officer,
  tickets: readonly Ticket[],
): Promise<void> {
  const unknown = tickets.flatMap((ticket) =>
    ticket.citizenId && !names.has(ticket.citizenId) ? ticket.citizenId : [],
  )
  if (unknown.length === 0) return
  const read = await citizens.read(unknown, { accountId, purpose: readerPurpose })
  for (const [citizenId, { name }] of read) names.set(citizenId, name)
}

async function learnPhones({ citizens }: Dependencies, officer: Officer, tickets: readonly Ticket[]): Promise<void> {
  const { accountId, sent, phones } = officer
  for (const ticket of tickets) {
    const { ticketId, citizenId, askedForCallAt } = ticket
    const isNews = askedForCallAt !== null && sent.get(ticketId)?.ticket.askedForCallAt !== askedForCallAt
    if (!isNews || !citizenId) continue
    const read = await citizens.read([citizenId], { accountId, purpose: callPurpose })
    phones.set(ticketId, read.get(citizenId)?.phone ?? null)
  }
}

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
