import { rules, type StateOf } from '../../kernel/module.ts'
import { reject } from '../../kernel/rejection.ts'
import { groundOf } from '../../law/refusal-grounds.ts'
import { hasEnded, session } from '../session/contract.ts'
import { visit } from '../visit/contract.ts'
import { notice, noticeOf } from './contract.ts'

type State = StateOf<typeof notice>

export const noticeRules = rules(notice, {
  decide: {
    issue({ notices }, data, { read }) {
      if (hasEnded(read(session).status)) return reject('notice.sealed')
      const refusal = read(visit).refusals.find(
        ({ participantId, explainedAt }) => participantId === data.participantId && explainedAt === data.explainedAt,
      )
      if (!refusal) return reject('notice.unknown-refusal')
      if (!groundOf(refusal.groundId)?.needsNotice) return reject('notice.not-owed')
      return noticeOf(notices, data) ? reject('notice.already-issued') : [{ type: 'issued', data }]
    },
  },
  evolve: {
    issued: ({ notices }, issued, { at }): State => ({ notices: [...notices, { ...issued, issuedAt: at }] }),
  },
})
