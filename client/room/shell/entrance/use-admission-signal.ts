// Calls a person who waits, perhaps in another tab or with the phone in the hand: a chime, a buzz, the tab's title, and a
// sentence for a screen reader.
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { playChime } from '../../../live/media/microphone-level.ts'
import { useSession } from '../../../live/session/store.ts'

/** The sentence; empty as long as nothing has happened. */
export function useAdmissionSignal(): string {
  const { t } = useTranslation()
  const phase = useSession((session) => session.phase)
  const before = useRef(phase)
  const [isCalled, setCalled] = useState(false)
  useEffect(() => {
    const wasWaiting = before.current === 'waiting'
    before.current = phase === 'reconnecting' ? before.current : phase
    if (phase === 'waiting') setCalled(false)
    if (!wasWaiting || phase !== 'present') return
    setCalled(true)
    void playChime()
    navigator.vibrate?.([200, 100, 200])
    if (document.visibilityState === 'visible') return
    const title = document.title
    document.title = `● ${t('join.admittedTitle')}`
    const restore = () => {
      document.title = title
    }
    document.addEventListener('visibilitychange', restore, { once: true })
    return () => document.removeEventListener('visibilitychange', restore)
  }, [phase, t])
  return isCalled ? t('join.admittedTitle') : ''
}
