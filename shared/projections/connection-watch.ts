// Detects automatically that a site and the centre see and hear each other: both ends have reported it for some
// seconds, and the media plane receives both pictures. Also lists what is missing for the other sites. Pure; called by
// the server’s loaded session (ADR 0083).
import type { Wish } from '../kernel/aggregate.ts'
import type { Ms, ParticipantId, SiteId } from '../kernel/ids.ts'
import type { Participant } from '../modules/admission/contract.ts'
import type { SessionState } from '../modules/index.ts'
import { isKnownOf, isPlanned } from '../modules/readiness/contract.ts'
import type { Arrived, ConnectionLack, Flow, LackingSite } from '../wire/hearing/health.ts'

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
): { holding: HoldingSince; facts: Wish[]; lacking: LackingSite[] } {
  const holding = new Map<SiteId, Ms>()
  const facts: Wish[] = []
  const lacking = lackingSites(state, told)
  for (const { siteId, lacks } of lacking) {
    if (lacks.length > 0) continue
    const since = before.get(siteId) ?? at
    holding.set(siteId, since)
    if (at - since >= holdsForMs) facts.push({ type: 'readiness.recordSiteConnected', data: { siteId } })
  }
  return { holding, facts, lacking }
}

/** Before the opening: the sites of which it is not written yet, with what is not so. */
function lackingSites({ session, readiness, admission, sites }: SessionState, told: Told): LackingSite[] {
  if (session.status !== 'scheduled' || !isPlanned(readiness, session) || readiness.connectedAt !== null) return []
  const centreId = sites.sites.find(({ rank }) => rank === 'centre')?.siteId ?? null
  const here = Object.values(admission.participants).filter(
    ({ status, role }) => status === 'present' && role !== 'observer',
  )
  const centre = here.filter((one) => isOfCentre(one, centreId))
  const branches = sites.sites
    .filter(({ siteId }) => siteId !== centreId)
    .map(({ siteId }) => {
      const people = here.filter((one) => one.siteId === siteId)
      return { siteId, lacks: lacksBetween(people, centre, told) }
    })
  const all = centreId === null ? branches : [{ siteId: centreId, lacks: lacksOfCentre(centre, branches) }, ...branches]
  return all.filter(({ siteId }) => !isKnownOf(readiness, siteId))
}

/** The centre is connected when one of the others is. */
function lacksOfCentre(centre: readonly Participant[], branches: readonly LackingSite[]): ConnectionLack[] {
  if (centre.length === 0) return ['nobodyThere']
  return branches.some(({ lacks }) => lacks.length === 0) ? [] : ['noBranch']
}

function lacksBetween(people: readonly Participant[], centre: readonly Participant[], told: Told): ConnectionLack[] {
  if (people.length === 0) return ['nobodyThere']
  if (centre.length === 0) return ['nobodyAtCentre']
  const there = perceived(people, centre, told)
  const back = perceived(centre, people, told)
  const holds = {
    seesCentre: there.isSeen,
    hearsCentre: there.isHeard,
    seenByCentre: back.isSeen,
    heardByCentre: back.isHeard,
  } satisfies Partial<Record<ConnectionLack, boolean>>
  return (Object.keys(holds) as (keyof typeof holds)[]).filter((lack) => !holds[lack])
}

/** A chair who sits at no site is the centre, too. */
const isOfCentre = ({ siteId, role }: Participant, centreId: SiteId | null): boolean =>
  siteId === null ? role === 'chair' : siteId === centreId

/** Whether somebody there has a picture, and somebody has sound, of somebody at the other end. */
function perceived(people: readonly Participant[], others: readonly Participant[], { arrivedAt, pictures }: Told) {
  const arrived = people.flatMap(({ participantId }) => arrivedAt(participantId) ?? [])
  const isSeen = ({ participantId }: Participant) =>
    pictures.get(participantId) === 'live' && arrived.some(({ seen }) => seen.includes(participantId))
  const isHeard = ({ participantId }: Participant) => arrived.some(({ heard }) => heard.includes(participantId))
  return { isSeen: others.some(isSeen), isHeard: others.some(isHeard) }
}
