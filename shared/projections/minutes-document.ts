// The minutes as one document model for DOCX, PDF and screen, built from the journal, the people record and the
// agency’s settings.
import type { z } from 'zod'
import type { Aggregate } from '../kernel/aggregate.ts'
import type { Commit } from '../kernel/commit.ts'
import type { Ms, ParticipantId } from '../kernel/ids.ts'
import type { Issue, PaperKind, Signature } from '../modules/approval/contract.ts'
import type { SessionState } from '../modules/index.ts'
import type { SessionKind } from '../modules/session/contract.ts'
import type { LetterheadKind } from '../papers/letterheads.ts'
import type { SecrecyLevel } from '../secrecy/levels.ts'
import type { People } from '../wire/engine/socket-events.ts'
import { type AttendanceSheet, followAttendance } from './attendance.ts'
import { type BallotReport, ballotReport } from './ballots.ts'
import { type DialogueRecord, dialogueRecord, type PartyPapers } from './dialogue-record.ts'
import { type RecordedIssue, recordedIssue } from './issued-paper.ts'
import type { AssignmentLine, DecisionLine, Named } from './minutes.ts'
import {
  arrivals,
  citizensOf,
  holderOf,
  type Interpreter,
  interpretersOf,
  type MinutesSite,
  type Names,
  namesOf,
  othersOf,
  type SpokenTime,
  sitesOf,
  spokenTimes,
} from './minutes-people.ts'
import { type Section, sectionsOf } from './minutes-sections.ts'
import { followQuorum } from './quorum.ts'
import { type ReceptionRecord, receptionRecord } from './reception-record.ts'
import { linesOfState } from './state-lines.ts'
import { toldLines } from './told-lines.ts'
import { withoutChat } from './without-chat.ts'

export interface Agency {
  readonly organisation: string
  readonly parentOrganisation: string | null
  /** The place named beside the date, e.g. a city. */
  readonly placeName: string | null
  /** As in the symbol of its papers: 05/BB-UBND. */
  readonly abbreviation: string | null
  /** Left out: of the State. */
  readonly letterhead?: LetterheadKind
}

export interface RecordedSignature {
  readonly who: Named
  readonly at: Ms
  readonly sha256: string
}

/** How far the document has come from a draft to an issued paper. */
export interface MinutesRecord {
  readonly version: number
  /** `abbreviation`, `letterhead`: of the symbol it was issued under, where that may be another one than today’s. */
  readonly corrects: {
    readonly number: number
    readonly at: Ms
    readonly reason: string
    readonly abbreviation?: string | null
    readonly letterhead?: LetterheadKind
  } | null
  readonly signatures: { readonly secretary: RecordedSignature | null; readonly chair: RecordedSignature | null }
  readonly issues: Readonly<Record<PaperKind, RecordedIssue | null>>
  /** That none will be issued; null: nobody has said so. */
  readonly waiver: { readonly at: Ms; readonly who: Named | null; readonly reason: string } | null
}

export interface MinutesDocument {
  readonly agency: Agency
  readonly title: string
  readonly kind: z.infer<typeof SessionKind>
  readonly secrecy: SecrecyLevel
  readonly place: string
  readonly scheduledAt: Ms
  readonly startedAt: Ms | null
  readonly endedAt: Ms | null
  readonly chair: Named | null
  /** Who chaired before, until they handed the chair over. */
  readonly formerChairs: readonly { readonly who: Named; readonly until: Ms }[]
  readonly secretary: Named | null
  readonly sites: readonly MinutesSite[]
  /** Who was in the room from elsewhere than a site: citizens, and observers who only observed. */
  readonly others: readonly Named[]
  readonly interpreters: readonly Interpreter[]
  readonly sections: readonly Section[]
  /** Those that were opened, in the order of the motions. */
  readonly ballots: readonly BallotReport[]
  readonly decisions: readonly DecisionLine[]
  readonly assignments: readonly AssignmentLine[]
  readonly spoken: readonly SpokenTime[]
  readonly record: MinutesRecord
  /** null: it is a conference. */
  readonly reception: ReceptionRecord | null
  /** null: it is no dialogue. */
  readonly dialogue: DialogueRecord | null
  /** The end of the hash chain these minutes rest on. */
  readonly journal: { readonly commits: number; readonly headHash: string }
  readonly attendance: AttendanceSheet
}

export function minutesDocument(
  aggregate: Aggregate<SessionState>,
  journal: readonly Commit[],
  people: People,
  agency: Agency,
  now: Ms,
  papers: PartyPapers = {},
): MinutesDocument {
  const { state, sheet, counted } = retold(aggregate, journal, now)
  const names = namesOf(state, people)
  const { person, named } = names
  const came = arrivals(sheet)
  const cameAt = (participantId: ParticipantId) => came.get(participantId) ?? null
  const { entries, amendments } = state.minutes
  const told = [
    ...toldLines(aggregate, journal, { person, named, cameAt }),
    ...linesOfState(state, counted, named),
  ].toSorted((a, b) => a.line.at - b.line.at)
  const sections = sectionsOf({
    told,
    entries,
    amendments,
    items: state.agenda.items,
    person,
  })
  const written = sections.flatMap(({ lines }) => lines.map(({ line }) => line)).toSorted((a, b) => a.at - b.at)

  return {
    agency,
    title: state.session.title,
    kind: state.session.kind,
    secrecy: state.session.secrecy,
    place: state.session.place,
    scheduledAt: state.session.scheduledAt,
    startedAt: state.session.openedAt,
    endedAt: state.session.closedAt,
    chair: holderOf('chair', state, came, named),
    formerChairs: told.flatMap(({ line }) =>
      line.kind === 'chairHandedOver' ? [{ who: line.from, until: line.at }] : [],
    ),
    secretary: holderOf('secretary', state, came, named),
    sites: sitesOf(sheet, came, names),
    others: othersOf(state, sheet, came, named),
    interpreters: interpretersOf(state, came, named),
    sections,
    decisions: written.filter((line) => line.kind === 'decision'),
    assignments: written.filter((line) => line.kind === 'assignment'),
    ballots: state.ballot.motions
      .filter(({ openedAt }) => openedAt !== null)
      .map((motion) => ballotReport(motion, state, person)),
    spoken: spokenTimes(state, names, now),
    record: recordOf(state, names),
    dialogue: dialogueRecord(state, person, papers),
    reception: state.session.kind === 'reception' ? receptionRecord(state, named, citizensOf(sheet, came)) : null,
    journal: { commits: journal.length, headHash: journal.at(-1)?.hash ?? '' },
    attendance: sheet,
  }
}

/** The end state, and what is counted along the way, in one fold. Who is named by it tells the lines: that is another one. */
function retold(aggregate: Aggregate<SessionState>, journal: readonly Commit[], now: Ms) {
  const attendance = followAttendance()
  const quorum = followQuorum()
  let state = aggregate.initial
  for (const commit of withoutChat(journal)) {
    const before = state
    state = aggregate.evolve(before, commit)
    attendance.step(before, state)
    quorum.step(before, state, commit.at)
  }
  return { state, sheet: attendance.sheet(state, now), counted: quorum.changes(state, now) }
}

function recordOf({ approval }: SessionState, { person, named }: Names): MinutesRecord {
  const { version, corrects, issues, signatures, waiver } = approval
  const signed = (signature: Signature | null) =>
    signature && { who: named(signature.participantId), at: signature.at, sha256: signature.sha256 }
  const issued = (issue: Issue | null) => issue && recordedIssue(issue, { person, named })
  return {
    version,
    corrects,
    issues: { minutes: issued(issues.minutes), conclusions: issued(issues.conclusions) },
    waiver: waiver && {
      at: waiver.at,
      who: waiver.by.kind === 'participant' ? named(waiver.by.participantId) : null,
      reason: waiver.reason,
    },
    signatures: { secretary: signed(signatures.secretary), chair: signed(signatures.chair) },
  }
}
