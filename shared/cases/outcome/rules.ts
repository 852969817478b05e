import { rules, type StateOf } from '../../kernel/module.ts'
import { reject } from '../../kernel/rejection.ts'
import { handling, owesResult, owesSender, stageOf } from '../handling/contract.ts'
import { type CompetenceOutcome, intake } from '../intake/contract.ts'
import { type CaseResult, outcome } from './contract.ts'

type State = StateOf<typeof outcome>

const sentOn: Readonly<Record<Exclude<CompetenceOutcome, 'own'>, CaseResult>> = {
  guide: 'guided',
  transfer: 'transferred',
  return: 'returned',
}

function resultOf(
  { competence }: StateOf<typeof intake>,
  { withdrawal, decision }: StateOf<typeof handling>,
): CaseResult {
  if (withdrawal) return 'withdrawn'
  if (competence && competence.outcome !== 'own') return sentOn[competence.outcome]
  return decision?.result ?? 'answered'
}

export const outcomeRules = rules(outcome, {
  decide: {
    close(_state, data, { read }) {
      const [taken, handled] = [read(intake), read(handling)]
      const stage = stageOf(taken, handled)
      if (stage === 'split') return reject('outcome.split')
      if (stage !== 'toClose') return reject('outcome.not-finished')
      // Closed, a case owes nothing any more: what is owed is done first.
      if (owesSender(taken, handled)) return reject('outcome.sender-not-told')
      if (owesResult(handled)) return reject('outcome.result-not-passed-on')
      return [{ type: 'closed', data: { ...data, result: resultOf(taken, handled) } }]
    },
    noteSatisfaction: ({ closing }, data) => (closing ? [{ type: 'satisfactionNoted', data }] : reject('outcome.open')),
  },
  evolve: {
    closed: (_state, data, { at, actor }): State => ({
      closing: { ...data, at, byAccountId: actor.kind === 'account' ? actor.accountId : null },
    }),
    satisfactionNoted: ({ closing }, data): State => ({ closing: closing && { ...closing, ...data } }),
  },
})
