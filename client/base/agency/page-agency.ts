// What the server has written into the page of its agency: known before anything is asked, so that nothing changes under the eye, also on a
// closed network, where /api/agency/public answers staff alone (ADR 0088). A page that is not served by it looks as before anybody chose.
import { useSyncExternalStore } from 'react'
import { firstPalette, Palette } from '../../../shared/agency/palettes.ts'
import { LetterheadKind, letterheadOf } from '../../../shared/papers/letterheads.ts'
import { palettes } from '../theme/palettes.ts'

const page = document.documentElement.dataset
const listeners = new Set<() => void>()

function listen(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const letterheadNow = () => LetterheadKind.catch(letterheadOf().kind).parse(page.letterhead)
const paletteNow = () => Palette.catch(firstPalette).parse(page.palette)

export const usePageLetterhead = (): LetterheadKind => useSyncExternalStore(listen, letterheadNow)
export const usePagePalette = (): Palette => useSyncExternalStore(listen, paletteNow)

/** Somebody has changed it in this page. */
export function pageChanged(change: { letterhead?: LetterheadKind; palette?: Palette }): void {
  Object.assign(page, change)
  paintFrame()
  for (const listener of listeners) listener()
}

/** Around the page, on a telephone. */
function paintFrame(): void {
  document.querySelector('meta[name="theme-color"]')?.setAttribute('content', palettes[paletteNow()][8])
}
paintFrame()
