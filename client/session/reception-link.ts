// The socket of a waiting page or a desk of a reception day: it only listens. It comes back by itself after a closed lid or a lost
// network, at once when the page is looked at again.
import { io } from 'socket.io-client'
import { type DayView, receptionNamespace, type TicketView } from '../../shared/wire/reception.ts'

export interface ReceptionListener {
  readonly onTicket?: (view: TicketView) => void
  readonly onDay?: (view: DayView) => void
  readonly onConnected: (isConnected: boolean) => void
  /** The link, or the login, is good for nothing. */
  readonly onRefused: () => void
}

/** With the token of a ticket, or as the officer who is signed in. Ends with the function returned. */
export function watchReception(token: string | null, listener: ReceptionListener): () => void {
  const socket = io(receptionNamespace, {
    transports: ['websocket'],
    auth: token === null ? {} : { token },
    forceNew: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: 4000,
  })
  let isRefused = false
  socket.on('connect', () => listener.onConnected(true))
  socket.on('disconnect', (reason) => {
    if (isRefused) return
    listener.onConnected(false)
    // The server restarts, or could not serve just now; socket.io takes that for a wish.
    if (reason === 'io server disconnect') socket.connect()
  })
  socket.on('connect_error', () => listener.onConnected(false))
  socket.on('ticket', (view: TicketView) => listener.onTicket?.(view))
  socket.on('day', (view: DayView) => listener.onDay?.(view))
  socket.on('refused', () => {
    isRefused = true
    listener.onRefused()
  })
  const comeBack = () => {
    if (document.visibilityState !== 'visible' || isRefused || socket.connected) return
    socket.disconnect().connect()
  }
  document.addEventListener('visibilitychange', comeBack)
  window.addEventListener('online', comeBack)
  return () => {
    document.removeEventListener('visibilitychange', comeBack)
    window.removeEventListener('online', comeBack)
    socket.disconnect()
  }
}
