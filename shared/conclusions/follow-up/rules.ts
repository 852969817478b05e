import { type EvolveContext, rules, type StateOf } from '../../kernel/module.ts'
import { reject } from '../../kernel/rejection.ts'
import { type EvidenceFile, type FollowUpStep, followUp, maximumFiles, maximumSteps } from './contract.ts'

type State = StateOf<typeof followUp>

/** Why nothing more can be written of it now. */
function ended({ status, steps }: State, files: readonly EvidenceFile[]) {
  if (status === 'accepted') return reject('followUp.accepted')
  if (steps.length >= maximumSteps) return reject('followUp.too-many', { maximum: maximumSteps })
  const kept = steps.reduce((sum, step) => sum + step.files.length, 0)
  return kept + files.length > maximumFiles ? reject('followUp.too-many-files', { maximum: maximumFiles }) : null
}

const authorOf = ({ actor }: EvolveContext) => (actor.kind === 'account' ? actor.accountId : null)

const withStep = (
  state: State,
  step: Pick<FollowUpStep, 'kind'> & Partial<Pick<FollowUpStep, 'text' | 'reference' | 'files'>>,
  context: EvolveContext,
): State => {
  const { at } = context
  const whole = { text: null, reference: null, files: [], ...step, at, byAccountId: authorOf(context) }
  return { ...state, steps: [...state.steps, whole] }
}

export const followUpRules = rules(followUp, {
  decide: {
    noteProgress: (state, data) => ended(state, data.files) ?? [{ type: 'progressNoted', data }],
    addEvidence(state, data) {
      if (data.reference === null && data.files.length === 0) return reject('followUp.no-evidence')
      return ended(state, data.files) ?? [{ type: 'evidenceAdded', data }]
    },
    report(state, data) {
      if (state.status === 'reported') return reject('followUp.reported')
      return ended(state, data.files) ?? [{ type: 'reported', data }]
    },
    accept: ({ status }) =>
      status === 'reported' ? [{ type: 'accepted', data: {} }] : reject('followUp.not-reported'),
    return: ({ status }, data) =>
      status === 'reported' ? [{ type: 'returned', data }] : reject('followUp.not-reported'),
    remind({ status, reminders }, { number, ...data }) {
      // Whoever has reported waits for the office, not the other way round.
      if (status === 'accepted') return reject('followUp.accepted')
      if (status === 'reported') return reject('followUp.reported')
      if (reminders.length >= maximumSteps) return reject('followUp.too-many', { maximum: maximumSteps })
      return number === reminders.length + 1 ? [{ type: 'reminded', data }] : reject('followUp.reminded')
    },
  },
  evolve: {
    progressNoted: (state, words, context) => withStep(state, { kind: 'progress', ...words }, context),
    evidenceAdded: (state, { title, ...evidence }, context) =>
      withStep(state, { kind: 'evidence', text: title, ...evidence }, context),
    reported: (state, words, context): State => ({
      ...withStep(state, { kind: 'report', ...words }, context),
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
    reminded: (state, reminder, context): State => ({
      ...state,
      reminders: [...state.reminders, { ...reminder, at: context.at, byAccountId: authorOf(context) }],
    }),
  },
})
