// Calls a person who waits, perhaps in another tab or with the phone in the hand: a chime, a buzz, the tab's title.
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { playChime } from '../../media/microphone-level.ts'
import { useSession } from '../../session/store.ts'

export function useAdmissionSignal() {
  const { t } = useTranslation()
  const phase = useSession((session) => session.phase)
  const before = useRef(phase)
  useEffect(() => {
    const wasWaiting = before.current === 'waiting'
    before.current = phase === 'reconnecting' ? before.current : phase
    if (!wasWaiting || phase !== 'present') return
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
}
