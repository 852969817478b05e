import type { ParticipantId } from '../../kernel/ids.ts'
import { hear, rules, type StateOf } from '../../kernel/module.ts'
import { reject } from '../../kernel/rejection.ts'
import { admission } from '../admission/contract.ts'
import { session } from '../session/contract.ts'
import { floor, lostHolderGraceMs } from './contract.ts'

type State = StateOf<typeof floor>

const withoutRequest = (state: State, participantId: ParticipantId): State['requests'] =>
  state.requests.filter((request) => request.participantId !== participantId)

const hasRequest = (state: State, participantId: ParticipantId) =>
  state.requests.some((request) => request.participantId === participantId)

const freed = (state: State): State => ({ ...state, holder: null })

function gone(state: State, { participantId }: { participantId: ParticipantId }): State {
  const holds = state.holder?.participantId === participantId
  if (!holds && !hasRequest(state, participantId)) return state
  return { requests: withoutRequest(state, participantId), holder: holds ? null : state.holder }
}

const holderLost =
  (lostAt: number | null) =>
  (state: State, { participantId }: { participantId: ParticipantId }) =>
    state.holder?.participantId === participantId ? { ...state, holder: { ...state.holder, lostAt } } : state

export const floorRules = rules(floor, {
  decide: {
    request(state, { purpose }, { actor, read }) {
      if (actor.kind !== 'participant') return []
      const { participantId } = actor
      if (read(session).status !== 'open') return reject('session.not-open')
      if (state.holder?.participantId === participantId) return reject('floor.already-held')
      if (hasRequest(state, participantId)) return reject('floor.already-requested')
      return [{ type: 'requested', data: { participantId, purpose } }]
    },
    withdraw(state, _data, { actor }) {
      if (actor.kind !== 'participant') return []
      const { participantId } = actor
      return hasRequest(state, participantId)
        ? [{ type: 'withdrawn', data: { participantId } }]
        : reject('floor.no-request')
    },
    grant({ holder }, { participantId, limitSeconds }, { at, read }) {
      if (read(session).status !== 'open') return reject('session.not-open')
      const participant = read(admission).participants[participantId]
      if (participant?.status !== 'present') return reject('floor.not-present')
      if (participant.role === 'observer') return reject('floor.observer')
      if (holder?.participantId === participantId) return reject('floor.already-held')
      const endsAt = limitSeconds === null ? null : at + limitSeconds * 1000
      return [
        ...(holder ? [{ type: 'revoked' as const, data: { participantId: holder.participantId, reason: null } }] : []),
        { type: 'granted', data: { participantId, endsAt } },
      ]
    },
    deny(state, data) {
      return hasRequest(state, data.participantId) ? [{ type: 'denied', data }] : reject('floor.no-request')
    },
    release({ holder }, _data, { actor }) {
      if (actor.kind !== 'participant' || holder?.participantId !== actor.participantId)
        return reject('floor.not-holder')
      return [{ type: 'released', data: { participantId: actor.participantId } }]
    },
    revoke({ holder }, { reason }) {
      return holder
        ? [{ type: 'revoked', data: { participantId: holder.participantId, reason } }]
        : reject('floor.not-held')
    },
    expire({ holder }, { participantId }, { at }) {
      if (holder?.participantId !== participantId) return []
      const isOverTime = holder.endsAt !== null && holder.endsAt <= at
      const isOverGrace = holder.lostAt !== null && holder.lostAt + lostHolderGraceMs <= at
      return isOverTime || isOverGrace ? [{ type: 'expired', data: { participantId } }] : []
    },
  },
  evolve: {
    requested: (state, request, { at }) => ({ ...state, requests: [...state.requests, { ...request, at }] }),
    withdrawn: (state, { participantId }) => ({ ...state, requests: withoutRequest(state, participantId) }),
    granted: (state, { participantId, endsAt }, { at }) => ({
      requests: withoutRequest(state, participantId),
      holder: { participantId, grantedAt: at, endsAt, lostAt: null },
    }),
    denied: (state, { participantId }) => ({ ...state, requests: withoutRequest(state, participantId) }),
    released: freed,
    revoked: freed,
    expired: freed,
  },
  also: [
    hear(admission, 'left', gone),
    hear(admission, 'removed', gone),
    hear(admission, 'invitationWithdrawn', gone),
    hear(admission, 'returnedToWaiting', gone),
    hear(admission, 'lost', (state: State, lost) => holderLost(lost.lostAt)(state, lost)),
    hear(admission, 'returned', holderLost(null)),
    hear(session, 'suspended', freed),
    hear(session, 'closed', (): State => floor.initial),
  ],
  deadlines({ holder }) {
    if (!holder) return []
    const ends = [holder.endsAt, holder.lostAt === null ? null : holder.lostAt + lostHolderGraceMs]
    const at = Math.min(...ends.filter((end) => end !== null))
    return at === Number.POSITIVE_INFINITY
      ? []
      : [{ at, type: 'floor.expire', data: { participantId: holder.participantId } }]
  },
})
