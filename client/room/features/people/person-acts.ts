import type { ParticipantId } from '../../../../shared/kernel/ids.ts'

/** What staff do to one person and must first put into words. */
export interface PersonAct {
  readonly kind: 'refuse' | 'returnToWaiting' | 'remove' | 'message'
  readonly participantId: ParticipantId
}
