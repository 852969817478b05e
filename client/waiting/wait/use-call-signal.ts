// Calls a person who may not be looking: chime and buzz, again and again for a while, and the title of the tab.
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { playChime } from '../../live/media/microphone-level.ts'

const againMs = 6000
const chimes = 10

/** `since` names the call: a call that is repeated rings anew. null: one is not called. */
export function useCallSignal(since: number | null): void {
  const { t } = useTranslation()
  useEffect(() => {
    document.title = since === null ? t('waiting.title') : `● ${t('waiting.called')}`
    if (since === null) return
    let left = chimes
    const ring = () => {
      left--
      // Silent until the page has been touched; the screen says so.
      void playChime().catch(() => undefined)
      navigator.vibrate?.([300, 150, 300])
      if (left === 0) clearInterval(timer)
    }
    const timer = setInterval(ring, againMs)
    ring()
    return () => clearInterval(timer)
  }, [since, t])
}
