import type { Ms, ParticipantId } from '../../kernel/ids.ts'
import { hear, rules, type StateOf } from '../../kernel/module.ts'
import { reject } from '../../kernel/rejection.ts'
import { admission } from '../admission/contract.ts'
import { isOver, session } from '../session/contract.ts'
import { camera, openGapOf } from './contract.ts'

type State = StateOf<typeof camera>

const ended = (state: State, at: Ms, participantId: ParticipantId | null): State => {
  const ends = (gap: State['gaps'][number]) =>
    gap.to === null && (participantId === null || gap.participantId === participantId)
  return state.gaps.some(ends)
    ? { ...state, gaps: state.gaps.map((gap) => (ends(gap) ? { ...gap, to: Math.max(gap.from, at) } : gap)) }
    : state
}

/** Who is not in the room has no picture to miss. */
const gone = (state: State, { participantId }: { participantId: ParticipantId }, { at }: { at: Ms }): State =>
  ended(state, at, participantId)

export const cameraRules = rules(camera, {
  decide: {
    setRule({ isRequired }, data, { read }) {
      if (isOver(read(session).status)) return reject('session.over')
      return data.isRequired === isRequired ? [] : [{ type: 'ruleSet', data }]
    },
    noteOff({ isRequired, gaps }, data, { read }) {
      const isCounted =
        isRequired &&
        read(session).status === 'open' &&
        read(admission).participants[data.participantId]?.status === 'present'
      return isCounted && !openGapOf(gaps, data.participantId) ? [{ type: 'wentOff', data }] : []
    },
    noteOn({ gaps }, data) {
      return openGapOf(gaps, data.participantId) ? [{ type: 'cameBack', data }] : []
    },
  },
  evolve: {
    ruleSet: (state, { isRequired }, { at }) => ({ ...ended(state, at, null), isRequired }),
    wentOff: (state, { participantId, since }) => ({
      ...state,
      gaps: [...state.gaps, { participantId, from: since, to: null }],
    }),
    cameBack: (state, { participantId }, { at }) => ended(state, at, participantId),
  },
  also: [
    hear(admission, 'left', gone),
    hear(admission, 'lost', gone),
    hear(admission, 'removed', gone),
    hear(admission, 'invitationWithdrawn', gone),
    hear(admission, 'returnedToWaiting', gone),
    // Nghị định 154/2026/NĐ-CP, Điều 21: whoever is received, and receives, is seen all the time.
    hear(session, 'scheduled', (state: State, { kind }) =>
      kind === 'reception' ? { ...state, isRequired: true } : state,
    ),
    hear(session, 'suspended', (state: State, _data, { at }) => ended(state, at, null)),
    hear(session, 'closed', (state: State, _data, { at }) => ended(state, at, null)),
  ],
})
