// Derives from the state and journal of a case: its stage, the legal facts, the milestones shown to the citizen, the
// columns of the register. Pure.

import {
  dialogueToHold,
  dialogueToNotify,
  needsDecision,
  owesResult,
  owesSender,
  resolvedOn,
  stageOf,
  stages,
} from '../cases/handling/contract.ts'
import type { CaseState } from '../cases/index.ts'
import {
  type CaseKind,
  type CompetenceOutcome,
  type IntakeWay,
  isSecondComplaint,
  lodgedOn,
  registerLabel,
} from '../cases/intake/contract.ts'
import type { CaseResult, Satisfaction } from '../cases/outcome/contract.ts'
import { isForIntakeGroup, isProtected, levelOf, mayRead, readersOf } from '../cases/readers.ts'
import type { StaffReader } from '../intake-group/contract.ts'
import type { Commit } from '../kernel/commit.ts'
import type { AccountId, CitizenId, Ms, SessionId } from '../kernel/ids.ts'
import type { CaseFact, Circumstance, MatterUnderClocks } from '../law/case-facts.ts'
import type { ClockName } from '../law/legal-clocks.ts'
import { calendarDayOf } from '../law/working-days.ts'
import type { SecrecyLevel } from '../secrecy/levels.ts'

export const caseStatuses = [...stages, 'closed'] as const
export type CaseStatus = (typeof caseStatuses)[number]

export const statusOf = ({ intake, handling, outcome }: CaseState): CaseStatus =>
  outcome.closing ? 'closed' : stageOf(intake, handling)

// For the legal clocks

/** The clock that an extension moves. */
function resolutionClock(kind: CaseKind, found: readonly Circumstance[]): ClockName | null {
  if (kind === 'denunciation') return 'denunciationResolution'
  if (kind !== 'complaint') return null
  return found.includes('secondStage') ? 'secondComplaintResolution' : 'complaintResolution'
}

/** In the order of their days. */
export function caseFacts({ intake, handling, outcome }: CaseState): CaseFact[] {
  const { receipt, registers, check, competence, circumstances } = intake
  if (!receipt) return []
  const facts: CaseFact[] = [
    ...beforeReceipt(intake),
    { kind: 'lodged', on: lodgedOn(receipt) },
    { kind: 'received', on: receipt.receivedOn },
  ]
  const day = calendarDayOf
  for (const { kind, at } of registers)
    if (kind !== 'mixed')
      // A matter is what it is from the day it came, until it turns out to be something else.
      facts.push({ kind: 'classified', on: at === receipt.at ? receipt.receivedOn : day(at), subject: kind })
  for (const { circumstance, at } of circumstances) facts.push({ kind: 'found', on: day(at), circumstance })
  if (check) facts.push({ kind: 'checked', on: day(check.at) })
  if (competence?.outcome === 'own') facts.push({ kind: 'accepted', on: day(competence.at) })
  else if (competence) facts.push({ kind: 'foundNotCompetent', on: day(competence.at) })
  if (competence && competence.outcome !== 'own' && handling.sentOn)
    facts.push(...sentOnFacts(competence.outcome, handling.sentOn.on))
  for (const { on } of handling.notices) {
    facts.push({ kind: 'citizenTold', on })
    if (competence?.outcome === 'own') facts.push({ kind: 'acceptanceTold', on })
  }
  for (const { on, notice, held } of handling.dialogues) {
    facts.push({ kind: 'dialogueSet', on })
    if (notice) facts.push({ kind: 'dialogueNotified', on: notice.on, dialogueOn: on })
    if (held) facts.push({ kind: 'dialogueHeld', on: held.on })
  }
  const clock = resolutionClock(
    receipt.kind,
    circumstances.map(({ circumstance }) => circumstance),
  )
  if (clock)
    for (const { at, until } of handling.extensions) facts.push({ kind: 'extended', on: day(at), clock, until })
  for (const { from, until } of handling.rests) {
    facts.push({ kind: 'suspended', on: day(from) })
    if (until !== null) facts.push({ kind: 'resumed', on: day(until) })
  }
  const resolved = resolvedOn(intake, handling)
  if (resolved !== undefined) facts.push({ kind: 'resolved', on: resolved })
  // Whoever sent a petition on is the sender, whether that was another body or this one.
  const told = handling.toldSender ?? handling.receivedResult
  if (told) facts.push({ kind: 'senderTold', on: told.on })
  if (handling.passedOnResult) facts.push({ kind: 'resultTold', on: handling.passedOnResult.on })
  if (handling.answer) facts.push({ kind: 'citizenTold', on: handling.answer.on })
  if (handling.withdrawal) facts.push({ kind: 'withdrawn', on: handling.withdrawal.on })
  // What the body it went to says may come after the end: the citizen is told of it in time all the same. No other clock of a
  // petition that was sent on is left for the end to stop.
  if (outcome.closing && !handling.receivedResult) facts.push({ kind: 'closed', on: day(outcome.closing.at) })
  return facts.sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))
}

/** What happened before it came to this agency, as it was said. */
function beforeReceipt({ sender, decisionKnownOn, firstDecisionOn }: CaseState['intake']): CaseFact[] {
  return [
    ...(decisionKnownOn === null ? [] : [{ kind: 'decisionKnown', on: decisionKnownOn } as const]),
    ...(firstDecisionOn === null ? [] : [{ kind: 'firstDecisionReceived', on: firstDecisionOn } as const]),
    ...(sender?.wantsResult ? [{ kind: 'sentHere', on: sender.on } as const] : []),
  ]
}

function sentOnFacts(outcome: Exclude<CompetenceOutcome, 'own'>, on: string): CaseFact[] {
  if (outcome === 'transfer') return [{ kind: 'forwarded', on }]
  return [
    { kind: outcome === 'guide' ? 'guided' : 'declined', on },
    { kind: 'citizenTold', on },
  ]
}

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

// What staff do next

export const acts = [
  'split',
  'check',
  'judge',
  'sendOn',
  'assign',
  'verify',
  'bookDialogue',
  'notifyDialogue',
  'holdDialogue',
  'extend',
  'suspend',
  'resume',
  'decide',
  'publish',
  'notify',
  'answer',
  'tellSender',
  'receiveResult',
  'passOnResult',
  'close',
  'noteSatisfaction',
  'classify',
  'find',
  'noteSender',
  'noteDecisionKnown',
  'noteFirstDecision',
  'linkEarlier',
  'correct',
  'setLevel',
  'withdraw',
] as const
export type Act = (typeof acts)[number]

const always: readonly Act[] = ['classify', 'find', 'linkEarlier', 'correct', 'setLevel', 'withdraw']

/** What the law counts from and only some petitions have. What was entered is corrected by the same step. */
function notedActs({ intake }: CaseState): Act[] {
  const { receipt } = intake
  const days: Act[] =
    receipt?.kind !== 'complaint' ? [] : [isSecondComplaint(intake) ? 'noteFirstDecision' : 'noteDecisionKnown']
  return receipt?.way === 'post' || receipt?.way === 'hand' ? ['noteSender', ...days] : days
}

/** A case without an officer is anybody’s. */
export function isOfficer({ handling: { assignment } }: CaseState, accountId: AccountId): boolean {
  return !assignment?.officerId || assignment.officerId === accountId
}

const ofOfficer: readonly Act[] = [
  'verify',
  'bookDialogue',
  'notifyDialogue',
  'holdDialogue',
  'extend',
  'suspend',
  'resume',
  'decide',
]

/** What this account can do now, the next step first. The rules have the last word. `today`: 2026-11-24. */
export function actsOf(state: CaseState, reader: StaffReader, today: string): readonly Act[] {
  if (!mayRead(state, reader)) return []
  const all = actsOfStatus(state, today)
  return isOfficer(state, reader.accountId) ? all : all.filter((act) => !ofOfficer.includes(act))
}

function actsOfStatus(state: CaseState, today: string): readonly Act[] {
  const { intake, handling } = state
  const anyTime = [...notedActs(state), ...always]
  const told: Act[] = [
    ...(owesSender(intake, handling) ? (['tellSender'] as const) : []),
    ...(owesResult(handling) ? (['passOnResult'] as const) : []),
  ]
  const isAwaited = intake.competence?.outcome === 'transfer' && !handling.receivedResult && !handling.withdrawal
  const awaited: Act[] = isAwaited ? ['receiveResult'] : []
  const published: Act[] = handling.decision ? ['publish'] : []
  switch (statusOf(state)) {
    case 'toClassify':
      if (intake.receipt?.kind === 'mixed') return ['split', ...always]
      return intake.check ? ['judge', 'check', ...anyTime] : ['check', ...anyTime]
    case 'toSendOn':
      return ['sendOn', 'judge', 'notify', ...anyTime]
    case 'toAssign':
      return ['assign', 'notify', 'judge', 'check', ...anyTime]
    case 'inHand': {
      const next: Act[] = needsDecision(intake.receipt?.kind) ? ['decide'] : ['answer', 'decide']
      const coming = dialogueToHold(handling)
      const talks: Act[] = coming && coming.on <= today ? ['holdDialogue'] : []
      const notices: Act[] = dialogueToNotify(handling) ? ['notifyDialogue'] : []
      const others: Act[] = ['verify', 'bookDialogue', 'assign', 'notify', 'extend', 'suspend', 'judge']
      return [...talks, ...notices, ...next, ...others, ...anyTime]
    }
    case 'suspended':
      return ['resume', 'assign', 'notify', ...anyTime]
    case 'toAnswer':
      return ['answer', ...told, ...awaited, ...published, 'notify', ...anyTime]
    case 'toClose':
      return [
        ...told,
        ...(told.length > 0 ? [] : (['close'] as const)),
        ...awaited,
        ...published,
        'correct',
        'linkEarlier',
        'setLevel',
      ]
    case 'split':
      return []
    case 'closed':
      return [...told, 'noteSatisfaction', ...awaited, 'setLevel']
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
