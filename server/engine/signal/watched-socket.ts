// One socket of which every frame and byte is counted before it is parsed, and which is ended at once when it sends too
// much. Called by socket-limits.ts; knows no messages.
import type { Socket as TcpSocket } from 'node:net'
import type { Socket } from 'socket.io'
import { WebSocket } from 'ws'
import type { FarewellReason } from '../../../shared/wire/engine/farewells.ts'
import type { Budget } from './budget.ts'

/** One WebSocket as engine.io passes it on, before socket.io handles it. */
export type RawSocket = Socket['conn']

/** For the last words to leave. */
const flushPatienceMs = 1000

/** What may still be sent. */
export interface Account {
  readonly frames: Budget
  readonly bytes: Budget
}

interface Listeners {
  readonly flooded: () => void
  readonly binary: () => void
}

export class WatchedSocket {
  readonly network: string
  account: Account
  /** Until it was said who it is. */
  isStranger = true
  isCut = false
  packets = 0
  bytes = 0
  /** What is said to the page before it is cut. */
  say: (reason: FarewellReason) => void = () => undefined
  readonly #tcp: TcpSocket
  #stopReading: () => void
  /** Calls back once what is said next leaves this process. */
  #drained: (then: () => void) => void = (then) => then()

  constructor(network: string, tcp: TcpSocket, account: Account) {
    this.network = network
    this.account = account
    this.#tcp = tcp
    this.#stopReading = () => void tcp.pause()
  }

  /** From the first frame on. False: its frames cannot be seen, and without sight of them nothing bounds it. */
  watch(raw: RawSocket, { flooded, binary }: Listeners): boolean {
    const frames = webSocketOf(raw)
    if (!frames) return false
    this.#stopReading = () => {
      // Node has handed over up to 64 KiB: what is left of it reaches nobody.
      frames.removeAllListeners('message')
      frames.pause()
    }
    this.#drained = (then) => void (raw.transport.writable ? then() : raw.once('drain', then))
    const countFrame = () => {
      this.packets += 1
      if (!this.account.frames.take(1)) flooded()
    }
    frames.prependListener('message', (data: unknown, isBinary: boolean) => {
      countFrame()
      if (isBinary || isBinaryEvent(data)) binary()
    })
    for (const event of ['ping', 'pong'] as const) frames.prependListener(event, countFrame)
    this.#tcp.prependListener('data', (chunk: Buffer) => {
      this.bytes += chunk.length
      if (!this.account.bytes.take(chunk.length)) flooded()
    })
    return true
  }

  end(reason: FarewellReason): void {
    if (this.isCut) return
    this.isCut = true
    this.#stopReading()
    // Not the closing handshake of WebSockets: who floods would be read for as long as they do not answer it.
    this.#drained(() => setImmediate(() => this.#tcp.destroySoon()))
    this.say(reason)
    setTimeout(() => this.#tcp.destroy(), flushPatienceMs).unref()
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
