// Closes a case with its result when all required steps are done, and records whether the citizen is satisfied.
import { z } from 'zod'
import { accountOnly } from '../../kernel/actor.ts'
import { AccountId, Ms, text } from '../../kernel/ids.ts'
import { command, defineModule, event } from '../../kernel/module.ts'
import { DecisionResult } from '../handling/contract.ts'

export const CaseResult = z
  .enum([...DecisionResult.options, 'answered', 'guided', 'transferred', 'returned', 'withdrawn'])
  .describe('the result of the decision; without one: what was done instead')
export type CaseResult = z.infer<typeof CaseResult>

export const Satisfaction = z
  .enum(['satisfied', 'notSatisfied', 'unknown'])
  .describe('whether the citizen agrees with the result: đồng ý, không đồng ý, chưa có ý kiến')
export type Satisfaction = z.infer<typeof Satisfaction>

const Word = z.object({ satisfaction: Satisfaction, note: text(2000).nullable() })

export const Closing = Word.extend({ result: CaseResult, at: Ms, byAccountId: AccountId.nullable() })

export const outcome = defineModule('outcome', {
  commands: {
    close: command('Closes the case with its result.', accountOnly, Word, [
      'outcome.not-finished',
      'outcome.split',
      'outcome.sender-not-told',
      'outcome.result-not-passed-on',
    ]),
    noteSatisfaction: command('Says what the citizen thinks of the result.', accountOnly, Word, ['outcome.open']),
  },
  events: {
    closed: event('nobody', Word.extend({ result: CaseResult })),
    satisfactionNoted: event('nobody', Word),
  },
  state: z.object({ closing: Closing.nullable() }),
  initial: { closing: null },
})
