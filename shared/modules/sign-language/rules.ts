import type { ParticipantId } from '../../kernel/ids.ts'
import { hear, rules, type StateOf } from '../../kernel/module.ts'
import { reject } from '../../kernel/rejection.ts'
import { admission, isExpected } from '../admission/contract.ts'
import { isOver, session } from '../session/contract.ts'
import { maximumSigners, signLanguage } from './contract.ts'

type State = StateOf<typeof signLanguage>
interface One {
  participantId: ParticipantId
}

const without = (state: State, { participantId }: One): State => ({
  ...state,
  interpreters: state.interpreters.filter((id) => id !== participantId),
})

export const signLanguageRules = rules(signLanguage, {
  decide: {
    appoint({ interpreters }, data, { read }) {
      if (isOver(read(session).status)) return reject('session.over')
      if (!isExpected(read(admission).participants[data.participantId]?.status)) return reject('signLanguage.unknown')
      if (interpreters.includes(data.participantId)) return []
      if (interpreters.length >= maximumSigners) return reject('signLanguage.too-many', { maximum: maximumSigners })
      return [{ type: 'appointed', data }]
    },
    dismiss: ({ interpreters }, data) =>
      interpreters.includes(data.participantId) ? [{ type: 'dismissed', data }] : reject('signLanguage.not-appointed'),
    takeOver({ interpreters }, _data, { actor, read }) {
      if (actor.kind !== 'participant') return []
      const { participantId } = actor
      if (isOver(read(session).status)) return reject('session.over')
      if (!interpreters.includes(participantId)) return reject('signLanguage.not-appointed')
      return interpreters[0] === participantId ? [] : [{ type: 'tookOver', data: { participantId } }]
    },
  },
  evolve: {
    appointed: ({ interpreters, served }, { participantId }) => ({
      interpreters: [...interpreters, participantId],
      served: served.includes(participantId) ? served : [...served, participantId],
    }),
    dismissed: without,
    tookOver: (state, one) => ({ ...state, interpreters: [one.participantId, ...without(state, one).interpreters] }),
  },
  also: [hear(admission, 'removed', without), hear(admission, 'invitationWithdrawn', without)],
})
