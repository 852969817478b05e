// Which words of a captioner are passed on and to whom, and which of them are kept. Called by the server's session room.
import type { ParticipantId } from '../kernel/ids.ts'
import { standingOf } from '../modules/admission/contract.ts'
import { consultationOf } from '../modules/consultation/contract.ts'
import type { SessionState } from '../modules/index.ts'
import { isStateSecret } from '../secrecy/levels.ts'
import type { CaptionNotice, Speaker } from '../wire/captions.ts'

interface Words {
  readonly lineId: string
  readonly text: string
  readonly speakerId: ParticipantId | null
}

/** null: this participant does not write the captions, or nothing is to be written now: a break, a consultation of theirs. */
export function captionNotice(
  state: SessionState,
  participantId: ParticipantId,
  { lineId, text, speakerId }: Words,
  isFinished: boolean,
): CaptionNotice | null {
  const writer = state.admission.participants[participantId]
  if (state.captions.writerId !== participantId || !writer || standingOf(writer) !== 'present') return null
  if (state.session.status !== 'open' || !hearsCaptions(state, participantId)) return null
  return { lineId, text, speaker: speakerOf(state, speakerId), isFinished }
}

/** Whoever is aside hears the floor as little as the floor hears them. */
export const hearsCaptions = ({ consultation }: SessionState, participantId: ParticipantId): boolean =>
  !consultationOf(consultation, participantId)

function speakerOf(state: SessionState, chosen: ParticipantId | null): Speaker {
  const { holder } = state.floor
  if (holder && (chosen === null || chosen === holder.participantId))
    return { participantId: holder.participantId, personId: holder.speakerId }
  const participant = chosen && state.admission.participants[chosen]
  const isInRoom = participant && standingOf(participant) === 'present' && hearsCaptions(state, chosen)
  return isInRoom ? { participantId: chosen, personId: null } : null
}

/** Of who denounces, of secrets, and while the recording is interrupted for a reason, no word stays (ADR 0047, 0056, 0062). */
export const keepsTranscript = (state: SessionState): boolean =>
  mayHaveTranscript(state) && state.session.status === 'open' && state.recording.status !== 'paused'

/** What was kept of any other session is erased, and is shown to nobody. */
export const mayHaveTranscript = ({ session }: SessionState): boolean =>
  !session.isProtected &&
  !isStateSecret(session.secrecy) &&
  session.status !== 'sealed' &&
  session.status !== 'cancelled'
