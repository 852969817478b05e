import { hear, rules, type StateOf } from '../../kernel/module.ts'
import { reject } from '../../kernel/rejection.ts'
import { admission } from '../admission/contract.ts'
import { stage } from './contract.ts'

type State = StateOf<typeof stage>

const gone = (state: State, { participantId }: { participantId: string }): State =>
  state.spotlight === participantId ? { ...state, spotlight: null } : state

export const stageRules = rules(stage, {
  decide: {
    spotlight(state, data, { read }) {
      if (data.participantId === state.spotlight) return []
      const isPresent =
        data.participantId === null || read(admission).participants[data.participantId]?.status === 'present'
      return isPresent ? [{ type: 'spotlighted', data }] : reject('stage.not-present')
    },
    setLayout(state, data) {
      return data.layout === state.layout ? [] : [{ type: 'layoutSet', data }]
    },
  },
  evolve: {
    spotlighted: (state, { participantId }) => ({ ...state, spotlight: participantId }),
    layoutSet: (state, { layout }) => ({ ...state, layout }),
  },
  also: [
    hear(admission, 'left', gone),
    hear(admission, 'removed', gone),
    hear(admission, 'invitationWithdrawn', gone),
    hear(admission, 'returnedToWaiting', gone),
  ],
})
