import { rules, type StateOf } from '../../kernel/module.ts'
import { reject } from '../../kernel/rejection.ts'
import { areKnown } from '../../papers/recipients.ts'
import { admission } from '../admission/contract.ts'
import { approval } from '../approval/contract.ts'
import { session } from '../session/contract.ts'
import { maximumSupplements, standingMinutes, supplement } from './contract.ts'

type State = StateOf<typeof supplement>

export const supplementRules = rules(supplement, {
  decide: {
    write({ written }, data, { read }) {
      if (read(session).status !== 'sealed') return reject('supplement.not-sealed')
      if (!standingMinutes(read(approval))) return reject('supplement.not-issued')
      if (written.some(({ supplementId }) => supplementId === data.supplementId))
        return reject('supplement.already-written')
      if (written.length >= maximumSupplements) return reject('supplement.too-many', { maximum: maximumSupplements })
      if (!areKnown(data.recipients, read(admission).participants)) return reject('supplement.unknown-recipient')
      return [{ type: 'written', data }]
    },
  },
  evolve: {
    written: ({ written }, data, { at, actor }): State => ({ written: [...written, { ...data, at, by: actor }] }),
  },
})
