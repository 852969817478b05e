// Makes the session of a visit: scheduled, its readers named when the holder of the ticket denounces, its three people
// invited. Each step is left out where it was done before.

import type { ActorReference } from '../../../shared/kernel/actor.ts'
import type { Wish } from '../../../shared/kernel/aggregate.ts'
import type { AccountId, Role, SessionId } from '../../../shared/kernel/ids.ts'
import { wish } from '../../../shared/kernel/wish.ts'
import { admission } from '../../../shared/modules/admission/contract.ts'
import { identity } from '../../../shared/modules/identity/contract.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import { isNamedReader, protection } from '../../../shared/modules/protection/contract.ts'
import { session } from '../../../shared/modules/session/contract.ts'
import { whoMayDenounce } from '../../../shared/projections/waiting-order.ts'
import type { Desk } from '../../../shared/reception/desks/contract.ts'
import type { ReceptionDayState } from '../../../shared/reception/index.ts'
import type { Ticket, Visit } from '../../../shared/reception/queue/contract.ts'
import type { Person } from '../../../shared/wire/engine/socket-events.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import type { Accounts } from '../../identity/accounts/accounts.ts'
import type { Citizens } from '../../identity/citizens/citizens.ts'

interface Dependencies {
  readonly sessions: Sessions
  readonly accounts: Pick<Accounts, 'find'>
  readonly citizens: Pick<Citizens, 'read'>
  readonly now: () => number
  readonly newId: () => string
}

const plannedMinutes = 30

const kindWords = { reception: 'Tiếp công dân', dialogue: 'Đối thoại', denunciation: 'Tiếp người tố cáo' } as const

export const denouncerCalled = (number: string | null): string =>
  number === null ? 'Người tố cáo' : `Người tố cáo số ${number}`

/** A step of a visit. Throws when it is refused. */
export async function must(
  { sessions, newId }: Pick<Dependencies, 'sessions' | 'newId'>,
  sessionId: SessionId,
  by: ActorReference,
  wish: Wish,
): Promise<void> {
  const reply = await sessions.dispatch(sessionId, by, { id: newId(), ...wish })
  if (!reply.ok) throw new Error(`${wish.type} was refused: ${reply.rejection.code}`)
}

/** Done as often as one likes; throws when a part of it could not be done now. */
export async function makeVisitSession(
  dependencies: Dependencies,
  day: string,
  state: ReceptionDayState,
  ticket: Ticket,
): Promise<void> {
  const { sessions, accounts } = dependencies
  const { visit, deskId } = ticket
  const desk = deskId && state.desks.desks[deskId]
  if (!visit || !desk) return
  const { sessionId } = visit
  const by: ActorReference = { kind: 'account', accountId: desk.accountId }
  const before = await sessions.state(sessionId)
  if (!before)
    await must(
      dependencies,
      sessionId,
      by,
      wish(session, 'schedule', scheduled(dependencies, day, desk, ticket, visit)),
    )
  const reads = async (accountId: AccountId, { participantId }: Visit['chair']) => {
    if (before && isNamedReader(before.protection, accountId)) return
    await must(dependencies, sessionId, by, wish(protection, 'nameReader', { accountId, participantId }))
  }
  if (ticket.isProtected) {
    await reads(desk.accountId, visit.chair)
    await reads(desk.noteTakerId, visit.secretary)
  }
  const invite = inviter(dependencies, sessionId, by, before)
  const nameOf = async (accountId: AccountId): Promise<Person> => ({
    name: (await accounts.find(accountId))?.displayName ?? accountId,
    title: null,
  })
  await invite(visit.chair, 'chair', () => nameOf(desk.accountId))
  await invite(visit.secretary, 'secretary', () => nameOf(desk.noteTakerId))
  await invite(visit.citizen, 'citizen', () => citizenOf(dependencies, state, ticket, desk.accountId))
  const { participantId } = visit.citizen
  const { citizenId } = ticket
  if (citizenId && !before?.identity.citizenIds[participantId])
    await must(dependencies, sessionId, by, wish(identity, 'introduce', { participantId, citizenId }))
}

const scheduled = (
  { now }: Dependencies,
  day: string,
  desk: Desk,
  { ticketId, kind, number, isProtected }: Ticket,
  { sessionId }: Visit,
) =>
  ({
    sessionId,
    title: `${isProtected ? kindWords.denunciation : kindWords[kind]}, số ${number}`,
    kind: 'reception',
    scheduledAt: now(),
    plannedMinutes,
    place: desk.label,
    advisingUnit: desk.unit,
    visitOf: { day, ticketId },
    isProtected,
    seriesId: null,
    recording: null,
    recordsPictures: true,
    speaksByTurns: false,
    secrecy: 'open',
  }) as const

const inviter =
  (dependencies: Dependencies, sessionId: SessionId, by: ActorReference, before: SessionState | null) =>
  async (invited: Visit['chair'], role: Role, who: () => Promise<Person>): Promise<void> => {
    if (before?.admission.participants[invited.participantId]) return
    const [registered] = await dependencies.sessions.registerPeople(sessionId, [await who()])
    if (!registered?.ok) throw new Error('a person of a visit was not registered')
    // Nobody waits a second time: the call has let them in.
    const data = { ...invited, personId: registered.personId, role, siteId: null, waits: false }
    await must(dependencies, sessionId, by, wish(admission, 'invite', data))
  }

/** Who comes to denounce has no name in the room; nobody looks it up. Nor who may, until their papers are checked there. */
async function citizenOf(
  { citizens }: Dependencies,
  day: ReceptionDayState,
  ticket: Ticket,
  accountId: AccountId,
): Promise<Person> {
  const { kind, isProtected, number, citizenId } = ticket
  if (isProtected) return { name: denouncerCalled(number), title: null }
  const unnamed = { name: `Công dân số ${number}`, title: null }
  if (!citizenId || whoMayDenounce(day)(ticket)) return unnamed
  const read = await citizens.read([citizenId], { accountId, purpose: `${kindWords[kind]}, số ${number}` })
  const found = read.get(citizenId)
  return found ? { name: found.name.slice(0, 120), title: null } : unnamed
}
