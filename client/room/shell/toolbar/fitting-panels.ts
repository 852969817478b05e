// Which panels have a button of their own in the toolbar: as many as fit, in their order, and messages always. Pure.
import type { Panel } from '../../frame/panel.ts'

/** Wide enough for an icon and two lines of words. */
const widthOfTool = 86

export interface Room {
  /** Pixels of the toolbar. */
  readonly width: number
  readonly isWide: boolean
  /** Buttons that are always there: microphone, camera, hand, “more”, leave. */
  readonly otherTools: number
}

export function fittingPanels(panels: readonly Panel[], { width, isWide, otherTools }: Room): Panel[] {
  const chat = panels.filter(({ id }) => id === 'chat')
  // A phone has room for six: whoever needs no hand has one place more.
  if (!isWide) return panels.filter(({ id }) => id === 'chat' || (id === 'people' && otherTools < 5))
  const places = Math.max(1, Math.floor(width / widthOfTool) - otherTools - chat.length)
  const candidates = panels.filter(({ id, isInMenu }) => id !== 'chat' && !isInMenu)
  const chosen = new Set([...candidates.slice(0, places), ...chat])
  return panels.filter((panel) => chosen.has(panel))
}
