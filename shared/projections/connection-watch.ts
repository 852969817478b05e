// When it is known, without anybody's word, that a site sees and hears the centre and is seen and heard by it: both ends have said
// so for some seconds, and the media plane sees both pictures come in. Pure; the server's room advances it (ADR 0083).
import type { Wish } from '../kernel/aggregate.ts'
import type { Ms, ParticipantId, SiteId } from '../kernel/ids.ts'
import type { Participant } from '../modules/admission/contract.ts'
import type { SessionState } from '../modules/index.ts'
import { isPlanned } from '../modules/readiness/contract.ts'
import type { Arrived, Flow } from '../wire/health.ts'

/** Longer than one report is good for: each end must have said it twice. */
const holdsForMs = 8000

/** Since when what is asked of a site holds, of which it is not written yet. */
export type HoldingSince = ReadonlyMap<SiteId, Ms>

interface Told {
  /** What a page last said has arrived; null: nothing, or too long ago. */
  readonly arrivedAt: (participantId: ParticipantId) => Arrived | null
  readonly pictures: ReadonlyMap<ParticipantId, Flow>
}

export function advanceConnections(
  before: HoldingSince,
  state: SessionState,
  told: Told,
  at: Ms,
): { holding: HoldingSince; facts: Wish[] } {
  const holding = new Map<SiteId, Ms>()
  const facts: Wish[] = []
  const { session, readiness } = state
  if (session.status !== 'scheduled' || !isPlanned(readiness, session) || readiness.connectedAt !== null)
    return { holding, facts }
  const known = new Set(readiness.connections.map(({ siteId }) => siteId))
  for (const siteId of connectedSites(state, told)) {
    if (known.has(siteId)) continue
    const since = before.get(siteId) ?? at
    holding.set(siteId, since)
    if (at - since >= holdsForMs) facts.push({ type: 'readiness.recordSiteConnected', data: { siteId } })
  }
  return { holding, facts }
}

/** The centre is connected when one of the others is. */
function connectedSites({ admission, sites }: SessionState, told: Told): SiteId[] {
  const centreId = sites.sites.find(({ rank }) => rank === 'centre')?.siteId ?? null
  const here = Object.values(admission.participants).filter(
    ({ status, role }) => status === 'present' && role !== 'observer',
  )
  const centre = here.filter((one) => isOfCentre(one, centreId))
  const connected = sites.sites
    .filter(({ siteId }) => siteId !== centreId)
    .filter(({ siteId }) => {
      const people = here.filter((one) => one.siteId === siteId)
      return perceives(people, centre, told) && perceives(centre, people, told)
    })
    .map(({ siteId }) => siteId)
  return centreId !== null && connected.length > 0 ? [centreId, ...connected] : connected
}

/** A chair who sits at no site is the centre, too. */
const isOfCentre = ({ siteId, role }: Participant, centreId: SiteId | null): boolean =>
  siteId === null ? role === 'chair' : siteId === centreId

/** Somebody there has a picture, and somebody has sound, of somebody at the other end. */
function perceives(people: readonly Participant[], others: readonly Participant[], { arrivedAt, pictures }: Told) {
  const arrived = people.flatMap(({ participantId }) => arrivedAt(participantId) ?? [])
  const isSeen = ({ participantId }: Participant) =>
    pictures.get(participantId) === 'live' && arrived.some(({ seen }) => seen.includes(participantId))
  const isHeard = ({ participantId }: Participant) => arrived.some(({ heard }) => heard.includes(participantId))
  return others.some(isSeen) && others.some(isHeard)
}
