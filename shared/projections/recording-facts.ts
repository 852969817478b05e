// Translates reports of the recorder to commands of the system.
import type { Wish } from '../kernel/aggregate.ts'
import type { ParticipantId } from '../kernel/ids.ts'
import type { SessionState } from '../modules/index.ts'
import { isWanted, openGaps, sameTrack } from '../modules/recording/contract.ts'
import { recordingRuleOf } from '../modules/session/contract.ts'
import type { MediaSource } from '../wire/engine/media-requests.ts'
import type { InterruptionCause } from '../wire/hearing/recording.ts'

interface AboutTrack {
  readonly participantId: ParticipantId
  readonly source: MediaSource
}

export type TrackFact = AboutTrack &
  ({ readonly type: 'written' | 'ended' } | { readonly type: 'interrupted'; readonly cause: InterruptionCause })

/** These concern all that is recorded, however many tracks tell of them. */
const ofTheWhole: readonly InterruptionCause[] = ['noRecorder', 'diskFull', 'clockChanged']

/** Those that would change something; each is written by itself. */
export function recordingFacts({ recording }: SessionState, fact: TrackFact): Wish[] {
  const track = { participantId: fact.participantId, source: fact.source }
  const restore = (which: AboutTrack | null): Wish[] =>
    openGaps(recording).some((gap) => sameTrack(gap.track, which))
      ? [{ type: 'recording.restore', data: { track: which } }]
      : []
  switch (fact.type) {
    case 'interrupted': {
      const about = ofTheWhole.includes(fact.cause) ? null : track
      return [{ type: 'recording.interrupt', data: { track: about, cause: fact.cause } }]
    }
    case 'written': {
      const confirm = recording.status === 'starting' ? [{ type: 'recording.confirm', data: {} }] : []
      return [...confirm, ...restore(track), ...restore(null)]
    }
    case 'ended':
      return restore(track)
  }
}

/** Nothing was written while this server was away. */
export const recordingLostWithServer = ({ recording }: SessionState): Wish | null =>
  isWanted(recording)
    ? { type: 'recording.interrupt', data: { track: null, cause: 'serverRestarted' satisfies InterruptionCause } }
    : null

/** Chair and secretary of what must be recorded know it of their office; everybody else is told, and confirms it. */
export function isToBeTold({ session, admission }: SessionState, participantId: ParticipantId): boolean {
  const role = admission.participants[participantId]?.role
  return recordingRuleOf(session) !== 'required' || (role !== 'chair' && role !== 'secretary')
}
