// Decides which captions are forwarded to whom, whom the speech engine receives, and what is stored. Called by the
// server’s loaded session and by the media plan.
import type { ParticipantId } from '../kernel/ids.ts'
import { standingOf } from '../modules/admission/contract.ts'
import { consultationOf } from '../modules/consultation/contract.ts'
import type { SessionState } from '../modules/index.ts'
import { spokenInto } from '../modules/interpretation/contract.ts'
import { siteOf } from '../modules/sites/contract.ts'
import type { People } from '../wire/engine/socket-events.ts'
import type { CaptionNotice, Speaker } from '../wire/hearing/captions.ts'
import { mayLeave } from './leaving.ts'

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
  if (state.captions.writerId !== participantId || !isAtWork(state, participantId)) return null
  return { lineId, text, speaker: speakerOf(state, speakerId), isFinished, isAutomatic: false }
}

/** null: the engine may not hear this participant now, or what is said now is nobody's business. */
export function recognisedNotice(
  state: SessionState,
  { lineId, text, speakerId }: Words & { readonly speakerId: ParticipantId },
  isFinished: boolean,
): CaptionNotice | null {
  if (!isRecognised(state, speakerId)) return null
  return { lineId, text, speaker: speakerOf(state, speakerId), isFinished, isAutomatic: true }
}

/**
 * Whether the engine may hear what this participant says: on the floor of a session that is running, never aside, in a break, in a
 * session of which no transcript may be; and not while somebody writes, whose words are better (ADR 0065).
 */
export const isRecognised = (state: SessionState, participantId: ParticipantId): boolean =>
  isAutomaticNow(state) &&
  isAtWork(state, participantId) &&
  // The model knows one language; what is interpreted is said on the floor as well.
  !spokenInto(state.interpretation, participantId)

/** Whether the engine writes the captions of this session now: it is switched on, and nobody else writes them. */
export const isAutomaticNow = (state: SessionState): boolean =>
  state.captions.isAutomatic && mayHaveTranscript(state) && !isWritten(state)

/** Somebody writes, and is not lost. */
export const isWritten = ({ captions: { writerId }, admission }: SessionState): boolean => {
  const writer = writerId === null ? undefined : admission.participants[writerId]
  return writer !== undefined && standingOf(writer) === 'present'
}

/** In the room, of a session that is neither over nor in a break. */
function isAtWork(state: SessionState, participantId: ParticipantId): boolean {
  const participant = state.admission.participants[participantId]
  const isPresent = participant !== undefined && standingOf(participant) === 'present'
  return isPresent && state.session.status === 'open' && hearsCaptions(state, participantId)
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

/**
 * As a line is signed; null: nobody is named. Behind the microphone of a site sits a room: what the engine heard of it is the site’s,
 * and of whom it names there.
 */
export function speakerName(
  { admission, sites }: Pick<SessionState, 'admission' | 'sites'>,
  people: People,
  { speaker, isAutomatic }: Pick<CaptionNotice, 'speaker' | 'isAutomatic'>,
): string | null {
  if (!speaker) return null
  const participant = admission.participants[speaker.participantId]
  const personId = speaker.personId ?? participant?.personId
  const name = (personId && people[personId]?.name) || null
  if (!isAutomatic || participant?.role !== 'siteOperator') return name
  const site = siteOf(sites.sites, participant.siteId)?.name
  return [speaker.personId && name, site].filter(Boolean).join(' – ') || name
}

/** Of who denounces, of secrets, and while the recording is interrupted for a reason, no word stays (ADR 0047, 0056, 0062). */
export const keepsTranscript = (state: SessionState): boolean =>
  mayHaveTranscript(state) && state.session.status === 'open' && state.recording.status !== 'paused'

/** What was kept of any other session is erased, and is shown to nobody. */
export const mayHaveTranscript = (state: SessionState): boolean =>
  mayLeave(state) && state.session.status !== 'sealed' && state.session.status !== 'cancelled'
