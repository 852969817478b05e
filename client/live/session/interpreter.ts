// Whose voice interprets for this person just now, and for whom this person may.
import { useShallow } from 'zustand/react/shallow'
import type { Language, ParticipantId } from '../../../shared/kernel/ids.ts'
import { consultationOf } from '../../../shared/modules/consultation/contract.ts'
import { type Channel, channelOf, channelsFor } from '../../../shared/modules/interpretation/contract.ts'
import { isRunning } from '../../../shared/modules/session/contract.ts'
import { type SessionSnapshot, useSession } from './store.ts'

/**
 * Whoever speaks into the channel and can be heard there; null: nobody, so the floor must be heard in full. One who has
 * muted themselves, or whose connection is lost, is silent; oneself one does not hear; and who is aside hears no channel.
 */
export function interpreterFor({ state, me, live }: SessionSnapshot, language: Language | null): ParticipantId | null {
  if (!state || !me || language === null || consultationOf(state.consultation, me.participantId)) return null
  const speaker = channelOf(state.interpretation, language)?.live
  if (!speaker || speaker.lostAt !== null || speaker.participantId === me.participantId) return null
  return live.sources[speaker.participantId]?.audio === 'live' ? speaker.participantId : null
}

/** The channels this person may speak into, while there is something to interpret. */
function ownChannels({ state, me }: SessionSnapshot): Channel[] {
  if (!state || !me || !isRunning(state.session.status)) return []
  const isAside = consultationOf(state.consultation, me.participantId) !== undefined
  return isAside ? [] : channelsFor(state.interpretation, me.participantId)
}

export const useOwnChannels = (): Channel[] => useSession(useShallow(ownChannels))

/** Appointed, whether they interpret now or not: also an observer then has a microphone. */
export const useIsInterpreter = (): boolean =>
  useSession(
    ({ state, me }) => state !== null && me !== null && channelsFor(state.interpretation, me.participantId).length > 0,
  )
