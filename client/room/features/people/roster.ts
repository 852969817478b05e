// Who stands where in the list of people: by site, then by role and name. Pure: the panel renders what this gives.
import type { PersonId, Role, SiteId } from '../../../../shared/kernel/ids.ts'
import type { Participant } from '../../../../shared/modules/admission/contract.ts'
import type { Site } from '../../../../shared/modules/sites/contract.ts'
import type { Person } from '../../../../shared/wire/engine/socket-events.ts'
import { compareNames, matchesSearch } from '../../../base/i18n/fold.ts'

export interface RosterEntry {
  readonly participant: Participant
  readonly name: string
  readonly title: string | null
}

export interface RosterGroup {
  /** null: those who belong to no site. */
  readonly site: Site | null
  readonly entries: readonly RosterEntry[]
}

/** The groups as the rows of one list, each behind its heading. */
export type RosterRow = { readonly heading: RosterGroup } | { readonly entry: RosterEntry }

export function rosterRows(groups: readonly RosterGroup[]): RosterRow[] {
  return groups.flatMap((group) => [{ heading: group }, ...group.entries.map((entry) => ({ entry }))])
}

interface RosterInput {
  readonly participants: Readonly<Record<string, Participant>>
  readonly sites: readonly Site[]
  readonly people: Readonly<Record<PersonId, Person>>
  readonly query: string
}

const roleOrder: Record<Role, number> = { chair: 0, secretary: 1, siteOperator: 2, citizen: 3, observer: 4 }

/** Groups in the order of the sites, the centre first. Without a query an empty site stays: that nobody sits there is news. */
export function roster({ participants, sites, people, query }: RosterInput): RosterGroup[] {
  const bySite = new Map<SiteId | null, RosterEntry[]>()
  for (const entry of entriesOf(participants, people)) {
    const { siteId } = entry.participant
    const entries = bySite.get(siteId)
    if (entries) entries.push(entry)
    else bySite.set(siteId, [entry])
  }
  const centreFirst = [...sites].sort((a, b) => Number(b.rank === 'centre') - Number(a.rank === 'centre'))
  const groups: RosterGroup[] = [
    ...centreFirst.map((site) => groupOf(site, bySite.get(site.siteId), query)),
    groupOf(null, bySite.get(null), query),
  ]
  return groups.filter(({ site, entries }) => entries.length > 0 || (site !== null && query.trim() === ''))
}

/** In the order in which they came; one lost while knocking still waits for an answer. */
export function waitingEntries({ participants, people }: Omit<RosterInput, 'sites' | 'query'>): RosterEntry[] {
  return entriesOf(participants, people)
    .filter(({ participant: { status, isAdmitted } }) => status === 'waiting' || (status === 'lost' && !isAdmitted))
    .sort((a, b) => a.participant.since - b.participant.since)
}

export function countPresent(participants: Readonly<Record<string, Participant>>): number {
  return Object.values(participants).filter(({ status }) => status === 'present').length
}

function entriesOf(participants: RosterInput['participants'], people: RosterInput['people']): RosterEntry[] {
  return Object.values(participants).map((participant) => {
    const person = people[participant.personId]
    return { participant, name: person?.name ?? '…', title: person?.title ?? null }
  })
}

function groupOf(site: Site | null, entries: readonly RosterEntry[] = [], query: string): RosterGroup {
  const siteName = site?.name ?? ''
  return {
    site,
    entries: entries
      .filter(({ name, title }) => matchesSearch(`${name} ${title ?? ''} ${siteName}`, query))
      .sort((a, b) => roleOrder[a.participant.role] - roleOrder[b.participant.role] || compareNames(a.name, b.name)),
  }
}
