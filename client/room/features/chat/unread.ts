import type { Ms, ParticipantId } from '../../../../shared/kernel/ids.ts'
import type { ChatMessage } from '../../../../shared/modules/chat/contract.ts'

/** Messages of others that came after the newest one shown. */
export function countUnread(messages: readonly ChatMessage[], me: ParticipantId | null, readAt: Ms): number {
  return messages.filter(({ from, at }) => from !== me && at > readAt).length
}
