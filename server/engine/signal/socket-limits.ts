// Limits what a socket may cost before any of its bytes are parsed (ADR 0077): open sockets per network, time until it
// identifies itself, number of frames and bytes. A socket that exceeds a limit is closed. Called by gateway.ts; knows
// no messages.
import type { IncomingMessage } from 'node:http'
import type { Socket as TcpSocket } from 'node:net'
import type { Socket } from 'socket.io'
import { WebSocket } from 'ws'
import type { FarewellReason } from '../../../shared/wire/engine/farewells.ts'
import type { Log } from '../../platform/log.ts'
import { type Allowance, Budget } from './budget.ts'
import { createRepeatedNotes } from './repeated-notes.ts'

/** One WebSocket as engine.io passes it on, before socket.io handles it. */
export type RawSocket = Socket['conn']

/** Before the link was found good: the connect packet, hello, and some pongs. */
const stranger = { frames: { atOnce: 16, perSecond: 1 }, bytes: { atOnce: 96 * 1024, perSecond: 4 * 1024 } }
/**
 * Of one page, over all its sockets. The rate limits of the gateway let 234 messages through at once and 113 a second at most: a page
 * that keeps to them is never cut.
 */
const page = { frames: { atOnce: 400, perSecond: 150 }, bytes: { atOnce: 1024 * 1024, perSecond: 128 * 1024 } }
/** A socket that does not say who it is goes. */
const patienceMs = 10_000
/** For the last words to leave. */
const flushPatienceMs = 1000
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

interface Network {
  open: number
  /** Of those, who have not said who they are. */
  strangers: number
  readonly openings: Budget
}

interface Account {
  readonly frames: Budget
  readonly bytes: Budget
}

interface Watched {
  readonly network: string
  readonly tcp: TcpSocket
  account: Account
  isStranger: boolean
  isCut: boolean
  packets: number
  bytes: number
  say: (reason: FarewellReason) => void
  stopReading: () => void
  /** Calls back once what is said next leaves this process. */
  drained: (then: () => void) => void
}

export function createSocketLimits({
  networkOf,
  socketsPerNetwork,
  introductionPatienceMs = patienceMs,
  log,
}: Options): SocketLimits {
  const monotonicMs = () => performance.now()
  const strangersPerNetwork = Math.max(1, Math.ceil(socketsPerNetwork / 4))
  const openings: Allowance = { atOnce: strangersPerNetwork, perSecond: Math.max(1, socketsPerNetwork / 20) }
  const networks = new Map<string, Network>()
  const pages = new Map<string, Account>()
  const watchedBy = new WeakMap<TcpSocket, Watched>()
  const notes = createRepeatedNotes(log)
  const accountOf = ({ frames, bytes }: typeof page): Account => ({
    frames: new Budget(frames, monotonicMs),
    bytes: new Budget(bytes, monotonicMs),
  })
  // Who has been quiet long enough begins anew anyway.
  const sweep = setInterval(() => {
    for (const [who, { frames, bytes }] of pages) if (frames.isFull && bytes.isFull) pages.delete(who)
    for (const [name, network] of networks) if (network.open === 0 && network.openings.isFull) networks.delete(name)
  }, sweepEveryMs)
  sweep.unref()

  function networkNamed(name: string): Network {
    const known = networks.get(name)
    if (known) return known
    const made = { open: 0, strangers: 0, openings: new Budget(openings, monotonicMs) }
    networks.set(name, made)
    return made
  }

  function admits(request: IncomingMessage): boolean {
    const name = networkOf(request)
    const network = networkNamed(name)
    const isFull = network.open >= socketsPerNetwork || network.strangers >= strangersPerNetwork
    if (isFull || !network.openings.take(1)) {
      notes.note(name, { network: name, open: network.open }, 'sockets of one network are refused: there are too many')
      return false
    }
    network.open += 1
    network.strangers += 1
    const tcp = request.socket
    const watched: Watched = {
      network: name,
      tcp,
      account: accountOf(stranger),
      isStranger: true,
      isCut: false,
      packets: 0,
      bytes: 0,
      say: () => undefined,
      stopReading: () => void tcp.pause(),
      drained: (then) => then(),
    }
    watchedBy.set(tcp, watched)
    const patience = setTimeout(() => {
      if (watched.isStranger) end(watched, 'protocol')
    }, introductionPatienceMs)
    patience.unref()
    tcp.once('close', () => {
      clearTimeout(patience)
      network.open -= 1
      if (watched.isStranger) network.strangers -= 1
      watched.isStranger = false
    })
    return true
  }

  function watch(raw: RawSocket): void {
    const watched = watchedBy.get(raw.request.socket)
    const frames = webSocketOf(raw)
    // Without sight of its frames nothing bounds it.
    if (!watched || !frames) return void raw.close(true)
    watched.stopReading = () => {
      // Node has handed over up to 64 KiB: what is left of it reaches nobody.
      frames.removeAllListeners('message')
      frames.pause()
    }
    watched.drained = (then) => void (raw.transport.writable ? then() : raw.once('drain', then))
    const countFrame = () => {
      watched.packets += 1
      if (!watched.account.frames.take(1)) flooded(watched)
    }
    frames.prependListener('message', (data: unknown, isBinary: boolean) => {
      countFrame()
      if (isBinary || isBinaryEvent(data)) cut(raw, 'protocol', { problem: 'binary' })
    })
    for (const event of ['ping', 'pong'] as const) frames.prependListener(event, countFrame)
    watched.tcp.prependListener('data', (chunk: Buffer) => {
      watched.bytes += chunk.length
      if (!watched.account.bytes.take(chunk.length)) flooded(watched)
    })
  }

  function flooded(watched: Watched): void {
    if (watched.isCut) return
    const { network, packets, bytes, isStranger } = watched
    notes.note(network, { network, packets, bytes, isStranger }, 'a socket that sends too much is cut')
    end(watched, 'rate-limited')
  }

  function end(watched: Watched, reason: FarewellReason): void {
    if (watched.isCut) return
    watched.isCut = true
    watched.stopReading()
    // Not the closing handshake of WebSockets: who floods would be read for as long as they do not answer it.
    watched.drained(() => setImmediate(() => watched.tcp.destroySoon()))
    watched.say(reason)
    setTimeout(() => watched.tcp.destroy(), flushPatienceMs).unref()
  }

  function cut(raw: RawSocket, reason: FarewellReason, { context, problem }: { context?: object; problem: string }) {
    const watched = watchedBy.get(raw.request.socket)
    if (!watched || watched.isCut) return
    const { network } = watched
    notes.note(network, { ...context, network, problem }, 'protocol error')
    end(watched, reason)
  }

  return {
    admits,
    watch,
    cut,
    whenCut(raw, say) {
      const watched = watchedBy.get(raw.request.socket)
      if (watched) watched.say = say
    },
    introduce(raw, who) {
      const watched = watchedBy.get(raw.request.socket)
      if (!watched) return
      if (watched.isStranger) networkNamed(watched.network).strangers -= 1
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

/** engine.io’s types hide the WebSocket of a transport, which alone tells of each frame. */
const webSocketOf = ({ transport }: RawSocket): WebSocket | null =>
  'socket' in transport && transport.socket instanceof WebSocket ? transport.socket : null

/** engine.io’s 4 (message), then socket.io’s 5 or 6 (event or answer with attachments), or engine.io’s b (base64). Nothing here has any. */
function isBinaryEvent(data: unknown): boolean {
  if (!Buffer.isBuffer(data)) return true
  const [first, second] = data
  return first === 0x62 || (first === 0x34 && (second === 0x35 || second === 0x36))
}
