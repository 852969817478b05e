// The facts of a case from which legal deadlines are counted; the clocks know nothing else of a case. Days are those of
// Vietnam (2026-11-24). The order within a day is that of the list; a fact is never changed, only followed by a later
// one.

/** What a matter is from one day on. A mixed petition is split into matters first. */
export const matterSubjects = ['complaint', 'denunciation', 'proposal', 'reflection'] as const
export type MatterSubject = (typeof matterSubjects)[number]

/** What makes the law give a matter more time; stays once it was found. */
export const circumstances = ['complex', 'veryComplex', 'remote', 'severalPlaces', 'secondStage'] as const
export type Circumstance = (typeof circumstances)[number]

/** Facts that start a clock, or stop one. */
export const eventKinds = [
  /** The citizen came to know of the decision or act complained of. */
  'decisionKnown',
  /** The decision on the first complaint reached the citizen. */
  'firstDecisionReceived',
  /** The citizen complained, or complained a second time. */
  'lodged',
  /** The petition came to this agency: received at the desk, by post, by the web form. */
  'received',
  /** Another agency sent it here, and is told the result. */
  'sentHere',
  /** Registered, classified and checked. */
  'checked',
  /** Taken up for resolution (thụ lý). */
  'accepted',
  /** Not taken up, with its reason in writing. */
  'declined',
  /** Found to be another body’s, before it is sent there. */
  'foundNotCompetent',
  /** Sent on to the body that is competent. */
  'forwarded',
  /** The citizen was shown the way to the competent body. */
  'guided',
  /** The citizen was told what becomes of it: accepted, needs longer, refused or sent on. */
  'citizenTold',
  /** The citizen was told that it was taken up. */
  'acceptanceTold',
  /** Reception was refused at the desk on a ground that wants a written notice; the notice was handed out. */
  'receptionRefused',
  'refusalNotified',
  /** On the day of the dialogue itself, which may lie ahead; its notice; the dialogue held. */
  'dialogueSet',
  'dialogueNotified',
  'dialogueHeld',
  /** Decided: the decision or conclusion is issued. */
  'resolved',
  /** The agency that sent the matter here was told the result; that agency told the citizen. */
  'senderTold',
  'resultTold',
  /** Ended without a decision. */
  'withdrawn',
  'closed',
] as const
export type EventKind = (typeof eventKinds)[number]

export type CaseFact =
  /** `at`: the moment, where a clock in hours counts from it. */
  /** `dialogueOn`: of which dialogue the notice is. */
  | { readonly kind: EventKind; readonly on: string; readonly at?: number; readonly dialogueOn?: string }
  | { readonly kind: 'classified'; readonly on: string; readonly subject: MatterSubject }
  | { readonly kind: 'found'; readonly on: string; readonly circumstance: Circumstance }
  /** One extension of one clock (its name in the table: `complaintResolution`); `until` or `amount` when less than the law allows. */
  | {
      readonly kind: 'extended'
      readonly on: string
      readonly clock: string
      readonly until?: string
      readonly amount?: number
    }
  /** From this day the matter rests, until `resumed`. */
  | { readonly kind: 'suspended' | 'resumed'; readonly on: string }

/** One case as the lists of deadlines need it. Its title names no person. */
export interface MatterUnderClocks {
  readonly caseId: string
  /** As papers cite it. */
  readonly number: string
  readonly title: string
  /** The unit that handles it; null before it is assigned. */
  readonly unit: string | null
  readonly facts: readonly CaseFact[]
}

/** Where the lists of deadlines take the open cases from. */
export interface CaseFacts {
  all(): AsyncIterable<MatterUnderClocks>
}
