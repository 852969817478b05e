import type { ParticipantId } from '../../../../../shared/kernel/ids.ts'
import type { Participant } from '../../../../../shared/modules/admission/contract.ts'
import type { Selftest } from '../../../../../shared/modules/selftest/contract.ts'
import type { Site } from '../../../../../shared/modules/sites/contract.ts'

export interface SiteReadiness {
  readonly site: Site
  readonly isConnected: boolean
  /** The newest of those at the site; null: nobody there has made one. */
  readonly selftest: Selftest | null
}

export interface Readiness {
  readonly hasSecretary: boolean
  readonly connections: readonly SiteReadiness[]
}

/** A site is connected when at least one of its endpoints is in the room. */
export function readiness(
  participants: readonly Participant[],
  sites: readonly Site[],
  selftests: Readonly<Record<ParticipantId, Selftest>>,
): Readiness {
  const present = participants.filter(({ status }) => status === 'present')
  const occupied = new Set(present.filter(({ role }) => role !== 'observer').map(({ siteId }) => siteId))
  return {
    hasSecretary: present.some(({ role }) => role === 'secretary'),
    connections: sites.map((site) => ({
      site,
      isConnected: occupied.has(site.siteId),
      selftest: newestOf(
        participants.flatMap(({ siteId, participantId }) =>
          siteId === site.siteId ? (selftests[participantId] ?? []) : [],
        ),
      ),
    })),
  }
}

const newestOf = (selftests: readonly Selftest[]): Selftest | null =>
  selftests.reduce<Selftest | null>((newest, one) => (newest && newest.at >= one.at ? newest : one), null)
