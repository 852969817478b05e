// Single-key shortcuts of the hearing (WCAG 2.1.4): never while typing or composing Vietnamese, and they can be switched off.
import { useEffect, useRef } from 'react'
import { useRemembered } from '../../../base/ui/use-remembered.ts'

export type ShortcutKey = 'm' | 'v' | 'h' | 'c' | '?'

export const useShortcutsSwitch = () => useRemembered('diemcau.shortcuts', true)

export function useShortcuts(actions: Readonly<Record<ShortcutKey, () => void>>) {
  const [areOn] = useShortcutsSwitch()
  const latest = useRef(actions)
  latest.current = actions
  useEffect(() => {
    if (!areOn) return
    const listen = (event: KeyboardEvent) => {
      if (!isFree(event)) return
      const action = Object.entries(latest.current).find(([key]) => key === event.key.toLowerCase())?.[1]
      if (!action) return
      event.preventDefault()
      action()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [areOn])
}

const typing = 'input, textarea, select, [contenteditable], [role="dialog"]'

/** Whether a key press means nothing to anybody else. */
export function isFree(
  event: Pick<KeyboardEvent, 'target' | 'isComposing' | 'repeat' | 'ctrlKey' | 'altKey' | 'metaKey'>,
): boolean {
  if (event.isComposing || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return false
  return !(event.target instanceof Element && event.target.closest(typing))
}
