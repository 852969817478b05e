import type { Participant } from '../../../shared/modules/admission/contract.ts'
import type { Site } from '../../../shared/modules/sites/contract.ts'

export interface Readiness {
  readonly hasSecretary: boolean
  readonly connections: readonly { readonly site: Site; readonly isConnected: boolean }[]
}

/** A site is connected when at least one of its endpoints is in the room. */
export function readiness(participants: readonly Participant[], sites: readonly Site[]): Readiness {
  const present = participants.filter(({ status }) => status === 'present')
  const occupied = new Set(present.filter(({ role }) => role !== 'observer').map(({ siteId }) => siteId))
  return {
    hasSecretary: present.some(({ role }) => role === 'secretary'),
    connections: sites.map((site) => ({ site, isConnected: occupied.has(site.siteId) })),
  }
}
