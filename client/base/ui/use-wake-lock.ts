// Keeps the screen of a phone awake while somebody waits or listens.
import { useEffect } from 'react'

export function useWakeLock() {
  useEffect(() => {
    if (!('wakeLock' in navigator)) return
    let lock: WakeLockSentinel | null = null
    let isMounted = true
    const hold = async () => {
      if (document.visibilityState !== 'visible') return
      // A phone that saves power refuses; then the screen sleeps as usual.
      const granted = await navigator.wakeLock.request('screen').catch(() => null)
      if (isMounted) lock = granted
      else await granted?.release()
    }
    const onVisible = () => void hold()
    void hold()
    document.addEventListener('visibilitychange', onVisible)
    return () => {
      isMounted = false
      document.removeEventListener('visibilitychange', onVisible)
      void lock?.release()
    }
  }, [])
}
