import type { ParticipantId } from '../../kernel/ids.ts'
import { hear, rules, type StateOf } from '../../kernel/module.ts'
import { reject } from '../../kernel/rejection.ts'
import { isStateSecret } from '../../secrecy/levels.ts'
import { admission, isExpected } from '../admission/contract.ts'
import { consultation, consultationOf } from '../consultation/contract.ts'
import { identity } from '../identity/contract.ts'
import { isOver, isRunning, session } from '../session/contract.ts'
import { captions, maximumCaptioners } from './contract.ts'

type State = StateOf<typeof captions>
interface One {
  participantId: ParticipantId
}

const ceased = (state: State, { participantId }: One): State =>
  state.writerId === participantId ? { ...state, writerId: null } : state

/** Also no captioner any more. */
const gone = (state: State, one: One): State => ({
  ...ceased(state, one),
  captioners: state.captioners.filter((id) => id !== one.participantId),
})

export const captionsRules = rules(captions, {
  decide: {
    appoint({ captioners }, data, { read }) {
      if (isOver(read(session).status)) return reject('session.over')
      if (isStateSecret(read(session).secrecy)) return reject('secrecy.no-captions')
      if (!isExpected(read(admission).participants[data.participantId]?.status)) return reject('captions.unknown')
      if (captioners.includes(data.participantId)) return []
      if (captioners.length >= maximumCaptioners) return reject('captions.too-many', { maximum: maximumCaptioners })
      return [{ type: 'appointed', data }]
    },
    dismiss: ({ captioners }, data) =>
      captioners.includes(data.participantId) ? [{ type: 'dismissed', data }] : reject('captions.not-appointed'),
    start({ captioners, writerId }, _data, { actor, read }) {
      if (actor.kind !== 'participant') return []
      const { participantId } = actor
      if (!isRunning(read(session).status)) return reject('session.not-open')
      if (!captioners.includes(participantId)) return reject('captions.not-appointed')
      if (consultationOf(read(consultation), participantId)) return reject('captions.in-consultation')
      return writerId === participantId ? [] : [{ type: 'started', data: { participantId } }]
    },
    stop({ writerId }, _data, { actor }) {
      if (actor.kind !== 'participant') return []
      const { participantId } = actor
      return writerId === participantId
        ? [{ type: 'stopped', data: { participantId } }]
        : reject('captions.not-writing')
    },
    setAutomatic({ isAutomatic }, data, { read }) {
      if (isAutomatic === data.isOn) return []
      if (data.isOn && isOver(read(session).status)) return reject('session.over')
      if (data.isOn && isStateSecret(read(session).secrecy)) return reject('secrecy.no-captions')
      if (data.isOn && read(session).isProtected) return reject('captions.not-of-protected')
      return [{ type: 'automaticSet', data }]
    },
    setOnScreens({ isOnScreens }, data, { read }) {
      if (isOnScreens === data.isOn) return []
      if (data.isOn && isOver(read(session).status)) return reject('session.over')
      if (data.isOn && isStateSecret(read(session).secrecy)) return reject('secrecy.no-captions')
      return [{ type: 'onScreensSet', data }]
    },
  },
  evolve: {
    appointed: (state, { participantId }) => ({ ...state, captioners: [...state.captioners, participantId] }),
    dismissed: gone,
    started: (state, { participantId }) => ({ ...state, writerId: participantId }),
    stopped: ceased,
    automaticSet: (state, { isOn }) => ({ ...state, isAutomatic: isOn }),
    onScreensSet: (state, { isOn }) => ({ ...state, isOnScreens: isOn }),
  },
  also: [
    hear(admission, 'left', ceased),
    hear(admission, 'returnedToWaiting', ceased),
    hear(admission, 'removed', gone),
    hear(admission, 'invitationWithdrawn', gone),
    // Who is taken aside hears the floor no longer, and what is said aside is written nowhere.
    hear(consultation, 'started', (state: State, { participantIds }) =>
      participantIds.reduce((before, participantId) => ceased(before, { participantId }), state),
    ),
    hear(consultation, 'joined', ceased),
    hear(identity, 'begun', (state: State, { officerId, participantId }) =>
      ceased(ceased(state, { participantId: officerId }), { participantId }),
    ),
    hear(session, 'protected', (state: State) => ({ ...state, isAutomatic: false })),
    hear(session, 'closed', (state: State) => ({ ...state, writerId: null, isAutomatic: false })),
  ],
})
