import { type EvolveContext, rules, type StateOf } from '../../kernel/module.ts'
import { reject } from '../../kernel/rejection.ts'
import { type FollowUpStep, followUp, maximumSteps } from './contract.ts'

type State = StateOf<typeof followUp>

/** Why nothing more can be written of it now. */
function ended({ status, steps }: State) {
  if (status === 'accepted') return reject('followUp.accepted')
  return steps.length >= maximumSteps ? reject('followUp.too-many', { maximum: maximumSteps }) : null
}

const withStep = (
  state: State,
  step: Pick<FollowUpStep, 'kind'> & Partial<Pick<FollowUpStep, 'text' | 'reference'>>,
  { at, actor }: EvolveContext,
): State => {
  const byAccountId = actor.kind === 'account' ? actor.accountId : null
  return { ...state, steps: [...state.steps, { text: null, reference: null, ...step, at, byAccountId }] }
}

export const followUpRules = rules(followUp, {
  decide: {
    noteProgress: (state, data) => ended(state) ?? [{ type: 'progressNoted', data }],
    addEvidence: (state, data) => ended(state) ?? [{ type: 'evidenceAdded', data }],
    report(state, data) {
      if (state.status === 'reported') return reject('followUp.reported')
      return ended(state) ?? [{ type: 'reported', data }]
    },
    accept: ({ status }) =>
      status === 'reported' ? [{ type: 'accepted', data: {} }] : reject('followUp.not-reported'),
    return: ({ status }, data) =>
      status === 'reported' ? [{ type: 'returned', data }] : reject('followUp.not-reported'),
  },
  evolve: {
    progressNoted: (state, { text }, context) => withStep(state, { kind: 'progress', text }, context),
    evidenceAdded: (state, { title, reference }, context) =>
      withStep(state, { kind: 'evidence', text: title, reference }, context),
    reported: (state, { text }, context): State => ({
      ...withStep(state, { kind: 'report', text }, context),
      status: 'reported',
    }),
    accepted: (state, _data, context): State => ({
      ...withStep(state, { kind: 'acceptance' }, context),
      status: 'accepted',
    }),
    returned: (state, { text }, context): State => ({
      ...withStep(state, { kind: 'return', text }, context),
      status: 'open',
    }),
  },
})
