// The citizens of a reception, for its panels.
import { useShallow } from 'zustand/react/shallow'
import type { ParticipantId } from '../../../shared/kernel/ids.ts'
import { isExpected, type Participant } from '../../../shared/modules/admission/contract.ts'
import { type SessionSnapshot, useSession } from './store.ts'

const citizensWho =
  (isMeant: (participant: Participant) => boolean) =>
  ({ state }: SessionSnapshot): ParticipantId[] =>
    Object.values(state?.admission.participants ?? {})
      .filter((participant) => participant.role === 'citizen' && isMeant(participant))
      .map(({ participantId }) => participantId)

const inTheRoom = citizensWho(({ status, isAdmitted }) => isAdmitted && (status === 'present' || status === 'lost'))
const expected = citizensWho(({ status }) => isExpected(status))

export const useCitizens = (): readonly ParticipantId[] => useSession(useShallow(inTheRoom))

/** Also those who have not come in yet. */
export const useInvitedCitizens = (): readonly ParticipantId[] => useSession(useShallow(expected))
