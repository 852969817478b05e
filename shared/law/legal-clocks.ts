// What starts and ends the legal deadlines for a petition, and which dated row says how long one is. The rows as shipped
// are in clock-rows.ts.
import type { Circumstance, EventKind, MatterSubject } from './case-facts.ts'

export const clockNames = [
  'citizenAnswer',
  'petitionTakenUp',
  'petitionHandled',
  'senderInformed',
  'resultPassedOn',
  'refusalNotice',
  'complaintLimitation',
  'complaintAcceptance',
  'complaintResolution',
  'secondComplaintLodging',
  'secondComplaintResolution',
  'dialogueNotice',
  'denunciationCheck',
  'denunciationTransfer',
  'denunciationAcceptanceNotice',
  'denunciationResolution',
] as const
export type ClockName = (typeof clockNames)[number]

export const clockUnits = ['days', 'workingDays', 'hours'] as const
export type ClockUnit = (typeof clockUnits)[number]

/** What starts a clock and what ends it. Only the time between is a matter of rows. */
export interface ClockRule {
  readonly from: EventKind
  /** before: done so long before the day of the fact. Then each such fact has a clock of its own. */
  readonly direction: 'after' | 'before'
  readonly metBy: readonly EventKind[]
  /** No longer wanted then, done or not. Taking back and closing end every clock. */
  readonly replacedBy: readonly EventKind[]
  /** Of which matters; null: of one that is not classified yet. */
  readonly subjects: readonly (MatterSubject | null)[]
  /** Which complaint is meant; null: either. */
  readonly stage: 'first' | 'second' | null
  /** Only where this happened, too. */
  readonly needs: EventKind | null
  /** Stands still while the matter rests. */
  readonly rests: boolean
  /** The day of which the citizen is told on the public page. */
  readonly isPromised: boolean
}

const usual = {
  direction: 'after',
  replacedBy: [],
  stage: null,
  needs: null,
  rests: false,
  isPromised: false,
} as const
const any = [null, 'complaint', 'denunciation', 'proposal', 'reflection'] as const
const sentOn = ['forwarded', 'guided'] as const

export const clockRules: Readonly<Record<ClockName, ClockRule>> = {
  citizenAnswer: { ...usual, from: 'received', metBy: ['citizenTold'], subjects: any, isPromised: true },
  petitionTakenUp: {
    ...usual,
    from: 'received',
    metBy: ['accepted', 'declined', ...sentOn],
    subjects: [null, 'complaint', 'denunciation'],
    rests: true,
  },
  petitionHandled: {
    ...usual,
    from: 'received',
    metBy: ['resolved', 'declined', ...sentOn],
    subjects: ['proposal', 'reflection'],
    rests: true,
    isPromised: true,
  },
  senderInformed: { ...usual, from: 'resolved', metBy: ['senderTold'], subjects: any, needs: 'sentHere' },
  resultPassedOn: {
    ...usual,
    from: 'senderTold',
    metBy: ['resultTold'],
    subjects: any,
    needs: 'forwarded',
    isPromised: true,
  },
  refusalNotice: { ...usual, from: 'receptionRefused', metBy: ['refusalNotified'], subjects: any },
  complaintLimitation: { ...usual, from: 'decisionKnown', metBy: ['lodged'], subjects: ['complaint'] },
  complaintAcceptance: {
    ...usual,
    from: 'received',
    metBy: ['accepted', 'declined'],
    replacedBy: sentOn,
    subjects: ['complaint'],
    isPromised: true,
  },
  complaintResolution: {
    ...usual,
    from: 'accepted',
    metBy: ['resolved'],
    replacedBy: sentOn,
    subjects: ['complaint'],
    stage: 'first',
    rests: true,
    isPromised: true,
  },
  secondComplaintLodging: { ...usual, from: 'firstDecisionReceived', metBy: ['lodged'], subjects: ['complaint'] },
  secondComplaintResolution: {
    ...usual,
    from: 'accepted',
    metBy: ['resolved'],
    replacedBy: sentOn,
    subjects: ['complaint'],
    stage: 'second',
    rests: true,
    isPromised: true,
  },
  dialogueNotice: {
    ...usual,
    from: 'dialogueSet',
    direction: 'before',
    metBy: ['dialogueNotified'],
    replacedBy: ['resolved'],
    subjects: ['complaint'],
  },
  denunciationCheck: {
    ...usual,
    from: 'received',
    metBy: ['checked', 'accepted', 'declined', ...sentOn],
    subjects: ['denunciation'],
  },
  denunciationTransfer: {
    ...usual,
    from: 'received',
    metBy: sentOn,
    replacedBy: ['accepted', 'declined'],
    subjects: ['denunciation'],
    needs: 'foundNotCompetent',
  },
  denunciationAcceptanceNotice: {
    ...usual,
    from: 'accepted',
    metBy: ['acceptanceTold'],
    replacedBy: sentOn,
    subjects: ['denunciation'],
    isPromised: true,
  },
  denunciationResolution: {
    ...usual,
    from: 'accepted',
    metBy: ['resolved'],
    replacedBy: sentOn,
    subjects: ['denunciation'],
    rests: true,
    isPromised: true,
  },
}

/** How sure it is: read in the text itself, in a summary that cites it, taken from other software, or from memory. */
export const sourceMarks = ['read', 'summary', 'software', 'memory'] as const
export type SourceMark = (typeof sourceMarks)[number]

/** The text that was read, where it has been amended since and the amendment has not been seen. */
export const olderTexts = ['2013', 'before136'] as const
export type OlderText = (typeof olderTexts)[number]

export interface ClockVariant {
  /** Where all of these were found; the last variant of which that is true counts. */
  readonly when: readonly Circumstance[]
  readonly amount: number
  /** How often, and each time by how much at most, it may be extended; null: not at all. */
  readonly extension: { readonly amount: number; readonly times: number } | null
}

export interface ClockRow {
  readonly clock: ClockName
  readonly unit: ClockUnit
  readonly variants: readonly [ClockVariant, ...ClockVariant[]]
  /** As papers cite it. */
  readonly source: string
  readonly mark: SourceMark
  /** null: read in the text in force, or not read at all. */
  readonly readIn: OlderText | null
  /** Calendar days, both included; null: until the next row. */
  readonly validFrom: string
  readonly validTo: string | null
}

/** What is not read in the text in force is compared with it before anybody relies on it, and is never printed as law. */
export const isToBeChecked = ({ mark, readIn }: Pick<ClockRow, 'mark' | 'readIn'>): boolean =>
  mark !== 'read' || readIn !== null

/** The row in force on a day; of two from the same day the one that was added last. undefined: the law known here sets no deadline. */
export function rowOn(rows: readonly ClockRow[], clock: ClockName, day: string): ClockRow | undefined {
  const last = rows
    .filter((row) => row.clock === clock && row.validFrom <= day)
    .reduce<ClockRow | undefined>((one, row) => (one && one.validFrom > row.validFrom ? one : row), undefined)
  return last && (last.validTo === null || day <= last.validTo) ? last : undefined
}

export const variantFor = ({ variants }: Pick<ClockRow, 'variants'>, found: readonly Circumstance[]): ClockVariant =>
  variants.findLast(({ when }) => when.every((one) => found.includes(one))) ?? variants[0]

/** The first that is for the same circumstances as one before it; null: none. Two of them would leave it to chance which is meant. */
export function repeatedVariant(variants: readonly Pick<ClockVariant, 'when'>[]): number | null {
  const called = variants.map(({ when }) => [...new Set(when)].toSorted().join(' '))
  const repeated = called.findIndex((one, index) => called.indexOf(one) < index)
  return repeated === -1 ? null : repeated
}

/** From when on a clock is amber: what is left is at most this share of all of it, or so few working days. Usage, not law. */
export interface ClockWarning {
  readonly share: number
  readonly workingDays: number
}
export const usualWarning: ClockWarning = { share: 1 / 4, workingDays: 3 }

/**
 * Whether a last day that is a day off stays (stricter) or moves to the next working day. Bộ luật Dân sự 2015, Điều 148, is said to
 * move it; the text was not read, and whether it holds for these deadlines is for the agency to say.
 */
export const lastDayRules = ['stays', 'moves'] as const
export type LastDayRule = (typeof lastDayRules)[number]
export const usualLastDay: LastDayRule = 'stays'
