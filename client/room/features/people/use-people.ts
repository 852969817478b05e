import { useMemo } from 'react'
import type { Participant } from '../../../../shared/modules/admission/contract.ts'
import type { Site } from '../../../../shared/modules/sites/contract.ts'
import { usePermission } from '../../../live/session/permissions.ts'
import { useSession } from '../../../live/session/store.ts'
import { type RosterEntry, waitingEntries } from './roster.ts'

const nobody: Readonly<Record<string, Participant>> = {}
const nowhere: readonly Site[] = []

export const useParticipants = () => useSession(({ state }) => state?.admission.participants ?? nobody)

export const useSites = () => useSession(({ state }) => state?.sites.sites ?? nowhere)

/** Those whom this person may let in: nobody, for all but staff. */
export function useWaiting(): readonly RosterEntry[] {
  const participants = useParticipants()
  const people = useSession((session) => session.people)
  const mayAdmit = usePermission('admission.admit')
  return useMemo(() => (mayAdmit ? waitingEntries({ participants, people }) : []), [participants, people, mayAdmit])
}
