// Who has a part in the visit of a ticket: the link of an officer of its desk, and who may read it once it is protected.

import type { AccountId, ParticipantId, SessionId, TicketId } from '../../../shared/kernel/ids.ts'
import { wish } from '../../../shared/kernel/wish.ts'
import type { ReceptionDayState } from '../../../shared/reception/index.ts'
import { queue as queueModule } from '../../../shared/reception/queue/contract.ts'
import type { Account } from '../../../shared/wire/identity/account.ts'
import type { Aggregates } from '../../engine/aggregates/aggregates.ts'
import { readerOf } from '../../identity/accounts/reader.ts'
import type { TicketReference } from '../../platform/http/route-access.ts'
import type { Visits } from './visits.ts'

interface Dependencies {
  readonly days: Aggregates<ReceptionDayState>
  readonly visits: Visits
}

export interface ProtectedVisit {
  readonly number: string
  readonly readers: readonly { readonly accountId: AccountId; readonly participantId: ParticipantId }[]
}

/** null: the account has no part in it, or the room is not ready. Throws Unavailable when the journal cannot be reached. */
export async function visitLinkOf(
  { days, visits }: Dependencies,
  { day, ticketId }: TicketReference,
  account: Account,
): Promise<string | null> {
  const { accountId } = account
  const state = await days.state(day)
  const ticket = state.queue.tickets[ticketId]
  const desk = ticket?.deskId && state.desks.desks[ticket.deskId]
  if (!ticket?.visit || !desk) return null
  if (ticket.isProtected && readerOf(account) === null) return null
  const { visit } = ticket
  await visits.make(day, state, ticket)
  if (desk.accountId === accountId) return visits.linkFor(visit, 'chair')
  return desk.noteTakerId === accountId ? visits.linkFor(visit, 'secretary') : null
}

/** Who received its citizen, and who takes the notes; null: no such visit. Throws Unavailable when the journal cannot be reached. */
export async function protectVisit(
  { days }: Pick<Dependencies, 'days'>,
  { day, ticketId }: { day: string; ticketId: TicketId },
  sessionId: SessionId,
): Promise<ProtectedVisit | null> {
  const reply = await days.dispatch(day, { kind: 'system' }, wish(queueModule, 'protect', { ticketId }))
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
}
