// Hands the live session to the join pages: devices, media, visible tiles. Panels need only the store and useCommand.
import { createContext, useContext } from 'react'
import type { LiveSession } from './live-session.ts'

export const LiveSessionContext = createContext<LiveSession | null>(null)

export function useLiveSession(): LiveSession {
  const live = useContext(LiveSessionContext)
  if (!live) throw new Error('useLiveSession() outside a join page')
  return live
}
