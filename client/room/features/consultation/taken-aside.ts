import type { ParticipantId } from '../../../../shared/kernel/ids.ts'
import { type Consultation, consultationOf } from '../../../../shared/modules/consultation/contract.ts'
import type { SessionSnapshot } from '../../../live/session/store.ts'

export const goingOn = ({ state }: SessionSnapshot): Consultation[] =>
  (state?.consultation.consultations ?? []).filter(({ endedAt }) => endedAt === null)

/** Those in the room who are not aside already. Observers take no part. */
export function canBeTakenAside({ state }: SessionSnapshot): ParticipantId[] {
  if (!state) return []
  return Object.values(state.admission.participants)
    .filter(({ status, role }) => status === 'present' && role !== 'observer')
    .map(({ participantId }) => participantId)
    .filter((participantId) => !consultationOf(state.consultation, participantId))
}
