// The aggregate of a case, from intake to closing, and its modules (ADR 0033, 0037).
import { staffReader } from '../intake-group/contract.ts'
import { type Aggregate, type ComposedState, compose } from '../kernel/aggregate.ts'
import { reject } from '../kernel/rejection.ts'
import { handlingRules } from './handling/rules.ts'
import { intakeRules } from './intake/rules.ts'
import { outcomeRules } from './outcome/rules.ts'
import { mayRead } from './readers.ts'

export const caseModules = [intakeRules, handlingRules, outcomeRules] as const

/** All that is told of one case. */
export type CaseState = ComposedState<typeof caseModules>

/**
 * What may still be said of a closed case: by whom it may be read, how secret it is, what the citizen thinks of it, and what the body it went to
 * says at last, which its citizen is then told.
 */
const afterClosing: readonly string[] = [
  'outcome.noteSatisfaction',
  'intake.nameReader',
  'intake.takeBackReader',
  'intake.setLevel',
  'handling.receiveResult',
  'handling.passOnResult',
]

/** Administrators say by whom it may be read, which they need not read themselves. */
const aboutReaders: readonly string[] = ['intake.nameReader', 'intake.takeBackReader']

/**
 * What a case asks before any module does: a protected one is worked on by its readers alone (ADR 0071), a closed one is closed for every
 * module, also for those that come before the one that closes it.
 */
export function composeCase(options: { freeze: boolean }): Aggregate<CaseState> {
  const aggregate = compose(caseModules, options)
  return {
    ...aggregate,
    decide(state, wish, context) {
      const { actor } = context
      const isRead = actor.kind !== 'account' || aboutReaders.includes(wish.type) || mayRead(state, staffReader(actor))
      if (!isRead) return reject('case.for-readers')
      return state.outcome.closing && !afterClosing.includes(wish.type)
        ? reject('case.closed')
        : aggregate.decide(state, wish, context)
    },
  }
}
