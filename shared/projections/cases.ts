// Derives from the state and journal of a case: its stage, the milestones shown to the citizen, the columns of the
// register, its row in lists. Pure.
import { owesResult, stageOf, stages } from '../cases/handling/contract.ts'
import type { CaseState } from '../cases/index.ts'
import { type CaseKind, type CompetenceOutcome, type IntakeWay, registerLabel } from '../cases/intake/contract.ts'
import type { CaseResult, Satisfaction } from '../cases/outcome/contract.ts'
import { isForIntakeGroup, isProtected, levelOf, readersOf } from '../cases/readers.ts'
import type { StaffReader } from '../intake-group/contract.ts'
import type { Commit } from '../kernel/commit.ts'
import type { AccountId, CitizenId, Ms, SessionId } from '../kernel/ids.ts'
import type { MatterUnderClocks } from '../law/case-facts.ts'
import { calendarDayOf } from '../law/working-days.ts'
import type { SecrecyLevel } from '../secrecy/levels.ts'
import { caseFacts } from './case-facts.ts'

export const caseStatuses = [...stages, 'closed'] as const
export type CaseStatus = (typeof caseStatuses)[number]

export const statusOf = ({ intake, handling, outcome }: CaseState): CaseStatus =>
  outcome.closing ? 'closed' : stageOf(intake, handling)

// For the legal clocks

/** In lists, which lie in clear beside the journals, a protected case has no words (ADR 0047). */
const listedSubject = (state: CaseState): string =>
  readersOf(state) === null ? (state.intake.receipt?.subject ?? '') : ''

/** As the lists of deadlines need it; null: nothing is due in it any more. */
export function matterOf(state: CaseState): (MatterUnderClocks & { readonly isProtected: boolean }) | null {
  const { receipt } = state.intake
  const status = statusOf(state)
  const isDone = status === 'closed' && !owesResult(state.handling)
  if (!receipt || isDone || status === 'split') return null
  const { caseId } = receipt
  const title = listedSubject(state)
  const unit = state.handling.assignment?.unit ?? null
  return { caseId, number: labelOf(state), title, unit, facts: caseFacts(state), isProtected: isProtected(state) }
}

// For the citizen

export const milestoneKinds = [
  'received',
  'accepted',
  'guided',
  'transferred',
  'returned',
  'assigned',
  'dialogue',
  'dialogueHeld',
  'extended',
  'suspended',
  'resumed',
  'decided',
  'answered',
  'resultReceived',
  'resultPassedOn',
  'withdrawn',
  'closed',
] as const
export interface Milestone {
  readonly kind: (typeof milestoneKinds)[number]
  readonly on: string
  /** Of an extension: until when. */
  readonly until: string | null
}

const sentOnMilestones = { guide: 'guided', transfer: 'transferred', return: 'returned' } as const

/** What has happened, without a word of anybody. */
export function milestonesOf({ intake, handling, outcome }: CaseState): Milestone[] {
  const { receipt, competence } = intake
  if (!receipt) return []
  const day = calendarDayOf
  const milestones: Milestone[] = []
  const add = (kind: Milestone['kind'], on: string | undefined, until: string | null = null) => {
    if (on !== undefined) milestones.push({ kind, on, until })
  }
  add('received', receipt.receivedOn)
  if (competence?.outcome === 'own') add('accepted', day(competence.at))
  else if (competence) add(sentOnMilestones[competence.outcome], handling.sentOn?.on)
  add('assigned', handling.assignment ? day(handling.assignment.at) : undefined)
  for (const { on, held } of handling.dialogues)
    if (held) add('dialogueHeld', held.on)
    else add('dialogue', on)
  for (const { at, until } of handling.extensions) add('extended', day(at), until)
  for (const { from, until } of handling.rests) {
    add('suspended', day(from))
    if (until !== null) add('resumed', day(until))
  }
  add('decided', handling.decision?.on)
  add('answered', handling.answer?.on)
  add('resultReceived', handling.receivedResult?.on)
  add('resultPassedOn', handling.passedOnResult?.on)
  add('withdrawn', handling.withdrawal?.on)
  add('closed', outcome.closing ? day(outcome.closing.at) : undefined)
  return milestones.sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))
}

// For the register of receptions, columns 7 and 9 to 12 of Mẫu 03/TCD

export interface RegisterColumns {
  readonly people: number
  readonly isOwn: boolean
  readonly guidedTo: { readonly body: string; readonly paperNumber: string | null } | null
  readonly handledBy: { readonly body: string; readonly paperNumber: string | null } | null
  readonly result: {
    readonly result: CaseResult | null
    readonly paperNumber: string | null
    readonly on: string
    readonly satisfaction: Satisfaction | null
  } | null
}

export function registerColumns({ intake, handling, outcome }: CaseState): RegisterColumns {
  const { receipt, competence } = intake
  const { sentOn, assignment, decision, answer, withdrawal } = handling
  const paperNumber = sentOn?.paperNumber ?? null
  const body = competence?.body ?? null
  const unit = assignment && { body: assignment.unit, paperNumber: null }
  const last = decision ?? answer ?? sentOn ?? withdrawal
  return {
    people: receipt?.signers ?? 0,
    isOwn: competence?.outcome === 'own',
    guidedTo: competence?.outcome === 'guide' && body !== null ? { body, paperNumber } : null,
    handledBy: competence?.outcome === 'transfer' && body !== null ? { body, paperNumber } : unit,
    result: last && {
      result: outcome.closing?.result ?? decision?.result ?? null,
      paperNumber: 'paperNumber' in last ? last.paperNumber : null,
      on: last.on,
      satisfaction: outcome.closing?.satisfaction ?? null,
    },
  }
}

// What happened

export interface TimelineEntry {
  readonly seq: number
  readonly at: Ms
  readonly byAccountId: AccountId | null
  /** Whom it names. */
  readonly named: AccountId | null
  /** `handling.assigned` */
  readonly type: string
  readonly texts: readonly string[]
  readonly paperNumber: string | null
  readonly on: string | null
  readonly until: string | null
}

const wordsOf = ['unit', 'body', 'sentBy', 'subject', 'text', 'ground', 'note', 'reason', 'way'] as const

export const timelineOf = (commits: readonly Commit[]): TimelineEntry[] =>
  commits.flatMap(({ seq, at, actor, events }) =>
    events.map(({ type, data }) => {
      const told = data as Readonly<Record<string, unknown>>
      const word = (name: string) => (typeof told[name] === 'string' ? told[name] : null)
      return {
        seq,
        at,
        byAccountId: actor.kind === 'account' ? actor.accountId : null,
        named: word('accountId') as AccountId | null,
        type,
        // The way by which it came is a word of the contract, not of a person.
        texts: wordsOf.flatMap((name) => (type === 'intake.received' && name === 'way' ? [] : (word(name) ?? []))),
        paperNumber: word('paperNumber'),
        on: word('on'),
        until: word('until'),
      }
    }),
  )

// In lists

/** What the petition register says beyond a list. */
export interface PetitionColumns {
  readonly way: IntakeWay
  readonly reception: {
    readonly day: string
    readonly sessionId: SessionId | null
    readonly ticket: string | null
  } | null
  readonly competence: CompetenceOutcome | null
  readonly columns: RegisterColumns
  readonly petitionerIds: readonly CitizenId[]
  /** null: all staff. */
  readonly readers: readonly AccountId[] | null
}

function petitionColumns(state: CaseState): PetitionColumns | null {
  const { receipt, competence } = state.intake
  if (!receipt) return null
  return {
    way: receipt.way,
    reception: receipt.reception,
    competence: competence?.outcome ?? null,
    columns: registerColumns(state),
    petitionerIds: receipt.petitionerIds,
    readers: readersOf(state),
  }
}

export interface CaseRow {
  readonly caseId: string
  readonly seq: number
  readonly number: string
  readonly status: CaseStatus
  readonly kind: CaseKind
  /** Of a protected case, and of a secret of the state, none. */
  readonly subject: string
  readonly receivedOn: string
  readonly signers: number
  readonly unit: string | null
  readonly officerId: AccountId | null
  readonly isProtected: boolean
  readonly secrecy: SecrecyLevel
  readonly changedAt: Ms
  readonly petition: PetitionColumns
}

/** As mayRead, of a row. null: nobody who has an account. */
export function isReadBy(row: CaseRow, by: StaffReader | null): boolean {
  const { readers } = row.petition
  if (readers === null) return true
  if (!by || by.reader === null) return false
  return readers.includes(by.reader) || (by.isOfIntakeGroup && isForIntakeGroup(row))
}

export const labelOf = ({ intake: { receipt } }: CaseState): string => (receipt ? registerLabel(receipt.register) : '')

export function rowOf(state: CaseState, { seq, at }: { seq: number; at: Ms }): CaseRow | null {
  const { receipt } = state.intake
  const petition = petitionColumns(state)
  if (!receipt || !petition) return null
  const { caseId, kind, receivedOn, signers } = receipt
  const { assignment } = state.handling
  return {
    caseId,
    seq,
    number: labelOf(state),
    status: statusOf(state),
    kind,
    subject: listedSubject(state),
    receivedOn,
    signers,
    unit: assignment?.unit ?? null,
    officerId: assignment?.officerId ?? null,
    isProtected: isProtected(state),
    secrecy: levelOf(state),
    changedAt: at,
    petition,
  }
}
