// Limits what a socket may cost before any of its bytes are parsed (ADR 0077): open sockets per network, time until it
// identifies itself, number of frames and bytes. A socket that exceeds a limit is closed. Called by gateway.ts; knows
// no messages.
import type { IncomingMessage } from 'node:http'
import type { Socket as TcpSocket } from 'node:net'
import type { FarewellReason } from '../../../shared/wire/engine/farewells.ts'
import type { Log } from '../../platform/log.ts'
import { Budget } from './budget.ts'
import { createNetworks } from './networks.ts'
import { createRepeatedNotes } from './repeated-notes.ts'
import { type Account, type RawSocket, WatchedSocket } from './watched-socket.ts'

/** Before the link was found good: the connect packet, hello, and some pongs. */
const stranger = { frames: { atOnce: 16, perSecond: 1 }, bytes: { atOnce: 96 * 1024, perSecond: 4 * 1024 } }
/**
 * Of one page, over all its sockets. The rate limits of the gateway let 234 messages through at once and 113 a second at most: a page
 * that keeps to them is never cut.
 */
const page = { frames: { atOnce: 400, perSecond: 150 }, bytes: { atOnce: 1024 * 1024, perSecond: 128 * 1024 } }
/** A socket that does not say who it is goes. */
const patienceMs = 10_000
const sweepEveryMs = 60_000

export interface SocketLimits {
  /** At the handshake. False: this network has as many sockets as it may, or opens them too fast. */
  admits(request: IncomingMessage): boolean
  /** From the first frame on. */
  watch(raw: RawSocket): void
  /** What is said to the page before it is cut. */
  whenCut(raw: RawSocket, say: (reason: FarewellReason) => void): void
  /** Its link, or its login, was found good. `who`: their frames count together over all their sockets; null: it has nothing to send. */
  introduce(raw: RawSocket, who: string | null): void
  /** Something that does not belong here came by it. */
  cut(raw: RawSocket, reason: FarewellReason, note: { context?: object; problem: string }): void
  close(): void
}

interface Options {
  readonly networkOf: (request: IncomingMessage) => string
  readonly socketsPerNetwork: number
  readonly introductionPatienceMs?: number
  readonly log: Log
}

const monotonicMs = () => performance.now()

const accountOf = ({ frames, bytes }: typeof page): Account => ({
  frames: new Budget(frames, monotonicMs),
  bytes: new Budget(bytes, monotonicMs),
})

export function createSocketLimits({
  networkOf,
  socketsPerNetwork,
  introductionPatienceMs = patienceMs,
  log,
}: Options): SocketLimits {
  const networks = createNetworks(socketsPerNetwork, monotonicMs)
  const pages = new Map<string, Account>()
  const watchedBy = new WeakMap<TcpSocket, WatchedSocket>()
  const notes = createRepeatedNotes(log)
  // Who has been quiet long enough begins anew anyway.
  const sweep = setInterval(() => {
    for (const [who, { frames, bytes }] of pages) if (frames.isFull && bytes.isFull) pages.delete(who)
    networks.forgetQuiet()
  }, sweepEveryMs)
  sweep.unref()

  function flooded(watched: WatchedSocket): void {
    if (watched.isCut) return
    const { network, packets, bytes, isStranger } = watched
    notes.note(network, { network, packets, bytes, isStranger }, 'a socket that sends too much is cut')
    watched.end('rate-limited')
  }

  function cut(raw: RawSocket, reason: FarewellReason, { context, problem }: { context?: object; problem: string }) {
    const watched = watchedBy.get(raw.request.socket)
    if (!watched || watched.isCut) return
    const { network } = watched
    notes.note(network, { ...context, network, problem }, 'protocol error')
    watched.end(reason)
  }

  return {
    admits(request) {
      const name = networkOf(request)
      if (!networks.open(name)) {
        const open = networks.openOf(name)
        notes.note(name, { network: name, open }, 'sockets of one network are refused: there are too many')
        return false
      }
      const tcp = request.socket
      const watched = new WatchedSocket(name, tcp, accountOf(stranger))
      watchedBy.set(tcp, watched)
      const patience = setTimeout(() => {
        if (watched.isStranger) watched.end('protocol')
      }, introductionPatienceMs)
      patience.unref()
      tcp.once('close', () => {
        clearTimeout(patience)
        networks.closed(name, watched.isStranger)
        watched.isStranger = false
      })
      return true
    },
    watch(raw) {
      const watched = watchedBy.get(raw.request.socket)
      const isWatched = watched?.watch(raw, {
        flooded: () => flooded(watched),
        binary: () => cut(raw, 'protocol', { problem: 'binary' }),
      })
      if (!isWatched) raw.close(true)
    },
    cut,
    whenCut(raw, say) {
      const watched = watchedBy.get(raw.request.socket)
      if (watched) watched.say = say
    },
    introduce(raw, who) {
      const watched = watchedBy.get(raw.request.socket)
      if (!watched) return
      if (watched.isStranger) networks.introduced(watched.network)
      watched.isStranger = false
      if (who === null) return
      const account = pages.get(who) ?? accountOf(page)
      pages.set(who, account)
      watched.account = account
    },
    close() {
      clearInterval(sweep)
      notes.close()
    },
  }
}
