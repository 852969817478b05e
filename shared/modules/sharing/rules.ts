import type { ParticipantId } from '../../kernel/ids.ts'
import { hear, rules, type StateOf } from '../../kernel/module.ts'
import { reject } from '../../kernel/rejection.ts'
import { admission } from '../admission/contract.ts'
import { consultation, consultationOf } from '../consultation/contract.ts'
import { identity } from '../identity/contract.ts'
import { isOver, session } from '../session/contract.ts'
import { sharing } from './contract.ts'

type State = StateOf<typeof sharing>

const hasRequest = ({ requests }: State, participantId: ParticipantId) =>
  requests.some((request) => request.participantId === participantId)

const isHolder = ({ holder }: State, participantId: ParticipantId) => holder?.participantId === participantId

const withoutRequest = (state: State, { participantId }: { participantId: ParticipantId }): State =>
  hasRequest(state, participantId)
    ? { ...state, requests: state.requests.filter((request) => request.participantId !== participantId) }
    : state

const ended = (state: State): State => ({ ...state, holder: null })

/** A screen is for the room: who is taken aside shares it no longer. A request keeps its place. */
const aside = (state: State, participantIds: readonly ParticipantId[]): State =>
  state.holder && participantIds.includes(state.holder.participantId) ? ended(state) : state

function gone(state: State, one: { participantId: ParticipantId }): State {
  const remaining = withoutRequest(state, one)
  return isHolder(state, one.participantId) ? ended(remaining) : remaining
}

export const sharingRules = rules(sharing, {
  decide: {
    request(state, _data, { actor, read }) {
      if (actor.kind !== 'participant') return []
      const { participantId } = actor
      if (isOver(read(session).status)) return reject('session.over')
      if (isHolder(state, participantId)) return reject('sharing.already-granted')
      if (hasRequest(state, participantId)) return reject('sharing.already-requested')
      if (consultationOf(read(consultation), participantId)) return reject('sharing.in-consultation')
      return [{ type: 'requested', data: { participantId } }]
    },
    withdraw(state, _data, { actor }) {
      if (actor.kind !== 'participant' || !hasRequest(state, actor.participantId)) return reject('sharing.no-request')
      return [{ type: 'withdrawn', data: { participantId: actor.participantId } }]
    },
    grant(state, data, { read }) {
      if (isOver(read(session).status)) return reject('session.over')
      const participant = read(admission).participants[data.participantId]
      if (participant?.status !== 'present') return reject('sharing.not-present')
      if (participant.role === 'observer') return reject('sharing.observer')
      if (consultationOf(read(consultation), data.participantId)) return reject('sharing.in-consultation')
      if (isHolder(state, data.participantId)) return reject('sharing.already-granted')
      const before = state.holder
      return [
        ...(before ? [{ type: 'revoked' as const, data: { participantId: before.participantId } }] : []),
        { type: 'granted', data },
      ]
    },
    deny: (state, data) =>
      hasRequest(state, data.participantId) ? [{ type: 'denied', data }] : reject('sharing.no-request'),
    start({ holder }, _data, { actor }) {
      if (actor.kind !== 'participant' || holder?.participantId !== actor.participantId)
        return reject('sharing.not-granted')
      return holder.startedAt === null ? [{ type: 'started', data: { participantId: actor.participantId } }] : []
    },
    stop(state, _data, { actor }) {
      if (actor.kind !== 'participant' || !isHolder(state, actor.participantId)) return reject('sharing.not-granted')
      return [{ type: 'stopped', data: { participantId: actor.participantId } }]
    },
    revoke: ({ holder }) =>
      holder ? [{ type: 'revoked', data: { participantId: holder.participantId } }] : reject('sharing.nobody'),
  },
  evolve: {
    requested: (state, { participantId }, { at }) => ({
      ...state,
      requests: [...state.requests, { participantId, at }],
    }),
    withdrawn: withoutRequest,
    granted: (state, { participantId }, { at }) => ({
      ...withoutRequest(state, { participantId }),
      holder: { participantId, grantedAt: at, startedAt: null },
    }),
    denied: withoutRequest,
    started: (state, _data, { at }) =>
      state.holder ? { ...state, holder: { ...state.holder, startedAt: at } } : state,
    stopped: ended,
    revoked: ended,
  },
  also: [
    hear(admission, 'left', gone),
    hear(admission, 'removed', gone),
    hear(admission, 'invitationWithdrawn', gone),
    hear(admission, 'returnedToWaiting', gone),
    hear(consultation, 'started', (state: State, { participantIds }) => aside(state, participantIds)),
    hear(consultation, 'joined', (state: State, { participantId }) => aside(state, [participantId])),
    hear(identity, 'begun', (state: State, { officerId, participantId }) => aside(state, [officerId, participantId])),
    hear(session, 'closed', (): State => sharing.initial),
  ],
})
