// The required state of the media plane, derived only from the session's state.
import type { ConnectionId, Language, ParticipantId } from '../kernel/ids.ts'
import { type Participant, standingOf } from '../modules/admission/contract.ts'
import { consultationOf } from '../modules/consultation/contract.ts'
import type { SessionState } from '../modules/index.ts'
import { channelsFor, spokenInto } from '../modules/interpretation/contract.ts'
import { isWanted } from '../modules/recording/contract.ts'
import { isOver } from '../modules/session/contract.ts'
import type { MediaSource } from '../wire/engine/media-requests.ts'
import { isRecognised } from './captions.ts'

/** The floor, or the id of a consultation. */
export type MediaGroup = typeof theFloor | (string & {})
export const theFloor = 'floor'

export interface PeerPlan {
  readonly connectionId: ConnectionId
  /** Only peers of one group receive each other: those on the floor, or those of one consultation. */
  readonly group: MediaGroup
  /** Whoever interprets is received by those of their group who listen to this language; null: by all of it. */
  readonly channel: Language | null
  /** May send anything at all. */
  readonly mayProduce: boolean
  /** The microphone’s producer runs; otherwise it is paused on the server, whatever the browser does. */
  readonly mayBeHeard: boolean
  /** May send a camera. */
  readonly mayBeSeen: boolean
  /** May send a screen and its sound; otherwise those producers are closed. */
  readonly mayShare: boolean
  /** What of it the server records: of a consultation nothing, ever. */
  readonly recorded: readonly MediaSource[]
  /** Whether the speech engine hears the microphone: of a consultation never. */
  readonly recognised: boolean
}

const soundAlone: readonly MediaSource[] = ['microphone', 'screenSound']
const everything: readonly MediaSource[] = [...soundAlone, 'camera', 'screen']
const nothing: readonly MediaSource[] = []

/** A participant who is not in the plan has no transport. */
export type MediaPlan = ReadonlyMap<ParticipantId, PeerPlan>

export function mediaPlan(state: SessionState): MediaPlan {
  const { status } = state.session
  const plan = new Map<ParticipantId, PeerPlan>()
  if (isOver(status)) return plan
  // In a pause of the session people talk among themselves.
  const isRecorded = isWanted(state.recording) && status !== 'suspended'
  const recorded = state.session.recordsPictures ? everything : soundAlone
  for (const participant of Object.values(state.admission.participants)) {
    const { participantId, connectionId, role } = participant
    if (connectionId === null || standingOf(participant) !== 'present') continue
    const aside = consultationOf(state.consultation, participantId)
    const channel = spokenInto(state.interpretation, participantId)?.language ?? null
    const isObserver = role === 'observer'
    const signs = state.signLanguage.interpreters.includes(participantId)
    // Aside there is no floor: all of them talk. Into a channel one speaks without the floor.
    const mayBeHeard = aside !== undefined || channel !== null || isHeardOnFloor(state, participant)
    plan.set(participantId, {
      connectionId,
      group: aside?.consultationId ?? theFloor,
      channel,
      // An observer sends nothing but the voice or the signs of an interpreter.
      mayProduce: !isObserver || signs || channelsFor(state.interpretation, participantId).length > 0,
      mayBeHeard,
      mayBeSeen: !isObserver || signs,
      mayShare: aside === undefined && state.sharing.holder?.participantId === participantId,
      recorded: isRecorded && aside === undefined ? recorded : nothing,
      recognised: mayBeHeard && isRecognised(state, participantId),
    })
  }
  return plan
}

/**
 * Who is heard by all on the floor. The chair always, and whoever holds the floor; the secretary unless the floor is locked. Where
 * one does not speak by turns, all the others, too, from when they are in the room: a citizen needs nobody's click to be heard in
 * their own reception (ADR 0078). By turns, before the opening, the site whose sound is checked (ADR 0083).
 */
function isHeardOnFloor({ session, floor }: SessionState, participant: Participant): boolean {
  const { participantId, role, siteId } = participant
  if (role === 'observer') return false
  if (role === 'chair' || floor.holder?.participantId === participantId) return true
  if (floor.isLocked) return false
  if (role === 'secretary') return true
  if (siteId !== null && siteId === floor.soundCheck) return true
  return !floor.isByTurns && session.status !== 'suspended' && !floor.silenced.includes(participantId)
}

export function samePlan(one: MediaPlan, other: MediaPlan): boolean {
  if (one.size !== other.size) return false
  for (const [participantId, peer] of one) {
    const match = other.get(participantId)
    const isSame =
      match?.connectionId === peer.connectionId &&
      match.group === peer.group &&
      match.channel === peer.channel &&
      match.mayProduce === peer.mayProduce &&
      match.mayBeSeen === peer.mayBeSeen &&
      match.mayShare === peer.mayShare &&
      match.recorded === peer.recorded &&
      match.recognised === peer.recognised &&
      match.mayBeHeard === peer.mayBeHeard
    if (!isSame) return false
  }
  return true
}
