import { rules, type StateOf } from '../../kernel/module.ts'
import { reactions } from './contract.ts'

export const reactionsRules = rules(reactions, {
  decide: {
    allow: ({ allowedTo }, data) => (data.to === allowedTo ? [] : [{ type: 'allowed', data }]),
  },
  evolve: { allowed: (_state, { to }): StateOf<typeof reactions> => ({ allowedTo: to }) },
})
