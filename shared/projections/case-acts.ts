// Derives from the state of a case what staff can do with it next. Pure.
import { dialogueToHold, dialogueToNotify, needsDecision, owesResult, owesSender } from '../cases/handling/contract.ts'
import type { CaseState } from '../cases/index.ts'
import { isSecondComplaint } from '../cases/intake/contract.ts'
import { mayRead } from '../cases/readers.ts'
import type { StaffReader } from '../intake-group/contract.ts'
import type { AccountId } from '../kernel/ids.ts'
import { statusOf } from './cases.ts'

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
