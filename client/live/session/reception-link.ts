// The socket of a waiting page or a desk of a reception day: it only listens. It comes back by itself after a closed lid or a lost
// network, at once when the page is looked at again.
import { io } from 'socket.io-client'
import { type DayView, receptionNamespace, type TicketView } from '../../../shared/wire/reception/reception.ts'

export interface ReceptionListener {
  readonly onTicket?: (view: TicketView) => void
  readonly onDay?: (view: DayView) => void
  readonly onConnected: (isConnected: boolean) => void
  /** The link, or the login, is good for nothing. */
  readonly onRefused: () => void
}

/** The server is heard every ten seconds; after so long a silence the machine slept, or the network went without a word. */
const silenceMs = 15_000
const lookEveryMs = 5000
const firstRetryMs = 500
const longestRetryMs = 4000
/** Whoever is sent away again and again comes back ever more slowly. */
const longestRefusedMs = 30_000
const steadyAfterMs = 10_000

/** With the ticket of a page, or as the officer who is signed in. Ends with the function returned. */
export function watchReception(
  page: { readonly token: string; readonly pageId: string } | null,
  listener: ReceptionListener,
): () => void {
  const socket = io(receptionNamespace, {
    transports: ['websocket'],
    auth: page ?? {},
    forceNew: true,
    reconnectionDelay: firstRetryMs,
    reconnectionDelayMax: longestRetryMs,
  })
  let isRefused = false
  let heardAt = Date.now()
  let connectedAt = 0
  let shortStays = 0
  let comingBack: ReturnType<typeof setTimeout> | undefined
  /** socket.io begins anew with its first delay whenever a socket has opened, however soon it closed again. */
  function slowDown(): number {
    shortStays = Date.now() - connectedAt < steadyAfterMs ? shortStays + 1 : 0
    const delay = Math.min(firstRetryMs * 2 ** shortStays, longestRefusedMs)
    socket.io.reconnectionDelay(delay).reconnectionDelayMax(Math.max(delay, longestRetryMs))
    return delay
  }
  const heard = () => {
    heardAt = Date.now()
    listener.onConnected(true)
  }
  socket.io.on('ping', heard)
  socket.on('connect', () => {
    connectedAt = Date.now()
    heard()
  })
  socket.on('disconnect', (reason) => {
    // Our own doing: it is coming back already, or its page is gone.
    if (isRefused || reason === 'io client disconnect') return
    listener.onConnected(false)
    const delay = slowDown()
    // The server restarts, or could not serve just now; socket.io takes that for a wish.
    if (reason === 'io server disconnect') comingBack = setTimeout(() => socket.connect(), delay)
  })
  socket.on('connect_error', () => listener.onConnected(false))
  socket.on('ticket', (view: TicketView) => listener.onTicket?.(view))
  socket.on('day', (view: DayView) => listener.onDay?.(view))
  socket.on('refused', () => {
    isRefused = true
    listener.onRefused()
  })
  const isSilent = () => Date.now() - heardAt > silenceMs
  const connectAnew = () => {
    if (isRefused) return
    heardAt = Date.now()
    socket.disconnect().connect()
  }
  const comeBack = () => {
    if (document.visibilityState === 'visible' && (!socket.connected || isSilent())) connectAnew()
  }
  // A page that was frozen does not learn that its socket is gone.
  const timer = setInterval(() => {
    if (socket.connected && isSilent()) connectAnew()
  }, lookEveryMs)
  const offline = () => listener.onConnected(false)
  document.addEventListener('visibilitychange', comeBack)
  document.addEventListener('resume', comeBack)
  window.addEventListener('pageshow', comeBack)
  window.addEventListener('online', connectAnew)
  window.addEventListener('offline', offline)
  return () => {
    clearInterval(timer)
    clearTimeout(comingBack)
    document.removeEventListener('visibilitychange', comeBack)
    document.removeEventListener('resume', comeBack)
    window.removeEventListener('pageshow', comeBack)
    window.removeEventListener('online', connectAnew)
    window.removeEventListener('offline', offline)
    socket.disconnect()
  }
}
