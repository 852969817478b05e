// The minutes as one document model: what DOCX, PDF and the screen print. From the journal, the people record and the
// agency’s settings; the wording of each line is the printer’s.
import type { z } from 'zod'
import type { ActorReference } from '../kernel/actor.ts'
import type { Aggregate } from '../kernel/aggregate.ts'
import type { Commit, RecordedEvent } from '../kernel/commit.ts'
import type { ItemId, Ms, ParticipantId, PersonId, Role, SiteId } from '../kernel/ids.ts'
import type { AnyModule, EventData } from '../kernel/module.ts'
import { admission } from '../modules/admission/contract.ts'
import { agenda, itemOf } from '../modules/agenda/contract.ts'
import { documentOf, documents } from '../modules/documents/contract.ts'
import { floor } from '../modules/floor/contract.ts'
import type { SessionState } from '../modules/index.ts'
import type { MinutesEntry } from '../modules/minutes/contract.ts'
import type { Mark } from '../modules/rollcall/contract.ts'
import { type SessionKind, session } from '../modules/session/contract.ts'
import type { People, Person } from '../wire/socket-events.ts'
import { type AttendanceSheet, attendance } from './attendance.ts'
import { type Quorum, quorumChanges } from './quorum.ts'
import { type Study, studied } from './reading.ts'

export interface Agency {
  readonly organisation: string
  readonly parentOrganisation: string | null
  /** The place named beside the date, e.g. a city. */
  readonly placeName: string | null
}

/** A participant as the minutes name them. */
export interface Named extends Person {
  readonly role: Role
  readonly site: string | null
}

export interface DecisionLine {
  readonly at: Ms
  readonly kind: 'decision'
  readonly text: string
}

export interface AssignmentLine {
  readonly at: Ms
  readonly kind: 'assignment'
  readonly text: string
  readonly unit: string
  readonly dueOn: string | null
}

/** Who did it, by office; null: an account of the agency from outside the room. The minutes must not say “the chair” then. */
export type Doer = Role | null

/** One line of the course of events. */
export type CourseLine =
  | DecisionLine
  | AssignmentLine
  | ({ readonly at: Ms } & (
      | { readonly kind: 'opened' | 'closed'; readonly by: Doer }
      | { readonly kind: 'resumed' }
      | { readonly kind: 'suspended'; readonly reason: string }
      | { readonly kind: 'arrived' | 'returned' | 'left'; readonly who: Named }
      | { readonly kind: 'lost'; readonly who: Named; readonly lostAt: Ms }
      | {
          readonly kind: 'returnedToWaiting' | 'removed' | 'refused' | 'withdrawn'
          readonly who: Named
          readonly reason: string
        }
      | { readonly kind: 'floorGranted'; readonly who: Named; readonly by: Doer; readonly limitMs: number | null }
      | { readonly kind: 'speakerNamed'; readonly person: Person; readonly site: string | null }
      | { readonly kind: 'floorLocked'; readonly by: Doer }
      | { readonly kind: 'floorRevoked'; readonly who: Named; readonly by: Doer }
      | { readonly kind: 'floorEnded'; readonly who: Named; readonly cause: 'released' | 'expired' }
      | {
          readonly kind: 'itemStarted'
          readonly title: string
          readonly reporter: Person | null
          readonly isAgain: boolean
        }
      | { readonly kind: 'itemFinished'; readonly title: string }
      | { readonly kind: 'itemSkipped'; readonly title: string; readonly reason: string }
      | { readonly kind: 'quorum'; readonly quorum: Quorum }
      | { readonly kind: 'documentPresented'; readonly title: string; readonly who: Named }
      | ({ readonly kind: 'documentStudied' } & Omit<Study, 'at'>)
      | { readonly kind: 'note'; readonly text: string }
    ))

export interface MinutesSite {
  readonly name: string
  readonly rank: 'centre' | 'branch'
  readonly headcount: number | null
  readonly operators: readonly Named[]
  readonly delegates: readonly {
    readonly person: Person
    readonly mark: Mark | null
    readonly substitute: Person | null
    readonly substitutePaper: string | null
  }[]
}

export interface MinutesDocument {
  readonly agency: Agency
  readonly title: string
  readonly kind: z.infer<typeof SessionKind>
  readonly place: string
  readonly scheduledAt: Ms
  readonly startedAt: Ms | null
  readonly endedAt: Ms | null
  readonly chair: Named | null
  readonly secretary: Named | null
  readonly sites: readonly MinutesSite[]
  /** Who was in the room from elsewhere than a site: citizens, observers. */
  readonly others: readonly Named[]
  readonly course: readonly CourseLine[]
  readonly decisions: readonly DecisionLine[]
  readonly assignments: readonly AssignmentLine[]
  /** The end of the hash chain these minutes rest on. */
  readonly journal: { readonly commits: number; readonly headHash: string }
  readonly attendance: AttendanceSheet
}

const unnamed: Person = { name: '…', title: null }

export function minutesDocument(
  aggregate: Aggregate<SessionState>,
  journal: readonly Commit[],
  people: People,
  agency: Agency,
  now: Ms,
): MinutesDocument {
  const { state, moments } = retold(aggregate, journal)
  const { participants } = state.admission
  const { person, named } = namesOf(state, people)
  const sheet = attendance(aggregate, journal, now)
  const came = new Map(
    sheet.participants.flatMap(({ participantId, intervals: [first] }) => (first ? [[participantId, first.from]] : [])),
  )

  // Of several invited for one office, the one who came holds it.
  const withRole = (role: Role) => {
    const all = Object.values(participants).filter((participant) => participant.role === role)
    const standing = all.filter(({ status }) => status !== 'withdrawn')
    const invited = standing.length > 0 ? standing : all
    return invited.find(({ participantId }) => came.has(participantId)) ?? invited[0]
  }

  const course = moments
    .flatMap(
      (moment) =>
        lineOf({ ...moment, person, named, cameAt: (participantId) => came.get(participantId) ?? null }) ?? [],
    )
    .concat(quorumChanges(aggregate, journal, now).map((change): CourseLine => ({ kind: 'quorum', ...change })))
    .concat(studied(state).map((study): CourseLine => ({ kind: 'documentStudied', ...study })))
    .concat(state.minutes.entries.map(entryLine))
    .sort((a, b) => a.at - b.at)
  const chair = withRole('chair')
  const secretary = withRole('secretary')

  return {
    agency,
    title: state.session.title,
    kind: state.session.kind,
    place: state.session.place,
    scheduledAt: state.session.scheduledAt,
    startedAt: state.session.openedAt,
    endedAt: state.session.closedAt,
    chair: chair ? named(chair.participantId) : null,
    secretary: secretary ? named(secretary.participantId) : null,
    sites: sheet.sites.map((site) => ({
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
    })),
    others: sheet.participants
      .filter(({ role, participantId }) => (role === 'citizen' || role === 'observer') && came.has(participantId))
      .map(({ participantId }) => named(participantId)),
    course,
    decisions: course.filter((line) => line.kind === 'decision'),
    assignments: course.filter((line) => line.kind === 'assignment'),
    journal: { commits: journal.length, headHash: journal.at(-1)?.hash ?? '' },
    attendance: sheet,
  }
}

function namesOf({ admission: { participants }, sites }: SessionState, people: People) {
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

function entryLine({ at, content }: MinutesEntry): CourseLine {
  return content.kind === 'assignment'
    ? { at, kind: 'assignment', text: content.text, unit: content.unit, dueOn: content.dueOn }
    : { at, kind: content.kind, text: content.text }
}

/** One event of the journal, with the states around the commit it belongs to. */
interface Moment {
  readonly event: RecordedEvent
  readonly at: Ms
  readonly actor: ActorReference
  readonly before: SessionState
  readonly after: SessionState
}

interface Telling extends Moment {
  readonly person: (personId: PersonId) => Person
  readonly named: (participantId: ParticipantId) => Named
  /** When the participant was in the room for the first time. */
  readonly cameAt: (participantId: ParticipantId) => Ms | null
}

type LineMaker = (data: unknown, telling: Telling) => CourseLine | null

/** The end state of a journal and all its events until the closing: who comes and goes afterwards is no part of the meeting. */
function retold(aggregate: Aggregate<SessionState>, journal: readonly Commit[]) {
  const moments: Moment[] = []
  let state = aggregate.initial
  for (const { events, at, ...commit } of journal) {
    const after = aggregate.evolve(state, { ...commit, events, at })
    if (state.session.closedAt === null)
      for (const event of events) moments.push({ event, at, actor: commit.actor, before: state, after })
    state = after
  }
  return { state, moments }
}

const doer = ({ actor, before }: Moment): Doer =>
  actor.kind === 'participant' ? (before.admission.participants[actor.participantId]?.role ?? null) : null

const isPresent = (participantId: ParticipantId, { admission }: SessionState) =>
  admission.participants[participantId]?.status === 'present'

/**
 * From which event a line comes; an event that is not here leaves no line. Coming and going are told of the room alone,
 * not of the waiting room.
 */
const lines = new Map<string, LineMaker>([
  line(session, 'opened', (_data, telling) => ({ at: telling.at, kind: 'opened', by: doer(telling) })),
  line(session, 'suspended', ({ reason }, { at }) => ({ at, kind: 'suspended', reason })),
  line(session, 'resumed', (_data, { at }) => ({ at, kind: 'resumed' })),
  line(session, 'closed', (_data, telling) => ({ at: telling.at, kind: 'closed', by: doer(telling) })),
  line(admission, 'entered', arrived),
  line(admission, 'admitted', arrived),
  line(admission, 'returned', arrived),
  line(admission, 'lost', ({ participantId, lostAt }, { at, before, named }) =>
    isPresent(participantId, before) ? { at, kind: 'lost', who: named(participantId), lostAt } : null,
  ),
  line(admission, 'left', ({ participantId }, { at, before, named }) =>
    isPresent(participantId, before) ? { at, kind: 'left', who: named(participantId) } : null,
  ),
  line(admission, 'refused', ({ participantId, reason }, { at, named }) => ({
    at,
    kind: 'refused',
    who: named(participantId),
    reason,
  })),
  line(admission, 'removed', ({ participantId, reason }, { at, named }) => ({
    at,
    kind: 'removed',
    who: named(participantId),
    reason,
  })),
  // Who never came leaves no line: that the invitation was withdrawn is no part of the meeting.
  line(admission, 'invitationWithdrawn', ({ participantId, reason }, { at, named, cameAt }) =>
    cameAt(participantId) === null ? null : { at, kind: 'withdrawn', who: named(participantId), reason },
  ),
  line(admission, 'returnedToWaiting', ({ participantId, reason }, { at, named }) => ({
    at,
    kind: 'returnedToWaiting',
    who: named(participantId),
    reason,
  })),
  line(agenda, 'started', ({ itemId }, { at, before, person }) => {
    const { title, reporterId, spans } = item(itemId, before)
    const reporter = reporterId === null ? null : person(reporterId)
    return { at, kind: 'itemStarted', title, reporter, isAgain: spans.length > 0 }
  }),
  line(agenda, 'finished', ({ itemId }, { at, before }) => ({
    at,
    kind: 'itemFinished',
    title: item(itemId, before).title,
  })),
  line(agenda, 'skipped', ({ itemId, reason }, { at, before }) => ({
    at,
    kind: 'itemSkipped',
    title: item(itemId, before).title,
    reason,
  })),
  // What is put on the screen before the opening, a title page say, is no part of the meeting; turning pages never is.
  line(documents, 'presented', ({ documentId, presenterId }, { at, before, named }) => {
    const document = documentOf(before.documents.documents, documentId)
    const isShown = before.documents.presentation?.documentId === documentId
    if (!document || isShown || before.session.openedAt === null) return null
    return { at, kind: 'documentPresented', title: document.title, who: named(presenterId) }
  }),
  line(floor, 'granted', ({ participantId, endsAt }, telling) => ({
    at: telling.at,
    kind: 'floorGranted',
    who: telling.named(participantId),
    by: doer(telling),
    limitMs: endsAt === null ? null : endsAt - telling.at,
  })),
  line(floor, 'speakerNamed', ({ participantId, speakerId }, { at, person, named }) =>
    speakerId === null
      ? null
      : { at, kind: 'speakerNamed', person: person(speakerId), site: named(participantId).site },
  ),
  line(floor, 'locked', (_data, telling) => ({ at: telling.at, kind: 'floorLocked', by: doer(telling) })),
  line(floor, 'released', ({ participantId }, { at, named }) => ({
    at,
    kind: 'floorEnded',
    who: named(participantId),
    cause: 'released',
  })),
  line(floor, 'revoked', ({ participantId }, telling) => ({
    at: telling.at,
    kind: 'floorRevoked',
    who: telling.named(participantId),
    by: doer(telling),
  })),
  line(floor, 'expired', ({ participantId }, { at, named }) => ({
    at,
    kind: 'floorEnded',
    who: named(participantId),
    cause: 'expired',
  })),
])

function line<M extends AnyModule, Name extends keyof M['events'] & string>(
  module: M,
  name: Name,
  make: (data: EventData<M, Name>, telling: Telling) => CourseLine | null,
): [string, LineMaker] {
  return [`${module.name}.${name}`, make as LineMaker]
}

function item(itemId: ItemId, { agenda: { items } }: SessionState) {
  const found = itemOf(items, itemId)
  if (!found) throw new Error(`the journal tells of item ${itemId}, which is not on the agenda`)
  return found
}

function arrived(
  { participantId }: { participantId: ParticipantId },
  { at, event, after, named, cameAt }: Telling,
): CourseLine | null {
  if (!isPresent(participantId, after)) return null
  const isBack = event.type === `${admission.name}.returned` && cameAt(participantId) !== at
  return { at, kind: isBack ? 'returned' : 'arrived', who: named(participantId) }
}

const lineOf = (telling: Telling): CourseLine | null | undefined =>
  lines.get(telling.event.type)?.(telling.event.data, telling)
