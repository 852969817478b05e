// What stands in here does not move away under a pointer that aims at it or presses it (ADR 0070).
import { type ReactNode, useEffect, useState } from 'react'
import { HeldSession } from '../../../live/session/held-session.ts'
import { SessionSource, sessionStore } from '../../../live/session/store.ts'

export function HeldStill({ children }: { children: ReactNode }) {
  const [session] = useState(() => new HeldSession(sessionStore))
  useEffect(() => {
    // Wherever the pointer is let go, and when the window takes it away.
    const released = () => session.released()
    const endings = ['pointerup', 'pointercancel', 'blur']
    for (const ending of endings) window.addEventListener(ending, released)
    return () => {
      for (const ending of endings) window.removeEventListener(ending, released)
      session.letGo()
    }
  }, [session])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it takes part in nothing, it only looks on
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys hit what has the focus, wherever that stands
    <div
      style={{ display: 'contents' }}
      onPointerMove={() => session.moved()}
      onPointerDown={() => session.pressed()}
      onClick={() => session.letGo()}
    >
      <SessionSource value={session}>{children}</SessionSource>
    </div>
  )
}
