import { type DecideContext, hear, type NewEvent, rules, type StateOf } from '../../kernel/module.ts'
import { reject } from '../../kernel/rejection.ts'
import { isOver, session } from '../session/contract.ts'
import { recording } from './contract.ts'

type State = StateOf<typeof recording>

const isSessionOver = ({ read }: DecideContext) => isOver(read(session).status)

/** Who announces it knows of it. */
function announcedBy({ acknowledgedAt }: State, { actor }: DecideContext): NewEvent<typeof recording>[] {
  const knows = actor.kind !== 'participant' || acknowledgedAt[actor.participantId] !== undefined
  return [
    { type: 'announced', data: {} },
    ...(knows ? [] : [{ type: 'acknowledged' as const, data: { participantId: actor.participantId } }]),
  ]
}

const become =
  (status: State['status']) =>
  (state: State): State => ({ ...state, status, pausedReason: null })

export const recordingRules = rules(recording, {
  decide: {
    announce(state, _data, context) {
      if (isSessionOver(context)) return reject('session.over')
      return state.status === 'off' ? announcedBy(state, context) : []
    },
    start(state, _data, context) {
      if (isSessionOver(context)) return reject('session.over')
      switch (state.status) {
        case 'off':
          return [...announcedBy(state, context), { type: 'started', data: {} }]
        case 'announced':
          return [{ type: 'started', data: {} }]
        case 'running':
          return []
        case 'paused':
          return reject('recording.already-started')
      }
    },
    pause: ({ status }, data) => (status === 'running' ? [{ type: 'paused', data }] : reject('recording.not-running')),
    resume: ({ status }) => (status === 'paused' ? [{ type: 'resumed', data: {} }] : reject('recording.not-paused')),
    stop({ status }) {
      if (status === 'off') return reject('recording.not-running')
      return [{ type: status === 'announced' ? 'withdrawn' : 'stopped', data: {} }]
    },
    acknowledge({ status, acknowledgedAt }, _data, { actor }) {
      if (actor.kind !== 'participant') return []
      const { participantId } = actor
      if (status === 'off') return reject('recording.not-announced')
      return acknowledgedAt[participantId] === undefined ? [{ type: 'acknowledged', data: { participantId } }] : []
    },
  },
  evolve: {
    announced: become('announced'),
    withdrawn: become('off'),
    started: become('running'),
    paused: (state, { reason }): State => ({ ...state, status: 'paused', pausedReason: reason }),
    resumed: become('running'),
    stopped: become('off'),
    acknowledged: (state, { participantId }, { at }) => ({
      ...state,
      acknowledgedAt: { ...state.acknowledgedAt, [participantId]: at },
    }),
  },
  also: [hear(session, 'closed', become('off'))],
})
