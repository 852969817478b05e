// A camera or microphone that did not come is asked for again by itself: once it was allowed in the settings, or plugged in.
import { useEffect } from 'react'
import type { DeviceKind, DeviceProblem } from '../media/local-devices.ts'

export function useMendsItself(problem: DeviceProblem, kind: DeviceKind, tryAgain: () => Promise<void>): void {
  useEffect(() => {
    const ending = new AbortController()
    const { signal } = ending
    if (problem === 'denied') void tryWhenAllowed(kind, tryAgain, signal)
    else navigator.mediaDevices?.addEventListener('devicechange', () => void tryAgain(), { signal })
    return () => ending.abort()
  }, [problem, kind, tryAgain])
}

async function tryWhenAllowed(name: DeviceKind, tryAgain: () => Promise<void>, signal: AbortSignal): Promise<void> {
  try {
    const permission = await navigator.permissions.query({ name })
    permission.addEventListener('change', () => permission.state === 'granted' && void tryAgain(), { signal })
  } catch {
    // This browser cannot tell; the button is there.
  }
}
