// Which volatile messages of a page are passed on to all in the room. Called by the server's session room, which itself
// knows no module.
import type { ParticipantId } from '../kernel/ids.ts'
import { mayPresent } from '../modules/documents/contract.ts'
import type { SessionState } from '../modules/index.ts'
import type { LiveMessage, LiveNotice } from '../wire/socket-events.ts'

/** null: this participant may not say this now. */
export function liveNotice(state: SessionState, participantId: ParticipantId, message: LiveMessage): LiveNotice | null {
  switch (message.type) {
    case 'pointer': {
      const { documents, floor, admission } = state
      const participant = admission.participants[participantId]
      const isPresenter = documents.presentation?.presenterId === participantId
      if (!participant || !isPresenter || !mayPresent(documents, floor.holder, participant)) return null
      return { ...message, participantId }
    }
  }
}
