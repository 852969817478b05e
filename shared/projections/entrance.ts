// Decides from the session's state who may connect and which connections must end. Called by the server’s loaded session,
// which knows no module; its reports are translated to commands here.
import type { Actor, ActorReference, Viewer } from '../kernel/actor.ts'
import type { Wish } from '../kernel/aggregate.ts'
import type { ConnectionId, LinkId, Ms, ParticipantId } from '../kernel/ids.ts'
import { admission, standingOf, viewerOf } from '../modules/admission/contract.ts'
import type { SessionState } from '../modules/index.ts'
import { session } from '../modules/session/contract.ts'
import { type Farewell, farewellFor } from '../wire/engine/farewells.ts'

export function doorAnswer(state: SessionState, participantId: ParticipantId, linkId: LinkId): 'welcome' | Farewell {
  const participant = state.admission.participants[participantId]
  if (!participant) return farewellFor('link-invalid')
  const { status, reason } = participant
  if (participant.linkId !== linkId) return farewellFor('link-revoked')
  if (status === 'refused' || status === 'removed') return { reason: status, explanation: reason }
  const { cancelledReason } = state.session
  if (cancelledReason !== null) return { reason: 'cancelled', explanation: cancelledReason }
  return state.session.status === 'sealed' ? farewellFor('over') : 'welcome'
}

/** How a live connection stands: what it may see, or why it must go. */
export function connectionStanding(
  state: SessionState,
  connection: { participantId: ParticipantId; connectionId: ConnectionId; linkId: LinkId },
): { viewer: Viewer } | { farewell: Farewell } {
  const answer = doorAnswer(state, connection.participantId, connection.linkId)
  if (answer !== 'welcome') return { farewell: answer }
  const participant = state.admission.participants[connection.participantId]
  if (participant?.connectionId && participant.connectionId !== connection.connectionId)
    return { farewell: farewellFor('superseded') }
  const viewer = participant && viewerOf(participant)
  return viewer ? { viewer } : { farewell: farewellFor('left') }
}

export function resolveActor(state: SessionState, reference: ActorReference): Actor | null {
  if (reference.kind !== 'participant') return reference
  const participant = state.admission.participants[reference.participantId]
  if (!participant) return null
  const { participantId, role, siteId } = participant
  return { kind: 'participant', participantId, role, siteId, standing: standingOf(participant) }
}

export const connected = (participantId: ParticipantId, connectionId: ConnectionId): Wish => ({
  type: `${admission.name}.connect`,
  data: { participantId, connectionId },
})

export const disconnected = (
  participantId: ParticipantId,
  connectionId: ConnectionId,
  lostAt: Ms,
  cause: 'closed' | 'timeout' | 'serverRestarted',
): Wish => ({
  type: `${admission.name}.disconnect`,
  data: { participantId, connectionId, lostAt, cause },
})

/** Whether it is by this connection that they are in, as far as is written. */
export const holdsConnection = (
  state: SessionState,
  participantId: ParticipantId,
  connectionId: ConnectionId,
): boolean => state.admission.participants[participantId]?.connectionId === connectionId

/** Of a session that goes on; null: there is nothing to suspend. */
export const suspension = ({ session: { status } }: SessionState, reason: string): Wish | null =>
  status === 'open' ? { type: `${session.name}.suspend`, data: { reason } } : null

/** Connections that the state holds for live; after a restart none of them is. */
export const heldConnections = (state: SessionState): { participantId: ParticipantId; connectionId: ConnectionId }[] =>
  Object.values(state.admission.participants).flatMap(({ participantId, connectionId }) =>
    connectionId === null ? [] : [{ participantId, connectionId }],
  )

/** The people a viewer may know by name: everybody for those present, oneself for those waiting. */
export function knownPeople(state: SessionState, viewer: Viewer): 'all' | readonly string[] {
  if (viewer.standing === 'present') return 'all'
  const personId = state.admission.participants[viewer.participantId]?.personId
  return personId ? [personId] : []
}
