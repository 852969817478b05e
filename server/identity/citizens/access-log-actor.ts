// Who is recorded as having accessed the data of a person: the account, also the one behind the link of an officer of a
// visit; without an account, the link.

import type { FastifyRequest } from 'fastify'
import type { AccountId, CitizenId, ParticipantId, Role } from '../../../shared/kernel/ids.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import { readerBehind } from '../../../shared/modules/protection/contract.ts'
import type { ReceptionDayState } from '../../../shared/reception/index.ts'
import type { CitizenReader, Citizens } from './citizens.ts'
import type { WordReads } from './word-reads.ts'

/** Whoever knows the reception days, by their date. */
export interface KnownDays {
  day(date: string): Promise<ReceptionDayState>
}

interface Dependencies {
  readonly appointments: KnownDays
}

/** By an account, or by a link. */
export type AccessRequest = Pick<FastifyRequest, 'account' | 'caller'>

const longestPurpose = 200
const linkOf: Readonly<Partial<Record<Role, string>>> = {
  chair: 'bằng liên kết của người chủ trì',
  secretary: 'bằng liên kết của thư ký',
  citizen: 'bằng liên kết của công dân',
}

/** Throws Unavailable. */
export async function accessLogActorOf(
  dependencies: Dependencies,
  { account, caller }: AccessRequest,
  state: SessionState,
  purpose: string,
): Promise<CitizenReader> {
  const accountId =
    account?.accountId ?? (caller && (await accountBehind(dependencies, state, caller.participantId))) ?? null
  if (accountId || !caller) return { accountId, purpose: purpose.slice(0, longestPurpose) }
  const role = state.admission.participants[caller.participantId]?.role
  const byLink = ` (${(role && linkOf[role]) ?? 'bằng liên kết của người dự'})`
  return { accountId, purpose: `${purpose.slice(0, longestPurpose - byLink.length)}${byLink}` }
}

/** Of who denounces at the visit, of others at them: at all citizens of the session, unless some are named. */
export async function noteLookAtWords(
  { wordReads, citizens }: { readonly wordReads: WordReads; readonly citizens: Citizens },
  { session: { sessionId, isProtected }, identity }: SessionState,
  reader: CitizenReader,
  whose: readonly CitizenId[] = Object.values(identity.citizenIds),
): Promise<void> {
  if (isProtected) await wordReads.note({ sessionId }, reader)
  else await citizens.note(whose, reader)
}

/** Chair and secretary of a visit sign in at its desk; those of another session hold links, and no account is known to be theirs. */
async function accountBehind(
  { appointments }: Dependencies,
  { protection, session: { visitOf } }: SessionState,
  participantId: ParticipantId,
): Promise<AccountId | null> {
  const named = readerBehind(protection, participantId)
  if (named || !visitOf) return named
  const { queue, desks } = await appointments.day(visitOf.day)
  const { visit, deskId } = queue.tickets[visitOf.ticketId] ?? {}
  const desk = deskId ? desks.desks[deskId] : undefined
  if (participantId === visit?.chair.participantId) return desk?.accountId ?? null
  if (participantId === visit?.secretary.participantId) return desk?.noteTakerId ?? null
  return null
}
