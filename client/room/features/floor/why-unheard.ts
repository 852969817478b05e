// Why the server lets nobody hear this person though their microphone is on: they wait for the floor, or staff have silenced them.
import type { ParticipantId } from '../../../../shared/kernel/ids.ts'
import type { SessionState } from '../../../../shared/modules/index.ts'
import { mediaPlan } from '../../../../shared/projections/media-plan.ts'

/** turn: it is somebody else's; channel: an observer, heard while interpreting alone. */
export type Unheard = 'turn' | 'silenced' | 'locked' | 'break' | 'channel'

/** null: they are heard. From the same plan as the server's. */
export function whyUnheard(state: SessionState, participantId: ParticipantId): Unheard | null {
  const { floor, session, admission } = state
  if (mediaPlan(state).get(participantId)?.mayBeHeard) return null
  if (floor.isByTurns) return 'turn'
  if (floor.silenced.includes(participantId)) return 'silenced'
  if (admission.participants[participantId]?.role === 'observer') return 'channel'
  return session.status === 'suspended' ? 'break' : 'locked'
}
