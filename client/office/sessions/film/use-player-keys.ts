// The keys that people know from video players. Space and arrows work wherever one is, but where one types or presses a button;
// letters in the player alone, for whoever speaks to a computer says letters (WCAG 2.1.4).
import { useEffect, useEffectEvent } from 'react'
import type { FilmMedia } from './use-film-media.ts'

export const skipMs = 10_000

export function usePlayerKeys(media: FilmMedia, toggleFullscreen: () => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const target = event.target instanceof HTMLElement ? event.target : null
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
    if (
      target?.closest('[role="dialog"], [role="menu"], [role="listbox"], textarea, select, input:not([type="range"])')
    )
      return
    const isInPlayer = target?.closest('[data-player]') != null
    const act =
      event.key.length === 1 && event.key !== ' ' && !isInPlayer ? undefined : actOf(event.key, media, toggleFullscreen)
    if (!act || (event.key === ' ' && target?.closest('button, a, summary'))) return
    event.preventDefault()
    act()
  })

  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
}

function actOf(key: string, media: FilmMedia, toggleFullscreen: () => void): (() => void) | undefined {
  switch (key.length === 1 ? key.toLowerCase() : key) {
    case ' ':
    case 'k':
      return media.toggle
    case 'ArrowLeft':
    case 'j':
      return () => media.skip(-skipMs)
    case 'ArrowRight':
    case 'l':
      return () => media.skip(skipMs)
    case '<':
      return () => media.faster(-1)
    case '>':
      return () => media.faster(1)
    case 'm':
      return media.toggleMute
    case 'f':
      return toggleFullscreen
  }
}
