import { rules } from '../../kernel/module.ts'
import { reject } from '../../kernel/rejection.ts'
import { admission } from '../admission/contract.ts'
import { isOver, session } from '../session/contract.ts'
import { maximumSelftests, selftest } from './contract.ts'
import { verdictOf } from './grades.ts'

export const selftestRules = rules(selftest, {
  decide: {
    record({ latest }, found, { read }) {
      if (isOver(read(session).status)) return reject('session.over')
      if (!read(admission).participants[found.participantId]) return reject('admission.unknown')
      const count = latest[found.participantId]?.count ?? 0
      if (count >= maximumSelftests) return reject('selftest.too-many', { maximum: maximumSelftests })
      return [{ type: 'recorded', data: { ...found, verdict: verdictOf(found) } }]
    },
  },
  evolve: {
    recorded: ({ latest }, recorded, { at }) => ({
      latest: {
        ...latest,
        [recorded.participantId]: { ...recorded, at, count: (latest[recorded.participantId]?.count ?? 0) + 1 },
      },
    }),
  },
})
