// The modules of a case: what a citizen has brought, from its intake to its end. An aggregate of its own (ADR 0033, 0037).
import { type Aggregate, type ComposedState, compose } from '../kernel/aggregate.ts'
import { reject } from '../kernel/rejection.ts'
import { handlingRules } from './handling/rules.ts'
import { intakeRules } from './intake/rules.ts'
import { outcomeRules } from './outcome/rules.ts'

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

/** A closed case is closed for every module, also for those that come before the one that closes it. */
export function composeCase(options: { freeze: boolean }): Aggregate<CaseState> {
  const aggregate = compose(caseModules, options)
  return {
    ...aggregate,
    decide: (state, wish, context) =>
      state.outcome.closing && !afterClosing.includes(wish.type)
        ? reject('case.closed')
        : aggregate.decide(state, wish, context),
  }
}
