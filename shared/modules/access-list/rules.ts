import { hear, rules, type StateOf } from '../../kernel/module.ts'
import { reject } from '../../kernel/rejection.ts'
import { session } from '../session/contract.ts'
import { accessList, isListed, keptLooks, maximumNamed } from './contract.ts'

type State = StateOf<typeof accessList>

export const accessListRules = rules(accessList, {
  decide: {
    name(state, data, { read }) {
      if (read(session).status === 'unscheduled') return reject('session.not-scheduled')
      if (isListed(state, data.accountId)) return []
      if (state.named.length >= maximumNamed) return reject('accessList.too-many', { maximum: maximumNamed })
      return [{ type: 'named', data }]
    },
    takeBack({ named }, data) {
      const isNamed = named.some(({ accountId }) => accountId === data.accountId)
      return isNamed ? [{ type: 'takenBack', data }] : reject('accessList.not-named')
    },
    noteLook: (state, data, { actor }) =>
      actor.kind === 'account' && isListed(state, actor.accountId)
        ? [{ type: 'looked', data }]
        : reject('accessList.no-part'),
  },
  evolve: {
    named: (state, naming, { at, actor }): State =>
      actor.kind === 'account' ? { ...state, named: [...state.named, { ...naming, at, by: actor.accountId }] } : state,
    takenBack: (state, { accountId }): State => ({
      ...state,
      named: state.named.filter((one) => one.accountId !== accountId),
    }),
    looked: (state, look, { at, actor }): State =>
      actor.kind === 'account'
        ? { ...state, looks: [...state.looks, { ...look, at, by: actor.accountId }].slice(-keptLooks) }
        : state,
  },
  also: [
    hear(session, 'scheduled', (state: State, _plan, { actor }) =>
      actor.kind === 'account' ? { ...state, bookedBy: actor.accountId } : state,
    ),
  ],
})
