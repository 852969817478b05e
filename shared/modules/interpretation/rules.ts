import type { Language, Ms, ParticipantId } from '../../kernel/ids.ts'
import { hear, rules, type StateOf } from '../../kernel/module.ts'
import { reject } from '../../kernel/rejection.ts'
import { admission, isExpected } from '../admission/contract.ts'
import { consultation, consultationOf } from '../consultation/contract.ts'
import { identity } from '../identity/contract.ts'
import { isOver, isRunning, session } from '../session/contract.ts'
import {
  type Channel,
  channelOf,
  channelsFor,
  interpretation,
  lostInterpreterGraceMs,
  maximumChannels,
  maximumInterpreters,
  spokenInto,
} from './contract.ts'

type State = StateOf<typeof interpretation>
interface One {
  participantId: ParticipantId
}

const isInterpreter = ({ interpreters }: Channel, participantId: ParticipantId) => interpreters.includes(participantId)

const change = (state: State, language: Language, next: (channel: Channel) => Channel): State => ({
  ...state,
  channels: state.channels.map((channel) => (channel.language === language ? next(channel) : channel)),
})

/** Nobody speaks into this channel any more. Of one who was lost it is not said that they spoke on. */
function ended(state: State, language: Language, at: Ms): State {
  const live = channelOf(state, language)?.live
  if (!live) return state
  const { participantId, from, lostAt } = live
  const turns = [...state.turns, { language, participantId, from, to: Math.max(from, lostAt ?? at) }]
  return change({ ...state, turns }, language, (channel) => ({ ...channel, live: null }))
}

function silent(state: State, { participantId }: One, { at }: { at: Ms }): State {
  const channel = spokenInto(state, participantId)
  return channel ? ended(state, channel.language, at) : state
}

/** Also no interpreter of any language any more. */
function gone(state: State, one: One, context: { at: Ms }): State {
  const quiet = silent(state, one, context)
  if (channelsFor(quiet, one.participantId).length === 0) return quiet
  const channels = quiet.channels.map((channel) => without(channel, one))
  return { ...quiet, channels }
}

const without = (channel: Channel, { participantId }: One): Channel => ({
  ...channel,
  interpreters: channel.interpreters.filter((id) => id !== participantId),
})

const withLive = (state: State, { participantId }: One, changes: Partial<NonNullable<Channel['live']>>): State => {
  const channel = spokenInto(state, participantId)
  if (!channel) return state
  return change(state, channel.language, ({ live, ...rest }) => ({ ...rest, live: live && { ...live, ...changes } }))
}

export const interpretationRules = rules(interpretation, {
  decide: {
    offer(state, data, { read }) {
      if (isOver(read(session).status)) return reject('session.over')
      if (channelOf(state, data.language)) return reject('interpretation.offered')
      if (state.channels.length >= maximumChannels)
        return reject('interpretation.too-many-channels', { maximum: maximumChannels })
      return [{ type: 'offered', data }]
    },
    withdraw: (state, data) =>
      channelOf(state, data.language) ? [{ type: 'withdrawn', data }] : reject('interpretation.not-offered'),
    appoint(state, data, { read }) {
      if (isOver(read(session).status)) return reject('session.over')
      const channel = channelOf(state, data.language)
      if (!channel) return reject('interpretation.not-offered')
      if (!isExpected(read(admission).participants[data.participantId]?.status)) return reject('interpretation.unknown')
      if (isInterpreter(channel, data.participantId)) return []
      if (channel.interpreters.length >= maximumInterpreters)
        return reject('interpretation.too-many-interpreters', { maximum: maximumInterpreters })
      return [{ type: 'appointed', data }]
    },
    dismiss(state, data) {
      const channel = channelOf(state, data.language)
      return channel && isInterpreter(channel, data.participantId)
        ? [{ type: 'dismissed', data }]
        : reject('interpretation.not-appointed')
    },
    start(state, { language }, { actor, read }) {
      if (actor.kind !== 'participant') return []
      const { participantId } = actor
      if (!isRunning(read(session).status)) return reject('session.not-open')
      const channel = channelOf(state, language)
      if (!channel || !isInterpreter(channel, participantId)) return reject('interpretation.not-appointed')
      if (consultationOf(read(consultation), participantId)) return reject('interpretation.in-consultation')
      if (channel.live?.participantId === participantId) return []
      return [{ type: 'started', data: { language, participantId } }]
    },
    stop(state, _data, { actor }) {
      if (actor.kind !== 'participant') return []
      const { participantId } = actor
      const channel = spokenInto(state, participantId)
      if (!channel) return reject('interpretation.not-interpreting')
      return [{ type: 'stopped', data: { language: channel.language, participantId } }]
    },
    askRelief(state, _data, { actor, read }) {
      if (actor.kind !== 'participant') return []
      const { participantId } = actor
      const channel = spokenInto(state, participantId)
      if (!channel?.live) return reject('interpretation.not-interpreting')
      const { participants } = read(admission)
      const isHere = (id: ParticipantId) => id !== participantId && participants[id]?.status === 'present'
      if (!channel.interpreters.some(isHere)) return reject('interpretation.no-partner')
      if (channel.live.asksRelief) return []
      return [{ type: 'reliefAsked', data: { language: channel.language, participantId } }]
    },
    lapse(state, data, { at }) {
      const live = channelOf(state, data.language)?.live
      const isDue =
        live?.participantId === data.participantId && live.lostAt !== null && live.lostAt + lostInterpreterGraceMs <= at
      return isDue ? [{ type: 'lapsed', data }] : []
    },
  },
  evolve: {
    offered: (state, { language }) => ({
      ...state,
      channels: [...state.channels, { language, interpreters: [], live: null }],
    }),
    withdrawn(state, { language }, { at }) {
      const quiet = ended(state, language, at)
      return { ...quiet, channels: quiet.channels.filter((channel) => channel.language !== language) }
    },
    appointed: (state, { language, participantId }) =>
      change(state, language, (channel) => ({ ...channel, interpreters: [...channel.interpreters, participantId] })),
    dismissed(state, { language, participantId }, { at }) {
      const isLive = channelOf(state, language)?.live?.participantId === participantId
      return change(isLive ? ended(state, language, at) : state, language, (channel) =>
        without(channel, { participantId }),
      )
    },
    started(state, { language, participantId }, context) {
      const free = ended(silent(state, { participantId }, context), language, context.at)
      const live = { participantId, from: context.at, lostAt: null, asksRelief: false }
      return change(free, language, (channel) => ({ ...channel, live }))
    },
    stopped: silent,
    lapsed: silent,
    reliefAsked: (state, one) => withLive(state, one, { asksRelief: true }),
  },
  also: [
    hear(admission, 'left', silent),
    hear(admission, 'returnedToWaiting', silent),
    hear(admission, 'removed', gone),
    hear(admission, 'invitationWithdrawn', gone),
    hear(admission, 'lost', (state: State, { participantId, lostAt }) =>
      withLive(state, { participantId }, { lostAt }),
    ),
    hear(admission, 'returned', (state: State, one) => withLive(state, one, { lostAt: null })),
    // Who is taken aside hears the floor no longer, so there is nothing to interpret.
    hear(consultation, 'started', (state: State, { participantIds }, context) =>
      participantIds.reduce((before, participantId) => silent(before, { participantId }, context), state),
    ),
    hear(consultation, 'joined', silent),
    hear(identity, 'begun', (state: State, { officerId, participantId }, context) =>
      silent(silent(state, { participantId: officerId }, context), { participantId }, context),
    ),
    hear(session, 'closed', (state: State, _data, { at }) =>
      state.channels.reduce((before, { language }) => ended(before, language, at), state),
    ),
  ],
  deadlines: ({ channels }) =>
    channels.flatMap(({ language, live }) =>
      live?.lostAt == null
        ? []
        : {
            at: live.lostAt + lostInterpreterGraceMs,
            type: 'interpretation.lapse',
            data: { language, participantId: live.participantId },
          },
    ),
})
