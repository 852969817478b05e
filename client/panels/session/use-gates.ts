import { useMemo } from 'react'
import { type GateState, gatesOf, readiness } from '../../../shared/modules/readiness/contract.ts'
import { useSession } from '../../session/store.ts'

export function useGates(): readonly GateState[] {
  const state = useSession((session) => session.state?.readiness ?? readiness.initial)
  const sites = useSession((session) => session.state?.sites.sites)
  return useMemo(
    () =>
      gatesOf(
        state,
        (sites ?? []).map(({ siteId }) => siteId),
      ),
    [state, sites],
  )
}
