// Cuts connections that stay open while the HTTP server closes. Called by app/http.ts before anything waits for that close,
// as socket.io does, too.
import type { Server } from 'node:http'

/** Recordings, seals and Redis are closed after this server, all within the time of server/process.ts. */
const lastAnswersMs = 3000

/**
 * Node’s close() waits for every connection: for one whose last answer ends after it, as long as it may be kept; for one that a
 * browser has opened ahead and asked nothing by, for ever. What is open after three seconds is cut.
 */
export function endConnections(server: Server): void {
  if (!server.listening) return
  const late = setTimeout(() => server.closeAllConnections(), lastAnswersMs)
  server.once('close', () => clearTimeout(late))
}
