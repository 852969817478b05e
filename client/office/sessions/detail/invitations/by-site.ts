import type { SessionDetail } from '../../../../../shared/wire/hearing/sessions.ts'

type Site = SessionDetail['sites'][number]
export type Participant = SessionDetail['participants'][number]

export interface SiteGroup {
  /** null: those at no site. */
  readonly site: Site | null
  readonly participants: readonly Participant[]
}

/** In the order of the sites; a site without a participant is shown: somebody must still be invited there. */
export function bySite({ sites, participants }: Pick<SessionDetail, 'sites' | 'participants'>): SiteGroup[] {
  const at = (siteId: Participant['siteId']) => participants.filter((participant) => participant.siteId === siteId)
  const elsewhere = at(null)
  return [
    ...sites.map((site) => ({ site, participants: at(site.siteId) })),
    ...(elsewhere.length > 0 ? [{ site: null, participants: elsewhere }] : []),
  ]
}
