// Hands the live session to the join pages: devices, media, visible tiles. Panels need only the store and useCommand.
import { createContext, useContext } from 'react'
import type { LocalDevices } from '../media/local-devices.ts'
import type { LiveSession } from './live-session.ts'

export const LiveSessionContext = createContext<LiveSession | null>(null)

export function useLiveSession(): LiveSession {
  const live = useContext(LiveSessionContext)
  if (!live) throw new Error('useLiveSession() outside a join page')
  return live
}

/** For pages that try camera and microphone before there is a session. */
export const DevicesContext = createContext<LocalDevices | null>(null)

export function useDevices(): LocalDevices {
  const before = useContext(DevicesContext)
  const live = useContext(LiveSessionContext)
  const devices = before ?? live?.devices
  if (!devices) throw new Error('useDevices() where there are none')
  return devices
}
