// The session behind a personal link, for as long as the page is open. It does not enter by itself.
import { useEffect, useState } from 'react'
import { isInAppBrowser } from '../devices/browser.ts'
import { type LiveSession, openLiveSession } from '../session/live-session.ts'

/** null: not open yet, or there is no token. */
export function useOpenSession(token: string | null): LiveSession | null {
  const [live, setLive] = useState<LiveSession | null>(null)
  useEffect(() => {
    if (!token) return
    const opened = openLiveSession(token, { isInApp: isInAppBrowser(navigator.userAgent) })
    setLive(opened)
    return () => opened.close()
  }, [token])
  return live?.token === token ? live : null
}
