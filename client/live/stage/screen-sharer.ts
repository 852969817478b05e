// Whose screen takes the main place on this page.
import type { ParticipantId } from '../../../shared/kernel/ids.ts'
import { consultationOf } from '../../../shared/modules/consultation/contract.ts'
import type { SessionSnapshot } from '../session/store.ts'

/**
 * null: nobody’s. One’s own screen is not shown to oneself: it would show itself in itself. Who is in consultation sees
 * none, and of one whose connection is lost there is none to see.
 */
export function screenSharer({ state, me }: SessionSnapshot): ParticipantId | null {
  const holder = state?.sharing.holder
  if (!state || !holder || holder.startedAt === null || holder.participantId === me?.participantId) return null
  if (me && consultationOf(state.consultation, me.participantId)) return null
  const { participantId } = holder
  return state.admission.participants[participantId]?.status === 'present' ? participantId : null
}
