import type { SiteId } from '../../shared/kernel/ids.ts'
import type { Gate } from '../../shared/modules/readiness/contract.ts'

interface Named {
  readonly siteId: SiteId
  readonly name: string
}

/** Names of the sites of which the evidence of a gate is missing. */
export function lackingSites(
  gate: Gate,
  tests: readonly { readonly siteId: SiteId; readonly hasPassed: boolean }[],
  sites: readonly Named[],
): string[] {
  if (gate !== 'connectionTest') return []
  const hasPassed = (siteId: SiteId) => tests.some((test) => test.siteId === siteId && test.hasPassed)
  return sites.flatMap(({ siteId, name }) => (hasPassed(siteId) ? [] : [name]))
}
