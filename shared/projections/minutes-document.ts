// The minutes as one document model for DOCX, PDF and screen, built from the journal, the people record and the
// agency’s settings.
import type { z } from 'zod'
import type { Aggregate } from '../kernel/aggregate.ts'
import type { Commit } from '../kernel/commit.ts'
import type { Language, Ms, ParticipantId, PersonId, Role, SiteId } from '../kernel/ids.ts'
import type { Issue, PaperKind, Signature } from '../modules/approval/contract.ts'
import { spokenMs } from '../modules/floor/speaking-time.ts'
import type { SessionState } from '../modules/index.ts'
import type { Mark } from '../modules/rollcall/contract.ts'
import type { SessionKind } from '../modules/session/contract.ts'
import type { LetterheadKind } from '../papers/letterheads.ts'
import type { SecrecyLevel } from '../secrecy/levels.ts'
import type { People, Person } from '../wire/engine/socket-events.ts'
import { type AttendanceSheet, followAttendance } from './attendance.ts'
import { type BallotReport, ballotReport } from './ballots.ts'
import { type DialogueRecord, dialogueRecord, type PartyPapers } from './dialogue-record.ts'
import { type RecordedIssue, recordedIssue } from './issued-paper.ts'
import {
  type Acquaintance,
  type AssignmentLine,
  type DecisionLine,
  type Named,
  type ToldLine,
  toldLines,
} from './minutes.ts'
import { type Section, sectionsOf } from './minutes-sections.ts'
import { followQuorum } from './quorum.ts'
import { studied } from './reading.ts'
import { type ReceptionRecord, receptionRecord } from './reception-record.ts'
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

const unnamed: Person = { name: '…', title: null }

export function minutesDocument(
  aggregate: Aggregate<SessionState>,
  journal: readonly Commit[],
  people: People,
  agency: Agency,
  now: Ms,
  papers: PartyPapers = {},
): MinutesDocument {
  const { state, sheet, counted } = retold(aggregate, journal, now)
  const { participants } = state.admission
  const { person, named } = namesOf(state, people)
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

  const cameAt = (participantId: ParticipantId) => came.get(participantId) ?? null
  const { entries, amendments } = state.minutes
  const countedLines = counted.map(
    (change): ToldLine => ({ place: null, itemId: itemAt(state, change.at), line: { kind: 'quorum', ...change } }),
  )
  // Its times, and nothing of who took part or what was said.
  const aside = state.consultation.consultations
    .filter(({ isIdentityCheck }) => !isIdentityCheck)
    .map(
      ({ startedAt, endedAt }): ToldLine => ({
        place: null,
        itemId: itemAt(state, startedAt),
        line: { at: startedAt, kind: 'consultation', endedAt },
      }),
    )
  // What a citizen acknowledged, or did not, nobody amends.
  const stated = state.statement.statements.flatMap(({ participantId, phase, versions }) =>
    versions.flatMap(({ version, text, readBackAt, outcome }): ToldLine[] => {
      const isLast = version === versions.length && phase !== 'settled'
      if (outcome === null && !isLast) return []
      const at = outcome?.at ?? readBackAt
      const line = { at, kind: 'statement', who: named(participantId), version, text, outcome } as const
      return [{ place: null, itemId: itemAt(state, at), line }]
    }),
  )
  const spokenInto = interpreted(state)
  const translated = spokenInto.map(
    ({ participantId, language, from, to }): ToldLine => ({
      place: null,
      itemId: itemAt(state, from),
      line: { at: from, kind: 'interpreted', who: named(participantId), language, until: to },
    }),
  )
  const byInterpreter = Map.groupBy(spokenInto, ({ participantId }) => participantId)
  // Of sign language those who were appointed and came: their picture was there whenever they were.
  const signed = state.signLanguage.served.filter((id) => came.has(id))
  const interpreters = new Set([...byInterpreter.keys(), ...signed])
  const unseen = state.camera.gaps.map(
    ({ participantId, from, to }): ToldLine => ({
      place: null,
      itemId: itemAt(state, from),
      line: { at: from, kind: 'cameraOff', who: named(participantId), until: to },
    }),
  )
  const unrecorded = state.recording.gaps.map(
    ({ track, cause, from, to }): ToldLine => ({
      place: null,
      itemId: itemAt(state, from),
      line: {
        at: from,
        kind: 'recordingGap',
        of: track && { who: named(track.participantId), source: track.source },
        cause,
        until: to,
      },
    }),
  )
  const read = studied(state).map((study): ToldLine => {
    // What was studied at home the evening before is told as of the opening.
    const at = Math.max(study.at, state.session.openedAt ?? 0)
    return { place: null, itemId: itemAt(state, at), line: { kind: 'documentStudied', ...study, at } }
  })
  const told = [
    ...toldLines(aggregate, journal, { person, named, cameAt }),
    ...countedLines,
    ...aside,
    ...stated,
    ...translated,
    ...unseen,
    ...unrecorded,
    ...read,
  ].toSorted((a, b) => a.line.at - b.line.at)
  const sections = sectionsOf({
    told,
    entries,
    amendments,
    items: state.agenda.items,
    person,
  })
  const written = sections.flatMap(({ lines }) => lines.map(({ line }) => line)).toSorted((a, b) => a.at - b.at)
  const chair = withRole('chair')
  const secretary = withRole('secretary')

  return {
    agency,
    title: state.session.title,
    kind: state.session.kind,
    secrecy: state.session.secrecy,
    place: state.session.place,
    scheduledAt: state.session.scheduledAt,
    startedAt: state.session.openedAt,
    endedAt: state.session.closedAt,
    chair: chair ? named(chair.participantId) : null,
    formerChairs: told.flatMap(({ line }) =>
      line.kind === 'chairHandedOver' ? [{ who: line.from, until: line.at }] : [],
    ),
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
      .filter(
        ({ role, participantId }) =>
          came.has(participantId) && (role === 'citizen' || (role === 'observer' && !interpreters.has(participantId))),
      )
      .map(({ participantId }) => named(participantId)),
    interpreters: [...interpreters].map((participantId) => ({
      who: named(participantId),
      languages: [
        ...new Set(byInterpreter.get(participantId)?.map(({ language }) => language)),
        ...(signed.includes(participantId) ? (['signLanguage'] as const) : []),
      ],
    })),
    sections,
    decisions: written.filter((line) => line.kind === 'decision'),
    assignments: written.filter((line) => line.kind === 'assignment'),
    ballots: state.ballot.motions
      .filter(({ openedAt }) => openedAt !== null)
      .map((motion) => ballotReport(motion, state, person)),
    spoken: spokenTimes(state, { person, named }, now),
    record: recordOf(state, { person, named }),
    dialogue: dialogueRecord(state, person, papers),
    reception:
      state.session.kind === 'reception'
        ? receptionRecord(
            state,
            named,
            sheet.participants
              .filter(({ role, participantId }) => role === 'citizen' && came.has(participantId))
              .map(({ participantId }) => participantId),
          )
        : null,
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

/** Who spoke into which channel, in the order in which they began; `to` is null for those who still do. */
function interpreted({ interpretation: { channels, turns } }: SessionState) {
  const going = channels.flatMap(({ language, live }) =>
    live ? [{ language, participantId: live.participantId, from: live.from, to: null }] : [],
  )
  return [...turns, ...going].toSorted((a, b) => a.from - b.from)
}

const itemAt = ({ agenda: { items } }: SessionState, at: Ms) =>
  items.find(({ spans }) => spans.some(({ from, to }) => from <= at && (to === null || at < to)))?.itemId ?? null

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

function recordOf(
  { approval }: SessionState,
  { person, named }: Pick<Acquaintance, 'person' | 'named'>,
): MinutesRecord {
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

/** In the order of their first speech. */
function spokenTimes(
  { floor, admission }: SessionState,
  { person, named }: Pick<Acquaintance, 'person' | 'named'>,
  now: Ms,
): SpokenTime[] {
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
