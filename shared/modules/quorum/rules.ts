import { rules } from '../../kernel/module.ts'
import { reject } from '../../kernel/rejection.ts'
import { isOver, session } from '../session/contract.ts'
import { quorum } from './contract.ts'

export const quorumRules = rules(quorum, {
  decide: {
    setRule({ rule }, data, { read }) {
      if (isOver(read(session).status)) return reject('session.over')
      return JSON.stringify(rule) === JSON.stringify(data.rule) ? [] : [{ type: 'ruleSet', data }]
    },
  },
  evolve: { ruleSet: (_state, data) => data },
})
