// Maps journal events to lines of the minutes, as data without wording, which the printer adds. minutes-document.ts
// combines them.
import type { ActorReference } from '../kernel/actor.ts'
import type { Aggregate } from '../kernel/aggregate.ts'
import type { Commit, RecordedEvent } from '../kernel/commit.ts'
import type { ItemId, Language, MotionId, Ms, ParticipantId, PersonId, Role } from '../kernel/ids.ts'
import type { AnyModule, EventData } from '../kernel/module.ts'
import type { PersonKind } from '../law/identity-papers.ts'
import { admission } from '../modules/admission/contract.ts'
import { agenda, itemOf } from '../modules/agenda/contract.ts'
import { announcement } from '../modules/announcement/contract.ts'
import { ballot, motionOf } from '../modules/ballot/contract.ts'
import { devices } from '../modules/devices/contract.ts'
import { documentOf, documents } from '../modules/documents/contract.ts'
import { floor } from '../modules/floor/contract.ts'
import { identity } from '../modules/identity/contract.ts'
import type { SessionState } from '../modules/index.ts'
import type { JournalLine } from '../modules/minutes/contract.ts'
import { notice } from '../modules/notice/contract.ts'
import { protection } from '../modules/protection/contract.ts'
import { type Gate, readiness } from '../modules/readiness/contract.ts'
import { receipt } from '../modules/receipt/contract.ts'
import { recording } from '../modules/recording/contract.ts'
import { session } from '../modules/session/contract.ts'
import { sharing } from '../modules/sharing/contract.ts'
import { siteOf } from '../modules/sites/contract.ts'
import type { StatementOutcome } from '../modules/statement/contract.ts'
import { visit } from '../modules/visit/contract.ts'
import type { MediaSource } from '../wire/engine/media-requests.ts'
import type { Person } from '../wire/engine/socket-events.ts'
import type { InterruptionCause } from '../wire/hearing/recording.ts'
import { type BallotReport, ballotReport } from './ballots.ts'
import type { Quorum } from './quorum.ts'
import type { Study } from './reading.ts'
import { withoutChat } from './without-chat.ts'

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
  readonly supportingUnits: readonly string[]
  readonly ground: string | null
  readonly dueOn: string | null
}

/** Who did it, by office; null: an account of the agency from outside the room. The minutes must not say “the chair” then. */
export type Doer = Role | null

export type RecordingStep = 'announced' | 'withdrawn' | 'started' | 'confirmed' | 'paused' | 'resumed' | 'stopped'
type BallotLineKind = 'motionProposed' | 'ballotOpened' | 'ballotClosed' | 'motionWithdrawn'

/** What was found of somebody’s papers. Neither their number nor the reason of a doubt is printed. */
interface IdentityLine {
  readonly kind: 'identity'
  readonly who: Named
  readonly by: Doer
  readonly outcome: 'confirmed' | 'refused' | 'deferred' | 'withdrawn'
  readonly personKind: PersonKind | null
}

/** A version of a statement, and how it was acknowledged; null: it was not when the session was closed. */
export interface StatedWords {
  readonly version: number
  readonly text: string
  readonly outcome: StatementOutcome | null
}

/** One line of the course of events. */
export type CourseLine =
  | DecisionLine
  | AssignmentLine
  | ({ readonly at: Ms } & (
      | { readonly kind: 'opened' | 'closed'; readonly by: Doer }
      | {
          readonly kind: 'gatesOverridden'
          readonly by: Doer
          readonly person: Person
          readonly gates: readonly Gate[]
          readonly reason: string
        }
      /** `site` null: of all at once. */
      | {
          readonly kind: 'connectionConfirmed'
          readonly by: Doer
          readonly person: Person
          readonly site: string | null
          readonly reason: string
        }
      | { readonly kind: 'resumed' }
      | { readonly kind: 'suspended'; readonly by: Doer; readonly reason: string }
      | {
          readonly kind: 'devicesConfirmed'
          readonly who: Named
          readonly site: string | null
          readonly items: readonly string[]
        }
      | { readonly kind: 'arrived' | 'returned' | 'left'; readonly who: Named }
      | { readonly kind: 'lost'; readonly who: Named; readonly lostAt: Ms }
      /** `isTaken`: not given by who chaired, who was away. */
      | { readonly kind: 'chairHandedOver'; readonly from: Named; readonly to: Named; readonly isTaken: boolean }
      | {
          readonly kind: 'returnedToWaiting' | 'removed' | 'refused' | 'withdrawn'
          readonly who: Named
          readonly reason: string
        }
      | { readonly kind: 'floorGranted'; readonly who: Named; readonly by: Doer; readonly limitMs: number | null }
      | { readonly kind: 'speakerNamed'; readonly person: Person; readonly site: string | null }
      | { readonly kind: 'floorLocked'; readonly by: Doer; readonly isByTurns: boolean }
      | { readonly kind: 'speakingOrdered'; readonly by: Doer; readonly isByTurns: boolean }
      | { readonly kind: 'silenced' | 'silenceEnded'; readonly who: Named; readonly by: Doer }
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
      | {
          readonly kind: 'codesPrinted'
          readonly by: Doer
          readonly site: string | null
          readonly count: number
          readonly reason: string | null
        }
      | { readonly kind: BallotLineKind; readonly ballot: BallotReport }
      | { readonly kind: 'quorum'; readonly quorum: Quorum }
      | { readonly kind: 'documentPresented'; readonly title: string; readonly who: Named }
      | ({ readonly kind: 'documentStudied' } & Omit<Study, 'at'>)
      | { readonly kind: 'screenShared'; readonly who: Named }
      | { readonly kind: 'consultation'; readonly endedAt: Ms | null }
      | IdentityLine
      | ({ readonly kind: 'statement'; readonly who: Named } & StatedWords)
      | { readonly kind: 'ownRecording'; readonly isAllowed: boolean }
      | { readonly kind: 'secrecyWaived'; readonly by: Doer; readonly paperNumber: string; readonly signedOn: string }
      | { readonly kind: 'secrecyTakenBack'; readonly by: Doer; readonly reason: string }
      | { readonly kind: 'madeProtected'; readonly by: Doer }
      | { readonly kind: 'competence'; readonly isOwn: boolean; readonly competentUnit: string | null }
      | { readonly kind: 'refusalExplained'; readonly who: Named; readonly groundId: string; readonly words: string }
      | {
          readonly kind: 'receiptIssued'
          readonly who: Named
          readonly number: number
          readonly year: number
          readonly papers: number
        }
      | { readonly kind: 'noticeIssued'; readonly who: Named; readonly number: number; readonly year: number }
      | { readonly kind: 'group'; readonly people: number; readonly representatives: readonly Named[] }
      | {
          readonly kind: 'interpreted'
          readonly who: Named
          readonly language: Language
          readonly until: Ms | null
        }
      | { readonly kind: 'cameraOff'; readonly who: Named; readonly until: Ms | null }
      | { readonly kind: 'announced'; readonly by: Doer; readonly text: string }
      | {
          readonly kind: 'recording'
          readonly by: Doer
          readonly step: RecordingStep
          readonly reason: string | null
          /** Of the agency, and who records with it. */
          readonly equipment?: { readonly device: string; readonly recorder: Person }
        }
      | {
          readonly kind: 'recordingGap'
          /** null: nothing at all was recorded. */
          readonly of: { readonly who: Named; readonly source: MediaSource } | null
          readonly cause: InterruptionCause
          readonly until: Ms | null
        }
      | { readonly kind: 'note'; readonly text: string }
    ))

/** One event of the journal, with the states around the commit it belongs to. */
interface Moment {
  readonly place: JournalLine
  readonly event: RecordedEvent
  readonly at: Ms
  readonly actor: ActorReference
  readonly before: SessionState
  readonly after: SessionState
}

/** What a line needs to know of people. */
export interface Acquaintance {
  readonly person: (personId: PersonId | null) => Person
  readonly named: (participantId: ParticipantId) => Named
  /** When the participant was in the room for the first time. */
  readonly cameAt: (participantId: ParticipantId) => Ms | null
}

type Telling = Moment & Acquaintance

/** A line, and the event of the journal it comes from. */
export interface ToldLine {
  /** null: counted from the journal as a whole; nobody amends that. */
  readonly place: JournalLine | null
  /** The item of the agenda that was going on. */
  readonly itemId: ItemId | null
  readonly line: CourseLine
}

type LineMaker = (data: unknown, telling: Telling) => CourseLine | null

/**
 * What the minutes tell of a journal: its events until the closing, for who comes and goes afterwards is no part of the meeting. Each
 * is told as the journal is folded: kept, the states of a long session would fill the memory.
 */
export function toldLines(
  aggregate: Aggregate<SessionState>,
  journal: readonly Commit[],
  acquaintance: Acquaintance,
): ToldLine[] {
  const told: ToldLine[] = []
  let state = aggregate.initial
  for (const { seq, events, at, actor } of withoutChat(journal)) {
    if (state.session.closedAt !== null) break
    const before = state
    state = aggregate.evolve(before, { seq, events, at, actor })
    for (const [index, event] of events.entries()) {
      const moment: Moment = { place: { seq, index }, event, at, actor, before, after: state }
      const line = lines.get(event.type)?.(event.data, {
        ...moment,
        ...acquaintance,
        named: namedAt(before, acquaintance),
      })
      if (line) told.push({ place: moment.place, itemId: itemDuring(moment), line })
    }
  }
  return told
}

/** In the office that somebody had then: it may be handed over later. */
const namedAt =
  ({ admission: { participants } }: SessionState, { named }: Acquaintance): Acquaintance['named'] =>
  (participantId) => {
    const now = named(participantId)
    return { ...now, role: participants[participantId]?.role ?? now.role }
  }

/** That an item is finished belongs to it still. */
const itemDuring = ({ event, before, after }: Moment): ItemId | null =>
  (event.type === `${agenda.name}.finished` ? before : after).agenda.runningId

const doer = ({ actor, before }: Moment): Doer =>
  actor.kind === 'participant' ? (before.admission.participants[actor.participantId]?.role ?? null) : null

/** Of what only a participant can have done without another name. */
function actorAsPerson({ actor, named, person }: Telling): Person {
  if (actor.kind !== 'participant') return person(null)
  const { name, title } = named(actor.participantId)
  return { name, title }
}

function connectionConfirmed(
  telling: Telling,
  { personId, ...confirmed }: { site: string | null; reason: string; personId: PersonId | null },
): CourseLine {
  const person = personId === null ? actorAsPerson(telling) : telling.person(personId)
  return { at: telling.at, kind: 'connectionConfirmed', by: doer(telling), person, ...confirmed }
}

const isPresent = (participantId: ParticipantId, { admission }: SessionState) =>
  admission.participants[participantId]?.status === 'present'

/**
 * From which event a line comes; an event that is not here leaves no line. Coming and going are told of the room alone,
 * not of the waiting room.
 */
const lines = new Map<string, LineMaker>([
  line(session, 'opened', (_data, telling) => ({ at: telling.at, kind: 'opened', by: doer(telling) })),
  line(session, 'suspended', ({ reason }, telling) => ({
    at: telling.at,
    kind: 'suspended',
    by: doer(telling),
    reason,
  })),
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
  line(admission, 'chairHandedOver', ({ participantId, fromId }, { at, actor, named }) => ({
    at,
    kind: 'chairHandedOver',
    from: named(fromId),
    to: named(participantId),
    isTaken: actor.kind !== 'participant' || actor.participantId !== fromId,
  })),
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
  line(devices, 'confirmed', ({ siteId, items, participantId }, { at, before, named }) => ({
    at,
    kind: 'devicesConfirmed',
    who: named(participantId),
    site: siteOf(before.sites.sites, siteId)?.name ?? null,
    items: items.map(({ wording }) => wording),
  })),
  line(readiness, 'overridden', ({ gates, reason, personId = null }, telling) => ({
    at: telling.at,
    kind: 'gatesOverridden',
    by: doer(telling),
    person: personId === null ? actorAsPerson(telling) : telling.person(personId),
    gates,
    reason,
  })),
  // Measured, it is no line; nor was it one before a reason was asked for.
  line(readiness, 'siteConnected', ({ siteId, reason = null, personId = null }, telling) => {
    const site = siteOf(telling.before.sites.sites, siteId)?.name ?? null
    return reason === null ? null : connectionConfirmed(telling, { site, reason, personId })
  }),
  line(readiness, 'allConnected', ({ reason = null }, telling) =>
    reason === null ? null : connectionConfirmed(telling, { site: null, reason, personId: null }),
  ),
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
  line(ballot, 'proposed', ballotLine('motionProposed')),
  line(ballot, 'opened', ballotLine('ballotOpened')),
  line(ballot, 'closed', ballotLine('ballotClosed')),
  line(ballot, 'withdrawn', ballotLine('motionWithdrawn')),
  // Sheets printed before the opening are in the journal and in the audit log.
  line(ballot, 'codesPrinted', ({ siteId, delegateIds, reason }, telling) =>
    telling.before.session.openedAt === null
      ? null
      : {
          at: telling.at,
          kind: 'codesPrinted',
          by: doer(telling),
          site: siteOf(telling.before.sites.sites, siteId)?.name ?? null,
          count: delegateIds.length,
          reason,
        },
  ),
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
  line(floor, 'locked', ({ isByTurns }, telling) => ({
    at: telling.at,
    kind: 'floorLocked',
    by: doer(telling),
    isByTurns,
  })),
  line(floor, 'byTurnsSet', ({ isByTurns }, telling) => ({
    at: telling.at,
    kind: 'speakingOrdered',
    by: doer(telling),
    isByTurns,
  })),
  line(floor, 'silenced', silenceLine('silenced')),
  line(floor, 'silenceEnded', silenceLine('silenceEnded')),
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
  line(sharing, 'started', ({ participantId }, { at, named }) => ({
    at,
    kind: 'screenShared',
    who: named(participantId),
  })),
  line(identity, 'confirmed', ({ participantId, officerId, personKind }, { at, before, named }) => ({
    at,
    kind: 'identity',
    who: named(participantId),
    by: before.admission.participants[officerId]?.role ?? null,
    outcome: 'confirmed',
    personKind,
  })),
  ...(['refused', 'deferred', 'withdrawn'] as const).map((outcome) =>
    line(identity, outcome, ({ participantId }, telling) => ({
      at: telling.at,
      kind: 'identity',
      who: telling.named(participantId),
      by: doer(telling),
      outcome,
      personKind: null,
    })),
  ),
  line(visit, 'ownRecordingSet', ({ isAllowed }, { at }) => ({ at, kind: 'ownRecording', isAllowed })),
  line(protection, 'waived', ({ paperNumber, signedOn }, telling) => ({
    at: telling.at,
    kind: 'secrecyWaived',
    by: doer(telling),
    paperNumber,
    signedOn,
  })),
  line(protection, 'takenBack', ({ reason }, telling) => ({
    at: telling.at,
    kind: 'secrecyTakenBack',
    by: doer(telling),
    reason,
  })),
  line(session, 'protected', (_nothing, telling) => ({ at: telling.at, kind: 'madeProtected', by: doer(telling) })),
  line(visit, 'competenceSettled', (competence, { at }) => ({ at, kind: 'competence', ...competence })),
  line(visit, 'refusalExplained', ({ participantId, groundId, words }, { at, named }) => ({
    at,
    kind: 'refusalExplained',
    who: named(participantId),
    groundId,
    words,
  })),
  line(receipt, 'issued', ({ receiptId, participantId, number, year }, { at, after, named }) => ({
    at,
    kind: 'receiptIssued',
    who: named(participantId),
    number,
    year,
    papers: after.receipt.receipts.find((one) => one.receiptId === receiptId)?.papers.length ?? 0,
  })),
  line(notice, 'issued', ({ participantId, number, year }, { at, named }) => ({
    at,
    kind: 'noticeIssued',
    who: named(participantId),
    number,
    year,
  })),
  line(visit, 'groupSet', ({ people, representativeIds }, { at, named }) => ({
    at,
    kind: 'group',
    people,
    representatives: representativeIds.map(named),
  })),
  line(announcement, 'posted', ({ text }, telling) => ({
    at: telling.at,
    kind: 'announced',
    by: doer(telling),
    text,
  })),
  ...(['announced', 'withdrawn', 'started', 'paused', 'resumed', 'stopped'] as const).map((step) =>
    line(recording, step, (data, telling) => ({
      at: telling.at,
      kind: 'recording',
      by: doer(telling),
      step,
      reason: 'reason' in data ? data.reason : null,
      ...('recorderId' in data &&
        data.device !== null && { equipment: { device: data.device, recorder: telling.person(data.recorderId) } }),
    })),
  ),
  // After a pause its going on has been told.
  line(recording, 'confirmed', (_data, { at, before }) =>
    before.recording.beganAt === null ? { at, kind: 'recording', by: null, step: 'confirmed', reason: null } : null,
  ),
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

/** The motion as the event leaves it. What was prepared before the opening is told when it is voted on. */
function silenceLine(kind: 'silenced' | 'silenceEnded') {
  return ({ participantId }: { participantId: ParticipantId }, telling: Telling): CourseLine => ({
    at: telling.at,
    kind,
    who: telling.named(participantId),
    by: doer(telling),
  })
}

function ballotLine(kind: BallotLineKind) {
  return ({ motionId }: { motionId: MotionId }, { at, after, person }: Telling): CourseLine | null => {
    const motion = motionOf(after.ballot.motions, motionId)
    return motion && after.session.openedAt !== null ? { at, kind, ballot: ballotReport(motion, after, person) } : null
  }
}

function arrived(
  { participantId }: { participantId: ParticipantId },
  { at, event, after, named, cameAt }: Telling,
): CourseLine | null {
  if (!isPresent(participantId, after)) return null
  const isBack = event.type === `${admission.name}.returned` && cameAt(participantId) !== at
  return { at, kind: isBack ? 'returned' : 'arrived', who: named(participantId) }
}
