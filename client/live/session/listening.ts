// In which language this person listens, and how loud the original stays meanwhile: their own choice, kept on this browser.
import { z } from 'zod'
import { useStore } from 'zustand'
import { persist } from 'zustand/middleware'
import { createStore } from 'zustand/vanilla'
import { Language } from '../../../shared/kernel/ids.ts'

const Listening = z.object({
  choice: z
    .union([Language, z.literal('floor')])
    .nullable()
    .catch(null),
  originalPercent: z.number().min(0).max(100).catch(20),
})
/** `choice` null: not chosen yet. */
export type Listening = z.infer<typeof Listening>

const standard: Listening = { choice: null, originalPercent: 20 }

export const listeningStore = createStore<Listening>()(
  persist(() => standard, { name: 'diemcau.listening', merge: (kept) => Listening.catch(standard).parse(kept) }),
)

export function useListening<T>(selector: (listening: Listening) => T): T {
  return useStore(listeningStore, selector)
}

/** null: the floor. */
export const languageOf = ({ choice }: Listening): Language | null => (choice === 'floor' ? null : choice)

/** What the media plane asks of it. */
export const chosenLanguage = {
  current: (): Language | null => languageOf(listeningStore.getState()),
  /** Until the returned function is called. */
  watch: (changed: () => void): (() => void) =>
    listeningStore.subscribe((now, before) => {
      if (languageOf(now) !== languageOf(before)) changed()
    }),
}
