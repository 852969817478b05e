import type { LinkId, ParticipantId, SessionId } from '../../shared/kernel/ids.ts'

/** What the link of a participant says once its signature has been checked. */
export interface Caller {
  readonly sessionId: SessionId
  readonly participantId: ParticipantId
  readonly linkId: LinkId
}
