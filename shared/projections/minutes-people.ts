// Who took part in a session, as the minutes name them: chair and secretary, the sites, others, interpreters, speakers.
import type { Language, Ms, ParticipantId, PersonId, Role, SiteId } from '../kernel/ids.ts'
import { spokenMs } from '../modules/floor/speaking-time.ts'
import type { SessionState } from '../modules/index.ts'
import type { RollcallMark } from '../modules/rollcall/contract.ts'
import type { People, Person } from '../wire/engine/socket-events.ts'
import type { AttendanceSheet } from './attendance.ts'
import type { Acquaintance, Named } from './minutes.ts'
import { interpreted } from './state-lines.ts'

export interface MinutesSite {
  readonly name: string
  readonly rank: 'centre' | 'branch'
  readonly headcount: number | null
  readonly operators: readonly Named[]
  readonly delegates: readonly {
    readonly person: Person
    readonly mark: RollcallMark | null
    readonly substitute: Person | null
    readonly substitutePaper: string | null
  }[]
}

/** All the time that one person, or the unnamed speakers of one site, had the floor. */
export interface SpokenTime {
  /** null: nobody of the site was named. */
  readonly who: Named | null
  readonly site: string | null
  readonly spokenMs: number
}

/** Through whom those who needed it understood what was said. */
export interface Interpreter {
  readonly who: Named
  readonly languages: readonly (Language | 'signLanguage')[]
}

export type Names = Pick<Acquaintance, 'person' | 'named'>

/** Who came, and when for the first time. */
type Arrivals = ReadonlyMap<ParticipantId, Ms>

const unnamed: Person = { name: '…', title: null }

/** As the minutes, and the title bars of a film, name people. */
export function namesOf({ admission: { participants }, sites }: SessionState, people: People) {
  const person = (personId: PersonId | null | undefined): Person => (personId && people[personId]) || unnamed
  const siteName = (siteId: SiteId | null) => sites.sites.find((site) => site.siteId === siteId)?.name ?? null
  const named = (participantId: ParticipantId): Named => {
    const participant = participants[participantId]
    return {
      ...person(participant?.personId),
      role: participant?.role ?? 'observer',
      site: siteName(participant?.siteId ?? null),
    }
  }
  return { person, named }
}

export const arrivals = (sheet: AttendanceSheet): Arrivals =>
  new Map(
    sheet.participants.flatMap(({ participantId, intervals: [first] }) => (first ? [[participantId, first.from]] : [])),
  )

/** Of several invited for one office, the one who came holds it. */
export function holderOf(
  role: Role,
  { admission: { participants } }: SessionState,
  came: Arrivals,
  named: Names['named'],
): Named | null {
  const all = Object.values(participants).filter((participant) => participant.role === role)
  const standing = all.filter(({ status }) => status !== 'withdrawn')
  const invited = standing.length > 0 ? standing : all
  const holder = invited.find(({ participantId }) => came.has(participantId)) ?? invited[0]
  return holder ? named(holder.participantId) : null
}

export const sitesOf = (sheet: AttendanceSheet, came: Arrivals, { person, named }: Names): MinutesSite[] =>
  sheet.sites.map((site) => ({
    name: site.name,
    rank: site.rank,
    headcount: site.headcount,
    operators: sheet.participants
      .filter(
        ({ siteId, role, participantId }) =>
          siteId === site.siteId && role === 'siteOperator' && came.has(participantId),
      )
      .map(({ participantId }) => named(participantId)),
    delegates: site.delegates.map(({ personId, mark, substituteId, substitutePaper }) => ({
      person: person(personId),
      mark,
      substitute: substituteId ? person(substituteId) : null,
      substitutePaper,
    })),
  }))

/** Who was in the room from elsewhere than a site: citizens, and observers who only observed. */
export function othersOf(state: SessionState, sheet: AttendanceSheet, came: Arrivals, named: Names['named']): Named[] {
  const spoke = interpreted(state).map(({ participantId }) => participantId)
  const interpreters = new Set([...spoke, ...signersWhoCame(state, came)])
  return sheet.participants
    .filter(
      ({ role, participantId }) =>
        came.has(participantId) && (role === 'citizen' || (role === 'observer' && !interpreters.has(participantId))),
    )
    .map(({ participantId }) => named(participantId))
}

export const citizensOf = (sheet: AttendanceSheet, came: Arrivals): ParticipantId[] =>
  sheet.participants
    .filter(({ role, participantId }) => role === 'citizen' && came.has(participantId))
    .map(({ participantId }) => participantId)

export function interpretersOf(state: SessionState, came: Arrivals, named: Names['named']): Interpreter[] {
  const turns = Map.groupBy(interpreted(state), ({ participantId }) => participantId)
  const signed = signersWhoCame(state, came)
  return [...new Set([...turns.keys(), ...signed])].map((participantId) => ({
    who: named(participantId),
    languages: [
      ...new Set(turns.get(participantId)?.map(({ language }) => language)),
      ...(signed.includes(participantId) ? (['signLanguage'] as const) : []),
    ],
  }))
}

/** Of sign language those who were appointed: their picture was there whenever they were. */
const signersWhoCame = ({ signLanguage }: SessionState, came: Arrivals): ParticipantId[] =>
  signLanguage.served.filter((id) => came.has(id))

/** In the order of their first speech. */
export function spokenTimes({ floor, admission }: SessionState, { person, named }: Names, now: Ms): SpokenTime[] {
  const speakers = Map.groupBy(floor.turns, ({ participantId, speakerId }) => `${participantId} ${speakerId}`)
  return [...speakers.values()].flatMap((turns) => {
    const [first] = turns
    const spoken = spokenMs(turns, now)
    if (!first || spoken === 0) return []
    const endpoint = named(first.participantId)
    const isUnnamed = first.speakerId === null && admission.participants[first.participantId]?.role === 'siteOperator'
    const who = first.speakerId === null ? endpoint : { ...endpoint, ...person(first.speakerId) }
    return { who: isUnnamed ? null : who, site: endpoint.site, spokenMs: spoken }
  })
}
