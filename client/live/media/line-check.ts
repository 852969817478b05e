// Tries the line as a hearing will use it: sends a picture to the media server, receives it twice, and reads what arrived.
// First a little, which shows what the line loses; then as much as a camera sends, which shows what it carries.
import { Device, type types } from 'mediasoup-client'
import type { LineOutcome } from '../../../shared/modules/selftest/contract.ts'
import type { TransportParameters } from '../../../shared/wire/engine/media-requests.ts'
import type { LineCheckReply, LineCheckRequest, LineCheckWelcome } from '../../../shared/wire/hearing/line-check.ts'
import { figuresOf, type Reading, readingOf } from './line-figures.ts'
import { startTestPicture } from './test-picture.ts'

/** The socket of one check. */
export interface LineCheckLink {
  /** Throws when the server does not answer. */
  request(request: LineCheckRequest): Promise<LineCheckReply>
  close(): void
}

interface LineCheckOptions {
  /** Throws when the server cannot be reached. */
  open: () => Promise<LineCheckLink>
  /** 0 … 1 */
  onProgress: (share: number) => void
  signal: AbortSignal
}

const calmBitrate = 300_000
/** The three sizes of a camera together, see sending.ts. */
const fullBitrate = 1_550_000
const readEveryMs = 500
/** The bitrate takes a moment to follow. */
const phases = { settle: 1000, calm: 4000, climb: 3000, full: 3500 }
const wholeMs = Object.values(phases).reduce((sum, ms) => sum + ms, 0)
const connectWithinMs = 10_000

/** Rejects only when `signal` aborts. */
export async function checkLine({ open, onProgress, signal }: LineCheckOptions): Promise<LineOutcome> {
  let link: LineCheckLink
  try {
    link = await open()
  } catch {
    signal.throwIfAborted()
    return { outcome: 'noSignal' }
  }
  const begun = await link.request({ type: 'begin' }).catch(() => null)
  const check = begun?.ok && begun.welcome ? new Check(link, begun.welcome, onProgress, signal) : null
  try {
    if (!check) return { outcome: begun ? 'notTested' : 'noSignal' }
    return await check.run()
  } catch {
    signal.throwIfAborted()
    return { outcome: 'noMedia' }
  } finally {
    check?.close()
    link.close()
  }
}

type Echoes = NonNullable<Extract<LineCheckReply, { ok: true }>['consumers']>

class Check {
  readonly #link: LineCheckLink
  readonly #welcome: LineCheckWelcome
  readonly #onProgress: (share: number) => void
  readonly #signal: AbortSignal
  readonly #picture = startTestPicture()
  #send: types.Transport | null = null
  #receive: types.Transport | null = null
  #elapsedMs = 0

  constructor(
    link: LineCheckLink,
    welcome: LineCheckWelcome,
    onProgress: (share: number) => void,
    signal: AbortSignal,
  ) {
    this.#link = link
    this.#welcome = welcome
    this.#onProgress = onProgress
    this.#signal = signal
  }

  async run(): Promise<LineOutcome> {
    const producer = await this.#connect()
    await this.#wait(phases.settle)
    const calm = await this.#read(phases.calm)
    await producer.setRtpEncodingParameters({ maxBitrate: fullBitrate })
    await this.#wait(phases.climb)
    const from = { at: performance.now(), drawn: this.#picture.drawn }
    const full = await this.#read(phases.full)
    const drawnPerSecond = ((this.#picture.drawn - from.drawn) * 1000) / (performance.now() - from.at)
    const figures = figuresOf(calm, full, drawnPerSecond)
    return figures ? { outcome: 'measured', ...figures } : { outcome: 'noMedia' }
  }

  close() {
    this.#send?.close()
    this.#receive?.close()
    this.#picture.stop()
  }

  /** Resolves when packets may flow both ways. */
  async #connect(): Promise<types.Producer> {
    const device = await Device.factory()
    await device.load({ routerRtpCapabilities: this.#welcome.routerRtpCapabilities as types.RtpCapabilities })
    const send = device.createSendTransport(this.#options(this.#welcome.send))
    const receive = device.createRecvTransport(this.#options(this.#welcome.receive))
    this.#send = send
    this.#receive = receive
    let echoes: Echoes = []
    for (const transport of [send, receive])
      transport.on('connect', ({ dtlsParameters }, done, failed) => {
        this.#ask({ type: 'connectTransport', transportId: transport.id, dtlsParameters }).then(() => done(), failed)
      })
    send.on('produce', ({ rtpParameters }, done, failed) => {
      this.#ask({ type: 'echo', rtpParameters, rtpCapabilities: device.recvRtpCapabilities }).then(
        ({ producerId = '', consumers = [] }) => {
          echoes = consumers
          done({ id: producerId })
        },
        failed,
      )
    })
    const vp8 = device.sendRtpCapabilities.codecs?.find(({ mimeType }) => mimeType.toLowerCase() === 'video/vp8')
    const producer = await send.produce({
      track: this.#picture.track,
      encodings: [{ maxBitrate: calmBitrate }],
      codecOptions: { videoGoogleStartBitrate: calmBitrate / 1000 },
      ...(vp8 && { codec: vp8 }),
    })
    await Promise.all(
      echoes.map(({ id, producerId, rtpParameters }) =>
        receive.consume({ id, producerId, kind: 'video', rtpParameters: rtpParameters as types.RtpParameters }),
      ),
    )
    await Promise.all([connected(send, this.#signal), connected(receive, this.#signal)])
    await this.#ask({ type: 'resume' })
    return producer
  }

  #options(parameters: TransportParameters): types.TransportOptions {
    return {
      id: parameters.id,
      iceParameters: parameters.iceParameters as types.IceParameters,
      iceCandidates: parameters.iceCandidates as types.IceCandidate[],
      dtlsParameters: parameters.dtlsParameters as types.DtlsParameters,
      iceServers: this.#welcome.iceServers,
    }
  }

  async #ask(request: LineCheckRequest): Promise<Extract<LineCheckReply, { ok: true }>> {
    const reply = await this.#link.request(request)
    if (!reply.ok) throw new Error(reply.rejection.code)
    return reply
  }

  async #read(forMs: number): Promise<Reading[]> {
    const readings = [await this.#look()]
    for (let passedMs = 0; passedMs < forMs; passedMs += readEveryMs) {
      await this.#wait(readEveryMs)
      readings.push(await this.#look())
    }
    return readings
  }

  async #look(): Promise<Reading> {
    if (!this.#send || !this.#receive) throw new Error('not connected')
    const [sending, receiving] = await Promise.all([this.#send.getStats(), this.#receive.getStats()])
    return readingOf(sending, receiving, performance.now())
  }

  async #wait(ms: number): Promise<void> {
    await pause(ms, this.#signal)
    this.#elapsedMs += ms
    this.#onProgress(this.#elapsedMs / wholeMs)
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, fail) => {
    const stop = () => {
      clearTimeout(timer)
      fail(signal.reason)
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop)
      resolve()
    }, ms)
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
  })
}

/** Rejects when ICE finds no way, or none in time. */
async function connected(transport: types.Transport, signal: AbortSignal): Promise<void> {
  for (let waitedMs = 0; waitedMs < connectWithinMs; waitedMs += 100) {
    if (transport.connectionState === 'connected') return
    if (transport.connectionState === 'failed') break
    await pause(100, signal)
  }
  throw new Error('no way to the media server')
}
