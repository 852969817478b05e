// The messages this person may see, and how many of them are new to them.
import { create } from 'zustand'
import type { Ms } from '../../../../shared/kernel/ids.ts'
import type { ChatMessage } from '../../../../shared/modules/chat/contract.ts'
import { useSession } from '../../../live/session/store.ts'
import { countUnread } from './unread.ts'

const none: readonly ChatMessage[] = []

export const useMessages = () => useSession(({ state }) => state?.chat.messages ?? none)

interface ReadMarker {
  /** When the newest message that was shown came in. */
  readonly readAt: Ms
  markRead(messages: readonly ChatMessage[]): void
}

const useReadMarker = create<ReadMarker>()((set) => ({
  readAt: 0,
  markRead: (messages) => set({ readAt: messages.at(-1)?.at ?? 0 }),
}))

export const useMarkRead = () => useReadMarker((marker) => marker.markRead)

export function useChatBadge(): number {
  const messages = useMessages()
  const me = useSession((session) => session.me?.participantId ?? null)
  const readAt = useReadMarker((marker) => marker.readAt)
  return countUnread(messages, me, readAt)
}
