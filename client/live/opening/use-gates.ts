import { useMemo } from 'react'
import { type GateState, gatesOf, readiness } from '../../../shared/modules/readiness/contract.ts'
import { useSession } from '../session/store.ts'

export function useGates(): readonly GateState[] {
  const scheduledAt = useSession((session) => session.state?.session.scheduledAt ?? 0)
  const state = useSession((session) => session.state?.readiness ?? readiness.initial)
  const sites = useSession((session) => session.state?.sites.sites)
  return useMemo(
    () =>
      gatesOf(
        state,
        { scheduledAt },
        (sites ?? []).map(({ siteId }) => siteId),
      ),
    [state, scheduledAt, sites],
  )
}
