// The session of a visit: created for every call (visit-session.ts), opened when everybody is inside, closed with the
// visit. The call has fixed the ids of the session and its people, so that each step can be repeated after a crash without
// creating anything twice (ADR 0034).

import type { ActorReference } from '../../../shared/kernel/actor.ts'
import type { LinkId, ParticipantId, SessionId } from '../../../shared/kernel/ids.ts'
import { wish } from '../../../shared/kernel/wish.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import { isWritten, recording } from '../../../shared/modules/recording/contract.ts'
import { isOver, session } from '../../../shared/modules/session/contract.ts'
import type { ReceptionDayState } from '../../../shared/reception/index.ts'
import type { Call, ReturnReason, Ticket, Visit } from '../../../shared/reception/queue/contract.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import type { Accounts } from '../../identity/accounts/accounts.ts'
import type { Citizens } from '../../identity/citizens/citizens.ts'
import { type Links, linkExpiresAt } from '../../identity/links/links.ts'
import { makeVisitSession, must } from './visit-session.ts'

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

const isInside = (state: SessionState, participantId: ParticipantId): boolean =>
  state.admission.participants[participantId]?.status === 'present'

export function createVisits(dependencies: VisitDependencies): Visits {
  const { sessions, links, now } = dependencies
  const underway = new Map<SessionId, Promise<void>>()

  async function record(sessionId: SessionId, { recording: { status } }: SessionState): Promise<void> {
    if (status === 'off' || status === 'announced')
      await must(dependencies, sessionId, { kind: 'system' }, wish(recording, 'request', {}))
  }

  return {
    make(day, state, ticket) {
      if (!ticket.visit) return Promise.resolve()
      const { sessionId } = ticket.visit
      const made =
        underway.get(sessionId) ??
        makeVisitSession(dependencies, day, state, ticket).finally(() => underway.delete(sessionId))
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
      else await must(dependencies, sessionId, { kind: 'account', accountId }, wish(session, 'open', {}))
    },

    async end({ visit: { sessionId } }, by, outcome) {
      const state = await sessions.state(sessionId)
      if (!state || isOver(state.session.status)) return
      await must(
        dependencies,
        sessionId,
        by,
        state.session.status === 'scheduled'
          ? wish(session, 'cancel', { reason: endWords[outcome] })
          : wish(session, 'close', {}),
      )
    },
  }
}
