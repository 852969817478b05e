// State changes of the floor: requests, holder, counted turns, silenced participants. Contains no rules: rules.ts
// decides when each applies.
import type { ParticipantId } from '../../kernel/ids.ts'
import type { StateOf } from '../../kernel/module.ts'
import type { floor, Holder } from './contract.ts'
import type { Turn } from './speaking-time.ts'

export type State = StateOf<typeof floor>
interface Naming {
  participantId: ParticipantId
}

export const placeOf = (state: State, participantId: ParticipantId) =>
  state.requests.findIndex((request) => request.participantId === participantId)

export const withoutRequest = (state: State, participantId: ParticipantId): State['requests'] =>
  state.requests.filter((request) => request.participantId !== participantId)

/** Only the last can be going on: whoever begins one ends the one before. */
export function turnsEnded(turns: State['turns'], at: number): State['turns'] {
  const last = turns.at(-1)
  return last && last.to === null ? turns.with(-1, { ...last, to: Math.max(last.from, at) }) : turns
}

export function turnsBegun(state: State, holder: Holder, itemId: Turn['itemId'], at: number): Turn[] {
  const { participantId, speakerId } = holder
  return [...turnsEnded(state.turns, at), { participantId, speakerId, itemId, from: at, to: null }]
}

/** The item under which the holder got the floor: a speech belongs to the item it began under. */
export const itemOfSpeech = ({ turns }: State) => turns.at(-1)?.itemId ?? null

export const freed = (state: State, at: number): State => ({
  ...state,
  holder: null,
  turns: turnsEnded(state.turns, at),
})

/** Whom staff give the floor, or let in anew, is silenced no longer. */
export const withSound = (state: State, participantId: ParticipantId): State =>
  state.silenced.includes(participantId)
    ? { ...state, silenced: state.silenced.filter((one) => one !== participantId) }
    : state

export const withoutSoundCheck = (state: State): State =>
  state.soundCheck === null ? state : { ...state, soundCheck: null }

export function gone(state: State, { participantId }: Naming, { at }: { at: number }): State {
  const remaining =
    placeOf(state, participantId) === -1 ? state : { ...state, requests: withoutRequest(state, participantId) }
  return state.holder?.participantId === participantId ? freed(remaining, at) : remaining
}

export const sentOut = (state: State, who: Naming, context: { at: number }): State =>
  withSound(gone(state, who, context), who.participantId)

/** Who is taken aside, or interprets, speaks to the room no longer; a request keeps its place. */
export const aside = (state: State, participantIds: readonly ParticipantId[], at: number): State =>
  state.holder && participantIds.includes(state.holder.participantId) ? freed(state, at) : state

export const withHolder = (state: State, change: (holder: Holder) => Partial<Holder>): State =>
  state.holder ? { ...state, holder: { ...state.holder, ...change(state.holder) } } : state

/** When the holder’s time and grace are over; null: they are not counted now. */
export function timeIsUpAt({ holder, rules: { graceSeconds } }: State): number | null {
  if (!holder || holder.endsAt === null || holder.pausedAt !== null) return null
  return holder.endsAt + graceSeconds * 1000
}
