// What the media plane must make true, derived from the session's state and from nothing else.
import type { ConnectionId, ParticipantId } from '../kernel/ids.ts'
import { standingOf } from '../modules/admission/contract.ts'
import type { SessionState } from '../modules/index.ts'
import { isOver } from '../modules/session/contract.ts'

export interface PeerPlan {
  readonly connectionId: ConnectionId
  /** May have an audio and a video producer at all. */
  readonly mayProduce: boolean
  /** The audio producer runs; otherwise it is paused on the server, whatever the browser does. */
  readonly mayBeHeard: boolean
}

/** A participant who is not in the plan has no transport. */
export type MediaPlan = ReadonlyMap<ParticipantId, PeerPlan>

export function mediaPlan(state: SessionState): MediaPlan {
  const { status } = state.session
  const plan = new Map<ParticipantId, PeerPlan>()
  if (isOver(status)) return plan
  for (const participant of Object.values(state.admission.participants)) {
    const { participantId, connectionId, role } = participant
    if (connectionId === null || standingOf(participant) !== 'present') continue
    const mayAlwaysSpeak = role === 'chair' || (role === 'secretary' && !state.floor.isLocked)
    plan.set(participantId, {
      connectionId,
      mayProduce: role !== 'observer',
      mayBeHeard: mayAlwaysSpeak || state.floor.holder?.participantId === participantId,
    })
  }
  return plan
}

export function samePlan(one: MediaPlan, other: MediaPlan): boolean {
  if (one.size !== other.size) return false
  for (const [participantId, peer] of one) {
    const match = other.get(participantId)
    const isSame =
      match?.connectionId === peer.connectionId &&
      match.mayProduce === peer.mayProduce &&
      match.mayBeHeard === peer.mayBeHeard
    if (!isSame) return false
  }
  return true
}
