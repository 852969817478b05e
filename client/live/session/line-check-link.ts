// The socket of one line check: beside the session's, with the same personal link. Opened by the self-test page.
import { io } from 'socket.io-client'
import type { LineCheckReply, LineCheckRequest } from '../../../shared/wire/hearing/line-check.ts'
import { lineCheckNamespace } from '../../../shared/wire/hearing/line-check.ts'

const patienceMs = 8000

/** Rejects when no WebSocket to the server comes about. */
export function openLineCheckLink(token: string): Promise<{
  request(request: LineCheckRequest): Promise<LineCheckReply>
  close(): void
}> {
  const socket = io(lineCheckNamespace, {
    transports: ['websocket'],
    auth: { token },
    reconnection: false,
    forceNew: true,
    timeout: patienceMs,
  })
  return new Promise((resolve, fail) => {
    socket.once('connect', () =>
      resolve({
        request: (request) => socket.timeout(patienceMs).emitWithAck('request', request),
        close: () => void socket.disconnect(),
      }),
    )
    socket.once('connect_error', (error) => {
      socket.disconnect()
      fail(error)
    })
  })
}
