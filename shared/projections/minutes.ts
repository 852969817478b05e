// The lines of the minutes, as data without wording, which the printer adds. told-lines.ts makes them from the journal.
import type { ItemId, Language, Ms, ParticipantId, PersonId, Role } from '../kernel/ids.ts'
import type { PersonKind } from '../law/identity-papers.ts'
import type { JournalLine } from '../modules/minutes/contract.ts'
import type { Gate } from '../modules/readiness/contract.ts'
import type { StatementOutcome } from '../modules/statement/contract.ts'
import type { MediaSource } from '../wire/engine/media-requests.ts'
import type { Person } from '../wire/engine/socket-events.ts'
import type { InterruptionCause } from '../wire/hearing/recording.ts'
import type { BallotReport } from './ballots.ts'
import type { Quorum } from './quorum.ts'
import type { Study } from './reading.ts'

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
export type BallotLineKind = 'motionProposed' | 'ballotOpened' | 'ballotClosed' | 'motionWithdrawn'

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

/** What a line needs to know of people. */
export interface Acquaintance {
  readonly person: (personId: PersonId | null) => Person
  readonly named: (participantId: ParticipantId) => Named
  /** When the participant was in the room for the first time. */
  readonly cameAt: (participantId: ParticipantId) => Ms | null
}

/** A line, and the event of the journal it comes from. */
export interface ToldLine {
  /** null: counted from the journal as a whole; nobody amends that. */
  readonly place: JournalLine | null
  /** The item of the agenda that was going on. */
  readonly itemId: ItemId | null
  readonly line: CourseLine
}
