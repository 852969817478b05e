// Decides which notice is forwarded for a volatile message of a page. Called by the server’s loaded session, which knows
// no module.
import type { ParticipantId } from '../kernel/ids.ts'
import { standingOf } from '../modules/admission/contract.ts'
import { consultationOf } from '../modules/consultation/contract.ts'
import { mayPresent } from '../modules/documents/contract.ts'
import type { SessionState } from '../modules/index.ts'
import { mayReact } from '../modules/reactions/contract.ts'
import type { LiveMessage, LiveNotice } from '../wire/engine/socket-events.ts'
import { captionNotice, hearsCaptions } from './captions.ts'

/** null: nothing; who may not say it is not answered either. */
export function liveNotice(state: SessionState, participantId: ParticipantId, message: LiveMessage): LiveNotice | null {
  const participant = state.admission.participants[participantId]
  if (!participant || standingOf(participant) !== 'present') return null
  switch (message.type) {
    case 'reaction':
      // Who is aside gives no sign to the room.
      if (consultationOf(state.consultation, participantId)) return null
      return mayReact(state.reactions.allowedTo, participant.role) ? { ...message, participantId } : null
    case 'pointer': {
      const { documents, floor } = state
      const isPresenter = documents.presentation?.presenterId === participantId
      return isPresenter && mayPresent(documents, floor.holder, participant) ? { ...message, participantId } : null
    }
    case 'caption': {
      const notice = captionNotice(state, participantId, message, false)
      return notice && { type: 'caption', ...notice }
    }
  }
}

/** Whether a notice to those in the room is for this one of them. */
export const isTold = (state: SessionState, participantId: ParticipantId, { type }: LiveNotice): boolean =>
  type !== 'caption' || hearsCaptions(state, participantId)
