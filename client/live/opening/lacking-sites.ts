import type { Ms, SiteId } from '../../../shared/kernel/ids.ts'
import type { Gate } from '../../../shared/modules/readiness/contract.ts'

interface Named {
  readonly siteId: SiteId
}

interface Evidence {
  readonly tests: readonly { readonly siteId: SiteId; readonly hasPassed: boolean }[]
  readonly connections: readonly { readonly siteId: SiteId }[]
}

/** The sites of which the evidence of a gate is missing. */
export function lackingSites<Site extends Named>(
  { gate, passedAt }: { readonly gate: Gate; readonly passedAt: Ms | null },
  { tests, connections }: Evidence,
  sites: readonly Site[],
): Site[] {
  // Noted of everybody at once, or of all sites.
  if (gate === 'notice' || passedAt !== null) return []
  const has = {
    connectionTest: (siteId: SiteId) => tests.some((test) => test.siteId === siteId && test.hasPassed),
    allConnected: (siteId: SiteId) => connections.some((connection) => connection.siteId === siteId),
  }[gate]
  return sites.filter(({ siteId }) => !has(siteId))
}
