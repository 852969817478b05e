import { type EvolveContext, rules, type StateOf } from '../kernel/module.ts'
import { reject } from '../kernel/rejection.ts'
import { personalRequest } from './contract.ts'

type State = StateOf<typeof personalRequest>

/** Why nothing more is done about it. */
function over({ request, status }: State) {
  if (!request) return reject('personalRequest.unknown')
  return status === 'answered' || status === 'refused' ? reject('personalRequest.ended') : null
}

/** Staff alone: the contract lets nobody else. */
function stamp({ actor, at }: EvolveContext) {
  if (actor.kind !== 'account') throw new Error('only accounts handle the requests of people')
  return { at, by: actor.accountId }
}

export const personalRequestRules = rules(personalRequest, {
  decide: {
    receive({ request }, { today, ...data }) {
      if (request) return reject('personalRequest.received')
      return data.receivedOn > today ? reject('personalRequest.in-future') : [{ type: 'received', data }]
    },
    checkIdentity: (state, data) => over(state) ?? [{ type: 'identityChecked', data }],
    answer(state, data) {
      const ended = over(state)
      if (ended) return ended
      // Nothing of a person is given to, or taken away by, somebody who only says that they are this person.
      return state.status === 'identityChecked' ? [{ type: 'answered', data }] : reject('personalRequest.not-checked')
    },
    refuse: (state, data) => over(state) ?? [{ type: 'refused', data }],
  },
  evolve: {
    received: (state, data, context): State => ({ ...state, request: { ...data, ...stamp(context) } }),
    identityChecked: (state, data, context): State => ({
      ...state,
      status: 'identityChecked',
      checked: { ...data, ...stamp(context) },
    }),
    answered: (state, data, context): State => ({
      ...state,
      status: 'answered',
      answered: { ...data, ...stamp(context) },
    }),
    refused: (state, data, context): State => ({
      ...state,
      status: 'refused',
      refused: { ...data, ...stamp(context) },
    }),
  },
})
