// Counts presence for the quorum: sites with a connection and delegates marked present. A short loss of connection is
// ignored.
import type { Ms, SiteId } from '../kernel/ids.ts'
import type { Participant } from '../modules/admission/contract.ts'
import type { SessionState } from '../modules/index.ts'
import { needed, type QuorumRule } from '../modules/quorum/contract.ts'
import { countsAsPresent } from '../modules/rollcall/contract.ts'

/** A site whose connection is lost counts this long. */
export const lostSiteGraceMs = 60_000

export interface Presence {
  readonly sites: number
  readonly sitesPresent: number
  readonly delegates: number
  /** Marked present, late or replaced, at a site that is connected. */
  readonly delegatesPresent: number
}

export function presence(state: SessionState, now: Ms): Presence {
  const connected = new Set<SiteId>()
  // An observer at a site, a second screen for one, is no endpoint of it.
  for (const participant of Object.values(state.admission.participants))
    if (participant.siteId !== null && participant.role !== 'observer' && isThere(participant, now))
      connected.add(participant.siteId)
  const { sites } = state.sites
  const there = sites.filter(({ siteId }) => connected.has(siteId))
  const isMarkedPresent = ({ delegateId }: (typeof sites)[number]['delegates'][number]) => {
    const mark = state.rollcall.marks[delegateId]?.mark
    return mark !== undefined && countsAsPresent(mark)
  }
  return {
    sites: sites.length,
    sitesPresent: there.length,
    delegates: sites.reduce((sum, { delegates }) => sum + delegates.length, 0),
    delegatesPresent: there.reduce((sum, { delegates }) => sum + delegates.filter(isMarkedPresent).length, 0),
  }
}

function isThere({ status, isAdmitted, since }: Participant, now: Ms): boolean {
  if (status === 'present') return true
  return status === 'lost' && isAdmitted && now < since + lostSiteGraceMs
}

export interface Quorum {
  readonly rule: QuorumRule
  readonly present: number
  readonly total: number
  readonly needed: number
  readonly isMet: boolean
}

/** null: none is needed. */
export function quorumOf(state: SessionState, now: Ms): Quorum | null {
  const { rule } = state.quorum
  if (!rule) return null
  const counted = presence(state, now)
  const [present, total] =
    rule.of === 'sites' ? [counted.sitesPresent, counted.sites] : [counted.delegatesPresent, counted.delegates]
  const atLeast = needed(rule, total)
  return { rule, present, total, needed: atLeast, isMet: present >= atLeast }
}

export interface QuorumChange {
  readonly at: Ms
  readonly quorum: Quorum
}

/**
 * How the quorum stood at the opening, and each time it was lost or there again while the session was open: told of each commit as a journal
 * is folded, then asked how it was until `now`.
 */
export function followQuorum() {
  const changes: QuorumChange[] = []
  let last: boolean | null = null
  let from = 0
  const look = (state: SessionState, at: Ms) => {
    const quorum = state.session.status === 'open' ? quorumOf(state, at) : null
    if (quorum && quorum.isMet !== last) changes.push({ at, quorum })
    last = quorum?.isMet ?? last
  }
  const lookBetween = (state: SessionState, until: Ms) => {
    for (const at of turningPoints(state)) if (at > from && at < until) look(state, at)
  }
  return {
    step(before: SessionState, after: SessionState, at: Ms): void {
      lookBetween(before, at)
      look(after, at)
      from = at
    },
    changes(state: SessionState, now: Ms): QuorumChange[] {
      lookBetween(state, now)
      return changes
    },
  }
}

/** When the quorum may change without an event: as the grace of a lost site ends. Epoch ms, ascending. */
function turningPoints(state: SessionState): Ms[] {
  return Object.values(state.admission.participants)
    .flatMap(({ status, siteId, since }) => (status === 'lost' && siteId !== null ? since + lostSiteGraceMs : []))
    .sort((a, b) => a - b)
}
