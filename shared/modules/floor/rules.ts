import { hear, rules } from '../../kernel/module.ts'
import { reject } from '../../kernel/rejection.ts'
import { admission } from '../admission/contract.ts'
import { agenda } from '../agenda/contract.ts'
import { consultation, consultationOf } from '../consultation/contract.ts'
import { identity } from '../identity/contract.ts'
import { interpretation, spokenInto } from '../interpretation/contract.ts'
import { readiness } from '../readiness/contract.ts'
import { isOver, session } from '../session/contract.ts'
import { floor, type Holder, lostHolderGraceMs } from './contract.ts'
import { isOfTheSite, nobodyToHear, ownSpeaker, secondsLeft } from './speakers.ts'
import { leftOf, tightest } from './speaking-time.ts'
import {
  aside,
  freed,
  gone,
  itemOfSpeech,
  placeOf,
  type State,
  sentOut,
  timeIsUpAt,
  turnsBegun,
  turnsEnded,
  withHolder,
  withoutRequest,
  withoutSoundCheck,
  withSound,
} from './steps.ts'

export const floorRules = rules(floor, {
  decide: {
    request(state, { purpose }, { actor, read }) {
      if (actor.kind !== 'participant') return []
      const { participantId } = actor
      if (read(session).status !== 'open') return reject('session.not-open')
      if (!state.isByTurns) return reject('floor.not-by-turns')
      if (state.isLocked) return reject('floor.locked')
      if (state.holder?.participantId === participantId) return reject('floor.already-held')
      if (placeOf(state, participantId) !== -1) return reject('floor.already-requested')
      const firstOther = state.requests.findIndex((request) => request.purpose !== 'pointOfOrder')
      const isUrgent = purpose === 'pointOfOrder' && firstOther !== -1
      const position = isUrgent ? firstOther : state.requests.length
      return [{ type: 'requested', data: { participantId, purpose, position } }]
    },
    withdraw(state, _data, { actor }) {
      if (actor.kind !== 'participant') return []
      const { participantId } = actor
      return placeOf(state, participantId) === -1
        ? reject('floor.no-request')
        : [{ type: 'withdrawn', data: { participantId } }]
    },
    move(state, { participantId, position }) {
      const before = placeOf(state, participantId)
      if (before === -1) return reject('floor.no-request')
      const place = Math.min(position, state.requests.length - 1)
      return place === before ? [] : [{ type: 'moved', data: { participantId, position: place } }]
    },
    grant(state, { participantId, limitSeconds }, context) {
      const { at, read } = context
      const { holder, requests } = state
      if (read(session).status !== 'open') return reject('session.not-open')
      if (!state.isByTurns) return reject('floor.not-by-turns')
      const participant = read(admission).participants[participantId]
      if (participant?.status !== 'present') return reject('floor.not-present')
      if (participant.role === 'observer') return reject('floor.observer')
      if (consultationOf(read(consultation), participantId)) return reject('floor.in-consultation')
      if (spokenInto(read(interpretation), participantId)) return reject('floor.interpreting')
      if (holder?.participantId === participantId) return reject('floor.already-held')
      const purpose = requests[placeOf(state, participantId)]?.purpose ?? null
      const seconds = limitSeconds === undefined ? secondsLeft(state, participant, purpose, context) : limitSeconds
      if (seconds === 0) return reject('floor.budget-used')
      const endsAt = seconds === null ? null : at + seconds * 1000
      const speakerId = ownSpeaker(participant)
      const itemId = read(agenda).runningId
      return [
        ...(holder ? [{ type: 'revoked' as const, data: { participantId: holder.participantId, reason: null } }] : []),
        { type: 'granted', data: { participantId, purpose, speakerId, itemId, endsAt } },
      ]
    },
    deny(state, data) {
      return placeOf(state, data.participantId) === -1 ? reject('floor.no-request') : [{ type: 'denied', data }]
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
    nameSpeaker(state, { speakerId }, context) {
      const { actor, at, read } = context
      const { holder } = state
      if (actor.kind !== 'participant') return []
      if (!holder) return reject('floor.not-held')
      const isStaff = actor.role === 'chair' || actor.role === 'secretary'
      if (!isStaff && holder.participantId !== actor.participantId) return reject('floor.not-holder')
      const participant = read(admission).participants[holder.participantId]
      if (speakerId !== null && (!participant || !isOfTheSite(speakerId, participant, context)))
        return reject('floor.not-of-the-site')
      if (speakerId === holder.speakerId) return []
      const ofPerson = state.turns.filter((turn) => turn.speakerId === speakerId)
      const left = speakerId === null ? null : leftOf(state.rules.perPerson, ofPerson, at)
      if (left === 0 && !isStaff) return reject('floor.budget-used')
      // A limit that staff have set may be tightened by the person’s budget; “no limit” stays so.
      const tightened = left ? (holder.pausedAt ?? at) + left * 1000 : null
      const endsAt = holder.endsAt === null ? null : tightest(holder.endsAt, tightened)
      return [{ type: 'speakerNamed', data: { participantId: holder.participantId, speakerId, endsAt } }]
    },
    extend({ holder }, { seconds }, { at }) {
      if (!holder) return reject('floor.not-held')
      if (holder.endsAt === null) return reject('floor.no-limit')
      const endsAt = Math.max(holder.endsAt, holder.pausedAt ?? at) + seconds * 1000
      return [{ type: 'extended', data: { participantId: holder.participantId, endsAt } }]
    },
    pause({ holder }) {
      if (!holder) return reject('floor.not-held')
      if (holder.pausedAt !== null) return reject('floor.paused')
      return [{ type: 'paused', data: { participantId: holder.participantId } }]
    },
    resume({ holder }, _data, { at }) {
      if (!holder) return reject('floor.not-held')
      if (holder.pausedAt === null) return reject('floor.not-paused')
      const endsAt = holder.endsAt === null ? null : holder.endsAt + at - holder.pausedAt
      return [{ type: 'resumed', data: { participantId: holder.participantId, endsAt } }]
    },
    lock({ holder, isLocked, isByTurns }, _data, { read }) {
      if (read(session).status !== 'open') return reject('session.not-open')
      if (isLocked) return reject('floor.locked')
      return [
        ...(holder ? [{ type: 'revoked' as const, data: { participantId: holder.participantId, reason: null } }] : []),
        { type: 'locked', data: { isByTurns } },
      ]
    },
    unlock({ isLocked }) {
      return isLocked ? [{ type: 'unlocked', data: {} }] : reject('floor.not-locked')
    },
    checkSound({ isByTurns, soundCheck }, { siteId }, context) {
      if (context.read(session).status !== 'scheduled') return reject('session.not-scheduled')
      if (!isByTurns) return reject('floor.not-by-turns')
      const refusal = siteId && nobodyToHear(siteId, context)
      if (refusal) return refusal
      return siteId === soundCheck ? [] : [{ type: 'soundCheckSet', data: { siteId } }]
    },
    setByTurns({ isByTurns }, data, { read }) {
      const { status, kind } = read(session)
      if (isOver(status)) return reject('session.over')
      if (kind === 'conference') return reject('floor.conference')
      return data.isByTurns === isByTurns ? [] : [{ type: 'byTurnsSet', data }]
    },
    silence({ isByTurns, silenced }, data, { read }) {
      if (isOver(read(session).status)) return reject('session.over')
      if (isByTurns) return reject('floor.by-turns')
      const participant = read(admission).participants[data.participantId]
      if (participant?.status !== 'present') return reject('floor.not-present')
      if (participant.role === 'chair' || participant.role === 'secretary') return reject('floor.staff')
      if (participant.role === 'observer') return reject('floor.observer')
      return silenced.includes(data.participantId) ? [] : [{ type: 'silenced', data }]
    },
    endSilence({ silenced }, data) {
      return silenced.includes(data.participantId) ? [{ type: 'silenceEnded', data }] : reject('floor.not-silenced')
    },
    setRules(state, data, { read }) {
      if (isOver(read(session).status)) return reject('session.over')
      return JSON.stringify(state.rules) === JSON.stringify(data.rules) ? [] : [{ type: 'rulesSet', data }]
    },
    overrun(state, data, { at }) {
      const { holder } = state
      const upAt = timeIsUpAt(state)
      const isDue =
        holder?.participantId === data.participantId &&
        state.rules.atTheEnd === 'softMute' &&
        !holder.isOverrun &&
        upAt !== null &&
        upAt <= at
      return isDue ? [{ type: 'overran', data }] : []
    },
    expire(state, { participantId }, { at }) {
      const { holder } = state
      if (holder?.participantId !== participantId) return []
      const upAt = timeIsUpAt(state)
      const isOverTime = state.rules.atTheEnd === 'hardMute' && upAt !== null && upAt <= at
      const isOverGrace = holder.lostAt !== null && holder.lostAt + lostHolderGraceMs <= at
      return isOverTime || isOverGrace ? [{ type: 'expired', data: { participantId } }] : []
    },
  },
  evolve: {
    requested: (state, { participantId, purpose, position }, { at }) => ({
      ...state,
      requests: state.requests.toSpliced(position, 0, { participantId, purpose, at }),
    }),
    withdrawn: (state, { participantId }) => ({ ...state, requests: withoutRequest(state, participantId) }),
    moved: (state, { participantId, position }) => {
      const moved = state.requests.filter((request) => request.participantId === participantId)
      return { ...state, requests: withoutRequest(state, participantId).toSpliced(position, 0, ...moved) }
    },
    granted: (state, { participantId, purpose, speakerId, itemId, endsAt }, { at }) => {
      const holder: Holder = {
        participantId,
        purpose,
        speakerId,
        grantedAt: at,
        endsAt,
        pausedAt: null,
        isOverrun: false,
        lostAt: null,
      }
      const turns = turnsBegun(state, holder, itemId, at)
      return { ...withSound(state, participantId), requests: withoutRequest(state, participantId), holder, turns }
    },
    denied: (state, { participantId }) => ({ ...state, requests: withoutRequest(state, participantId) }),
    released: (state, _data, { at }) => freed(state, at),
    revoked: (state, _data, { at }) => freed(state, at),
    expired: (state, _data, { at }) => freed(state, at),
    speakerNamed: (state, { speakerId, endsAt }, { at }) => {
      const named = withHolder(state, () => ({ speakerId, endsAt }))
      const speaks = named.holder?.pausedAt === null && named.holder.lostAt === null
      return speaks && named.holder
        ? { ...named, turns: turnsBegun(named, named.holder, itemOfSpeech(state), at) }
        : named
    },
    extended: (state, { endsAt }) => withHolder(state, () => ({ endsAt, isOverrun: false })),
    paused: (state, _data, { at }) => ({
      ...withHolder(state, () => ({ pausedAt: at })),
      turns: turnsEnded(state.turns, at),
    }),
    resumed: (state, { endsAt }, { at }) => {
      const resumed = withHolder(state, () => ({ endsAt, pausedAt: null }))
      return resumed.holder?.lostAt === null
        ? { ...resumed, turns: turnsBegun(resumed, resumed.holder, itemOfSpeech(state), at) }
        : resumed
    },
    locked: (state) => ({ ...state, isLocked: true }),
    unlocked: (state) => ({ ...state, isLocked: false }),
    soundCheckSet: (state, { siteId }) => ({ ...state, soundCheck: siteId }),
    byTurnsSet: (state, { isByTurns }, { at }) => ({ ...freed(state, at), requests: [], soundCheck: null, isByTurns }),
    silenced: (state, { participantId }) => ({ ...state, silenced: [...state.silenced, participantId] }),
    silenceEnded: (state, { participantId }) => withSound(state, participantId),
    rulesSet: (state, { rules: speakingRules }) => ({ ...state, rules: speakingRules }),
    overran: (state) => withHolder(state, () => ({ isOverrun: true })),
  },
  also: [
    // A conference is always by turns; a reception if it was booked so.
    hear(session, 'scheduled', (state: State, { kind, speaksByTurns }) => ({
      ...state,
      isByTurns: kind === 'conference' || speaksByTurns,
    })),
    // The sound of a site is checked until it is known, or the session opens (ADR 0083).
    hear(readiness, 'siteConnected', (state: State, { siteId }) =>
      state.soundCheck === siteId ? { ...state, soundCheck: null } : state,
    ),
    hear(readiness, 'allConnected', withoutSoundCheck),
    hear(session, 'opened', withoutSoundCheck),
    // Whoever leaves may come back by themself, and is silenced still.
    hear(admission, 'left', gone),
    hear(admission, 'removed', sentOut),
    hear(admission, 'invitationWithdrawn', sentOut),
    hear(admission, 'returnedToWaiting', sentOut),
    hear(admission, 'lost', (state: State, { participantId, lostAt }) =>
      state.holder?.participantId === participantId
        ? { ...withHolder(state, () => ({ lostAt })), turns: turnsEnded(state.turns, lostAt) }
        : state,
    ),
    hear(admission, 'returned', (state: State, { participantId }, { at }) => {
      const { holder } = state
      if (holder?.participantId !== participantId || holder.lostAt === null) return state
      const returned = withHolder(state, () => ({ lostAt: null }))
      return returned.holder?.pausedAt === null
        ? { ...returned, turns: turnsBegun(returned, returned.holder, itemOfSpeech(state), at) }
        : returned
    }),
    // A chair is heard always: neither silenced nor waiting for a turn.
    hear(admission, 'chairHandedOver', (state: State, { participantId }) => {
      const heard = withSound(state, participantId)
      return placeOf(heard, participantId) === -1 ? heard : { ...heard, requests: withoutRequest(heard, participantId) }
    }),
    // The speaker list belongs to the item; the next one begins with an empty list.
    hear(agenda, 'started', (state: State) => (state.requests.length === 0 ? state : { ...state, requests: [] })),
    hear(consultation, 'started', (state: State, { participantIds }, { at }) => aside(state, participantIds, at)),
    hear(consultation, 'joined', (state: State, { participantId }, { at }) => aside(state, [participantId], at)),
    hear(identity, 'begun', (state: State, { officerId, participantId }, { at }) =>
      aside(state, [officerId, participantId], at),
    ),
    hear(interpretation, 'started', (state: State, { participantId }, { at }) => aside(state, [participantId], at)),
    hear(session, 'suspended', (state: State, _data, { at }) => freed(state, at)),
    hear(session, 'closed', (state: State, _data, { at }) => ({ ...freed(state, at), requests: [], isLocked: false })),
  ],
  deadlines(state) {
    const { holder, rules: speakingRules } = state
    if (!holder) return []
    const data = { participantId: holder.participantId }
    const upAt = timeIsUpAt(state)
    const lostUntil = holder.lostAt === null ? null : holder.lostAt + lostHolderGraceMs
    const expiresAt = tightest(speakingRules.atTheEnd === 'hardMute' ? upAt : null, lostUntil)
    const overrunsAt = speakingRules.atTheEnd === 'softMute' && !holder.isOverrun ? upAt : null
    return [
      expiresAt === null ? [] : { at: expiresAt, type: 'floor.expire', data },
      overrunsAt === null ? [] : { at: overrunsAt, type: 'floor.overrun', data },
    ].flat()
  },
})
