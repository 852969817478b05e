// The session of a visit: created for every call, opened when everybody is inside, closed with the visit. The call has
// fixed the ids of the session and its people, so that each step can be repeated after a crash without creating
// anything twice (ADR 0034).

import type { ActorReference } from '../../../shared/kernel/actor.ts'
import type { Wish } from '../../../shared/kernel/aggregate.ts'
import type { AccountId, LinkId, ParticipantId, Role, SessionId } from '../../../shared/kernel/ids.ts'
import { wish } from '../../../shared/kernel/wish.ts'
import { admission } from '../../../shared/modules/admission/contract.ts'
import { identity } from '../../../shared/modules/identity/contract.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import { isNamedReader, protection } from '../../../shared/modules/protection/contract.ts'
import { isWritten, recording } from '../../../shared/modules/recording/contract.ts'
import { isOver, session } from '../../../shared/modules/session/contract.ts'
import { whoMayDenounce } from '../../../shared/projections/queue.ts'
import type { ReceptionDayState } from '../../../shared/reception/index.ts'
import type { Call, ReturnReason, Ticket, Visit } from '../../../shared/reception/queue/contract.ts'
import type { Person } from '../../../shared/wire/engine/socket-events.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import type { Accounts } from '../../identity/accounts/accounts.ts'
import type { Citizens } from '../../identity/citizens/citizens.ts'
import { type Links, linkExpiresAt } from '../../identity/links/links.ts'

export interface VisitDependencies {
  readonly sessions: Sessions
  readonly links: Links
  readonly accounts: Pick<Accounts, 'find'>
  readonly citizens: Pick<Citizens, 'read'>
  readonly now: () => number
  readonly newId: () => string
}

export type VisitRole = 'chair' | 'secretary' | 'citizen'

interface VisitSight {
  readonly isEverybodyInside: boolean
  readonly isChairInside: boolean
  /** Data are on the disk, or staff say that the agency’s own equipment records. */
  readonly isRecorded: boolean
  readonly isOver: boolean
}

export interface Visits {
  /** Done as often as one likes; throws when a part of it could not be done now. */
  make(day: string, state: ReceptionDayState, ticket: Ticket): Promise<void>
  /** null: the session is not made yet, or opens no door any more. */
  linkFor(visit: Visit, role: VisitRole): Promise<string | null>
  /** Who of them is in the room now, and how far it is. null: no session yet. */
  look(visit: Visit): Promise<VisitSight | null>
  /** Asks the server to record; once it does, `look` says so. */
  record(visit: Visit): Promise<void>
  /** Once whoever takes the notes is inside and it is being recorded; before, only that is asked for. */
  open(call: Call): Promise<void>
  end(call: Call, by: ActorReference, outcome: ReturnReason | 'finished' | 'cancelled'): Promise<void>
}

const plannedMinutes = 30

const kindWords = { reception: 'Tiếp công dân', dialogue: 'Đối thoại', denunciation: 'Tiếp người tố cáo' } as const

export const denouncerCalled = (number: string | null): string =>
  number === null ? 'Người tố cáo' : `Người tố cáo số ${number}`

/** As the invitation reads that is taken back, and the minutes. */
const endWords: Readonly<Record<ReturnReason | 'finished' | 'cancelled', string>> = {
  missed: 'Công dân chưa có mặt khi được mời.',
  sentBack: 'Cán bộ đề nghị công dân chờ thêm.',
  handedOver: 'Chuyển sang bàn tiếp khác.',
  deskLost: 'Bàn tiếp mất kết nối; công dân được mời lại.',
  deskClosed: 'Bàn tiếp đóng; công dân được mời lại.',
  finished: 'Lượt tiếp đã kết thúc.',
  cancelled: 'Công dân không chờ nữa.',
}

export function createVisits({ sessions, links, accounts, citizens, now, newId }: VisitDependencies): Visits {
  const underway = new Map<SessionId, Promise<void>>()

  async function must(sessionId: SessionId, by: ActorReference, wish: Wish): Promise<void> {
    const reply = await sessions.dispatch(sessionId, by, { id: newId(), ...wish })
    if (!reply.ok) throw new Error(`${wish.type} was refused: ${reply.rejection.code}`)
  }

  const nameOf = async (accountId: AccountId): Promise<Person> => ({
    name: (await accounts.find(accountId))?.displayName ?? accountId,
    title: null,
  })

  /** Who comes to denounce has no name in the room; nobody looks it up. Nor who may, until their papers are checked there. */
  async function citizenOf(day: ReceptionDayState, ticket: Ticket, accountId: AccountId): Promise<Person> {
    const { kind, isProtected, number, citizenId } = ticket
    if (isProtected) return { name: denouncerCalled(number), title: null }
    const unnamed = { name: `Công dân số ${number}`, title: null }
    if (!citizenId || whoMayDenounce(day)(ticket)) return unnamed
    const read = await citizens.read([citizenId], { accountId, purpose: `${kindWords[kind]}, số ${number}` })
    const found = read.get(citizenId)
    return found ? { name: found.name.slice(0, 120), title: null } : unnamed
  }

  async function make(day: string, state: ReceptionDayState, ticket: Ticket): Promise<void> {
    const { desks } = state.desks
    const { visit, deskId } = ticket
    const desk = deskId && desks[deskId]
    if (!visit || !desk) return
    const { sessionId } = visit
    const by: ActorReference = { kind: 'account', accountId: desk.accountId }
    const before = await sessions.state(sessionId)
    if (!before)
      await must(
        sessionId,
        by,
        wish(session, 'schedule', {
          sessionId,
          title: `${ticket.isProtected ? kindWords.denunciation : kindWords[ticket.kind]}, số ${ticket.number}`,
          kind: 'reception',
          scheduledAt: now(),
          plannedMinutes,
          place: desk.label,
          advisingUnit: desk.unit,
          visitOf: { day, ticketId: ticket.ticketId },
          isProtected: ticket.isProtected,
          seriesId: null,
          recording: null,
          recordsPictures: true,
          speaksByTurns: false,
          secrecy: 'open',
        }),
      )
    const reads = async (accountId: AccountId, { participantId }: Visit['chair']) => {
      if (before && isNamedReader(before.protection, accountId)) return
      await must(sessionId, by, wish(protection, 'nameReader', { accountId, participantId }))
    }
    if (ticket.isProtected) {
      await reads(desk.accountId, visit.chair)
      await reads(desk.noteTakerId, visit.secretary)
    }
    const invite = async (invited: Visit['chair'], role: Role, who: () => Promise<Person>) => {
      if (before?.admission.participants[invited.participantId]) return
      const [registered] = await sessions.registerPeople(sessionId, [await who()])
      if (!registered?.ok) throw new Error('a person of a visit was not registered')
      // Nobody waits a second time: the call has let them in.
      const data = { ...invited, personId: registered.personId, role, siteId: null, waits: false }
      await must(sessionId, by, wish(admission, 'invite', data))
    }
    await invite(visit.chair, 'chair', () => nameOf(desk.accountId))
    await invite(visit.secretary, 'secretary', () => nameOf(desk.noteTakerId))
    await invite(visit.citizen, 'citizen', () => citizenOf(state, ticket, desk.accountId))
    const { participantId } = visit.citizen
    const { citizenId } = ticket
    if (citizenId && !before?.identity.citizenIds[participantId])
      await must(sessionId, by, wish(identity, 'introduce', { participantId, citizenId }))
  }

  async function record(sessionId: SessionId, { recording: { status } }: SessionState): Promise<void> {
    if (status === 'off' || status === 'announced')
      await must(sessionId, { kind: 'system' }, wish(recording, 'request', {}))
  }

  const isInside = (state: SessionState, participantId: ParticipantId): boolean =>
    state.admission.participants[participantId]?.status === 'present'

  return {
    make(day, state, ticket) {
      if (!ticket.visit) return Promise.resolve()
      const { sessionId } = ticket.visit
      const made = underway.get(sessionId) ?? make(day, state, ticket).finally(() => underway.delete(sessionId))
      underway.set(sessionId, made)
      return made
    },

    async linkFor(visit, role) {
      const { sessionId } = visit
      const state = await sessions.state(sessionId)
      const invited = visit[role]
      const participant = state?.admission.participants[invited.participantId]
      if (!state || !participant?.linkId || isOver(state.session.status)) return null
      const caller: { sessionId: SessionId; participantId: ParticipantId; linkId: LinkId } = {
        sessionId,
        participantId: participant.participantId,
        linkId: participant.linkId,
      }
      return links.address(caller, linkExpiresAt(state.session, now()))
    },

    async look(visit) {
      const state = await sessions.state(visit.sessionId)
      if (!state) return null
      const isChairInside = isInside(state, visit.chair.participantId)
      return {
        isChairInside,
        isEverybodyInside: [visit.chair, visit.secretary, visit.citizen].every((one) =>
          isInside(state, one.participantId),
        ),
        isRecorded: isWritten(state.recording),
        isOver: isOver(state.session.status),
      }
    },

    async record({ sessionId }) {
      const state = await sessions.state(sessionId)
      if (state) await record(sessionId, state)
    },

    async open({ accountId, visit: { sessionId, secretary } }) {
      const state = await sessions.state(sessionId)
      if (state?.session.status !== 'scheduled' || !isInside(state, secretary.participantId)) return
      if (!isWritten(state.recording)) await record(sessionId, state)
      else await must(sessionId, { kind: 'account', accountId }, wish(session, 'open', {}))
    },

    async end({ visit: { sessionId } }, by, outcome) {
      const state = await sessions.state(sessionId)
      if (!state || isOver(state.session.status)) return
      await must(
        sessionId,
        by,
        state.session.status === 'scheduled'
          ? wish(session, 'cancel', { reason: endWords[outcome] })
          : wish(session, 'close', {}),
      )
    },
  }
}
