import type { Ms } from '../../kernel/ids.ts'
import {
  type DecideContext,
  type EventData,
  hear,
  type NewEvent,
  objectTo,
  rules,
  type StateOf,
} from '../../kernel/module.ts'
import { reject } from '../../kernel/rejection.ts'
import { isOver, isRunning, recordingRuleOf, session } from '../session/contract.ts'
import { isWanted, isWritten, lacksRecording, openGaps, recording, sameTrack } from './contract.ts'

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

/** Of this track, or of all. */
const ended = (state: State, at: Ms, track?: State['gaps'][number]['track']): State => ({
  ...state,
  gaps: state.gaps.map((gap) =>
    gap.to === null && (track === undefined || sameTrack(gap.track, track)) ? { ...gap, to: at } : gap,
  ),
})

/** What is not to be recorded cannot be missing. */
const become =
  (status: State['status']) =>
  (state: State, _data: unknown, { at }: { at: Ms }): State => ({ ...ended(state, at), status, pausedReason: null })

const mustBeRecorded = ({ read }: DecideContext) => recordingRuleOf(read(session)) === 'required'

/** A session begins to be recorded once. */
function begun(
  state: State,
  one: Extract<NewEvent<typeof recording>, { type: 'requested' | 'started' }>,
  context: DecideContext,
) {
  const { type } = one
  if (isSessionOver(context)) return reject('session.over')
  if (recordingRuleOf(context.read(session)) === 'never') return reject('recording.never')
  switch (state.status) {
    case 'off':
      return [...announcedBy(state, context), one]
    case 'announced':
      return [one]
    case 'starting':
      // The recorder does not come to it: the agency’s own equipment takes over.
      return type === 'started' ? [one] : []
    case 'running':
      return state.by === (type === 'started' ? 'equipment' : 'server') ? [] : [one]
    case 'paused':
      return reject('recording.already-started')
  }
}

/** null: of before it was asked for. */
function equipmentOf({ device, reason, recorderId }: EventData<typeof recording, 'started'>, since: Ms) {
  return device && reason && recorderId ? { device, reason, recorderId, since } : null
}

export const recordingRules = rules(recording, {
  decide: {
    announce(state, _data, context) {
      if (isSessionOver(context)) return reject('session.over')
      if (recordingRuleOf(context.read(session)) === 'never') return reject('recording.never')
      return state.status === 'off' ? announcedBy(state, context) : []
    },
    request: (state, _data, context) => begun(state, { type: 'requested', data: {} }, context),
    start(state, data, context) {
      if (context.actor.kind === 'account') {
        // From outside it is said for the opening, and takes no recording away that has begun: those inside know of that.
        if (context.read(session).status !== 'scheduled') return reject('session.not-scheduled')
        if (isWritten(state)) return []
      }
      return begun(state, { type: 'started', data }, context)
    },
    confirm: ({ by, status }) => (by === 'server' && status === 'starting' ? [{ type: 'confirmed', data: {} }] : []),
    interrupt(state, data) {
      const isKnown = openGaps(state).some(({ track }) => sameTrack(track, data.track))
      return isWanted(state) && !isKnown ? [{ type: 'interrupted', data }] : []
    },
    restore: (state, data) =>
      openGaps(state).some(({ track }) => sameTrack(track, data.track)) ? [{ type: 'restored', data }] : [],
    pause: ({ status }, data) => (status === 'running' ? [{ type: 'paused', data }] : reject('recording.not-running')),
    resume: ({ status }) => (status === 'paused' ? [{ type: 'resumed', data: {} }] : reject('recording.not-paused')),
    stop({ status, beganAt }, _data, context) {
      if (status === 'off') return reject('recording.not-running')
      if (mustBeRecorded(context) && isRunning(context.read(session).status)) return reject('recording.required')
      const hasBegun = status !== 'announced' && (status !== 'starting' || beganAt !== null)
      return [{ type: hasBegun ? 'stopped' : 'withdrawn', data: {} }]
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
    requested: (state, data, commit): State => ({
      ...become('starting')(state, data, commit),
      by: 'server',
      equipment: null,
    }),
    started: (state, data, commit): State => ({
      ...become('running')(state, data, commit),
      by: 'equipment',
      equipment: equipmentOf(data, commit.at),
    }),
    confirmed: (state, _data, { at }): State => ({ ...state, status: 'running', beganAt: state.beganAt ?? at }),
    interrupted: (state, gap, { at }): State => ({ ...state, gaps: [...state.gaps, { ...gap, from: at, to: null }] }),
    restored: (state, { track }, { at }): State => ended(state, at, track),
    paused: (state, { reason }, commit): State => ({
      ...become('paused')(state, reason, commit),
      pausedReason: reason,
    }),
    resumed: (state, data, commit): State =>
      become(state.by === 'server' ? 'starting' : 'running')(state, data, commit),
    stopped: become('off'),
    acknowledged: (state, { participantId }, { at }) => ({
      ...state,
      acknowledgedAt: { ...state.acknowledgedAt, [participantId]: at },
    }),
  },
  also: [hear(session, 'closed', become('off')), hear(session, 'cancelled', become('off'))],
  objections: [
    objectTo(session, 'open', (state: State, _data, context) =>
      lacksRecording(state, context.read(session)) ? reject('recording.not-written') : null,
    ),
  ],
})
