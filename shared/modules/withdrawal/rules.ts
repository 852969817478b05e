import { hear, rules, type StateOf } from '../../kernel/module.ts'
import { reject } from '../../kernel/rejection.ts'
import { approval } from '../approval/contract.ts'
import { notice } from '../notice/contract.ts'
import { receipt } from '../receipt/contract.ts'
import { supplement } from '../supplement/contract.ts'
import { isSame, withdrawal, withdrawalOf } from './contract.ts'

type State = StateOf<typeof withdrawal>

const issued = (state: State, paper: State['issued'][number]): State => ({ ...state, issued: [...state.issued, paper] })

export const withdrawalRules = rules(withdrawal, {
  decide: {
    declare(state, data) {
      if (!state.issued.some((one) => isSame(one, data))) return reject('withdrawal.unknown-paper')
      if (withdrawalOf(state, data)) return reject('withdrawal.stands-no-more')
      if (data.replacedBy && isSame(data, { ...data, ...data.replacedBy })) return reject('withdrawal.by-itself')
      return [{ type: 'declared', data }]
    },
  },
  evolve: {
    declared: (state, data, { at }): State => ({ ...state, withdrawals: [...state.withdrawals, { ...data, at }] }),
  },
  also: [
    hear(approval, 'issued', (state: State, { paper: kind, number, year }) =>
      issued(state, { kind, number, year, participantId: null }),
    ),
    hear(receipt, 'issued', (state: State, { number, year, participantId }) =>
      issued(state, { kind: 'receipt', number, year, participantId }),
    ),
    hear(notice, 'issued', (state: State, { number, year, participantId }) =>
      issued(state, { kind: 'refusalNotice', number, year, participantId }),
    ),
    hear(supplement, 'written', (state: State, { number, year }) =>
      issued(state, { kind: 'supplement', number, year, participantId: null }),
    ),
  ],
})
