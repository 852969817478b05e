// Protects a visit that turns out to be a denunciation: participants who could hear too much are sent out, the officers
// become its readers, the denouncer becomes a number; last, the journal records it. Repeated after a crash, it
// continues where it stopped (ADR 0047).

import type { ActorReference } from '../../../shared/kernel/actor.ts'
import type { Wish } from '../../../shared/kernel/aggregate.ts'
import { type AccountId, CitizenId, type ParticipantId, type SessionId } from '../../../shared/kernel/ids.ts'
import { wish } from '../../../shared/kernel/wish.ts'
import { admission, type Participant } from '../../../shared/modules/admission/contract.ts'
import { identity } from '../../../shared/modules/identity/contract.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import { outsidersIn, protection } from '../../../shared/modules/protection/contract.ts'
import { isOver, session } from '../../../shared/modules/session/contract.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import type { Citizens } from '../../identity/citizens/citizens.ts'
import { notFound, rejected } from '../../platform/http/errors.ts'
import type { Reception } from '../../reception/day/reception.ts'
import { denouncerCalled } from '../../reception/day/visit-session.ts'

interface Dependencies {
  readonly sessions: Sessions
  readonly citizens: Citizens
  readonly reception: Reception
  readonly newId: () => string
}

interface Reader {
  readonly accountId: AccountId
  readonly participantId: ParticipantId | null
}

const reasons = {
  protected: 'Buổi tiếp được chuyển sang chế độ bảo vệ người tố cáo.',
  takenBack: 'Người tố cáo không còn đồng ý để người khác cùng dự.',
}

export function createProtecting({ sessions, citizens, reception, newId }: Dependencies) {
  async function must(sessionId: SessionId, by: ActorReference, wanted: Wish): Promise<void> {
    const reply = await sessions.dispatch(sessionId, by, { id: newId(), ...wanted })
    if (!reply.ok) throw rejected(reply.rejection)
  }

  async function existing(sessionId: SessionId): Promise<SessionState> {
    const state = await sessions.state(sessionId)
    if (!state) throw notFound('session')
    return state
  }

  /** Before anything is said: in between they would be there without a right to. */
  async function sendOut(sessionId: SessionId, by: ActorReference, reason: string): Promise<void> {
    const state = await existing(sessionId)
    for (const { participantId } of outsidersIn(state.admission, state.sites))
      await must(sessionId, by, wish(admission, 'remove', { participantId, reason }))
  }

  /** Of a visit of the queue its officer and note-taker; else whoever has booked it. */
  async function readersOf({ session: { sessionId, visitOf } }: SessionState) {
    const found = visitOf && (await reception.protect(visitOf, sessionId))
    if (found) return found
    const [booking] = await sessions.journal(sessionId)
    const readers: Reader[] =
      booking?.actor.kind === 'account' ? [{ accountId: booking.actor.accountId, participantId: null }] : []
    return { number: null, readers }
  }

  /** The name goes where names of denouncers are, before it goes from everywhere else. */
  async function keepName(state: SessionState, citizen: Participant, name: string, accountId: AccountId) {
    const { participantId } = citizen
    if (state.identity.citizenIds[participantId] || /^(Công dân|Người tố cáo)( số|$)/u.test(name)) return
    const entry = { name, address: null, phone: null, email: null, identity: null }
    const citizenId = CitizenId.parse(await citizens.register(entry))
    const introduce = wish(identity, 'introduce', { participantId, citizenId })
    await must(state.session.sessionId, { kind: 'account', accountId }, introduce)
  }

  return {
    /** Throws HttpError; then everybody is called as before. */
    async protectVisit(sessionId: SessionId, by: ActorReference): Promise<void> {
      const state = await existing(sessionId)
      if (state.session.isProtected) return
      if (isOver(state.session.status)) throw rejected({ code: 'session.over', params: {} })
      if (state.session.kind !== 'reception') throw rejected({ code: 'protection.not-reception', params: {} })
      await sendOut(sessionId, by, reasons.protected)
      const { number, readers } = await readersOf(state)
      const [first] = readers
      if (!first) throw rejected({ code: 'protection.no-reader', params: {} })
      for (const reader of readers)
        await must(sessionId, { kind: 'account', accountId: first.accountId }, wish(protection, 'nameReader', reader))
      const people = await sessions.people(sessionId)
      const named = Object.values(state.admission.participants).flatMap((citizen) => {
        const name = people[citizen.personId]?.name
        return citizen.role === 'citizen' && name !== undefined ? [{ citizen, name }] : []
      })
      for (const { citizen, name } of named) await keepName(state, citizen, name, first.accountId)
      for (const [index, { citizen }] of named.entries()) {
        const called = denouncerCalled(number)
        await sessions.rename(sessionId, citizen.personId, index === 0 ? called : `${called} (${index + 1})`)
      }
      const reply = await sessions.dispatch(sessionId, by, { id: newId(), ...wish(session, 'protect', {}) })
      if (reply.ok) return
      if (reply.rejection.code !== 'unavailable')
        for (const { citizen, name } of named) await sessions.rename(sessionId, citizen.personId, name)
      throw rejected(reply.rejection)
    },

    async takeBackWaiver(sessionId: SessionId, by: ActorReference, reason: string): Promise<void> {
      const { session: visit, protection: before } = await existing(sessionId)
      if (visit.isProtected && before.waiver) await sendOut(sessionId, by, reasons.takenBack)
      await must(sessionId, by, wish(protection, 'takeBack', { reason }))
    },
  }
}
