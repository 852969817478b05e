// Whether and how this person reads captions: their own choice, kept on this browser.
import { z } from 'zod'
import { useStore } from 'zustand'
import { persist } from 'zustand/middleware'
import { createStore } from 'zustand/vanilla'

export const captionSizes = ['normal', 'large', 'larger'] as const
export const captionPlaces = ['below', 'above'] as const

const CaptionChoice = z.object({
  isOn: z.boolean().nullable().catch(null),
  size: z.enum(captionSizes).catch('large'),
  place: z.enum(captionPlaces).catch('below'),
  isReadOut: z.boolean().catch(false),
})
/** `isOn` null: not chosen yet. `place`: of the stage. `isReadOut`: a screen reader says each finished line. */
export type CaptionChoice = z.infer<typeof CaptionChoice>

const standard: CaptionChoice = { isOn: null, size: 'large', place: 'below', isReadOut: false }

const captionChoice = createStore<CaptionChoice>()(
  persist(() => standard, { name: 'diemcau.captions', merge: (kept) => CaptionChoice.catch(standard).parse(kept) }),
)

export function useCaptionChoice(): [CaptionChoice, (changes: Partial<CaptionChoice>) => void] {
  return [useStore(captionChoice), captionChoice.setState]
}
