// One line check: the picture of a browser is sent back to it through a separate router in the least loaded worker,
// outside any session. mediasoup-plane.ts opens it; the caller closes it.
import type { Consumer, WebRtcTransport } from 'mediasoup/types'
import type { IceServer } from '../../../shared/wire/engine/media-requests.ts'
import type { LineCheckReply, LineCheckWelcome } from '../../../shared/wire/hearing/line-check.ts'
import type { Log } from '../../platform/log.ts'
import { routerRtpCapabilities } from './codecs.ts'
import { isExpected, rejectionFor } from './media-rejections.ts'
import type { MediaRouter } from './media-worker.ts'
import { DtlsParameters, RtpCapabilities, RtpParameters } from './parameters.ts'
import { parametersOf } from './peer-media.ts'
import type { LineCheck, LineCheckStep } from './plane.ts'
import { refuse } from './replies.ts'
import type { WorkerPool } from './worker-pool.ts'

/** More is tested downstream than upstream: in a hearing a browser sends one picture and receives several. */
const ECHOES = 2

export interface LineCheckOptions {
  readonly pool: WorkerPool
  readonly iceServers: readonly IceServer[]
  readonly log: Log
}

/** @returns null when no worker answers. */
export async function openLineCheck({ pool, iceServers, log }: LineCheckOptions): Promise<LineCheck | null> {
  const [worker] = pool.ready
  if (!worker) return null
  const router = await worker.openRouter()
  try {
    const [send, receive] = await Promise.all([router.createTransport('send'), router.createTransport('receive')])
    return new MediasoupLineCheck({ router, send, receive, iceServers, log })
  } catch (error) {
    router.close()
    throw error
  }
}

interface Parts extends Pick<LineCheckOptions, 'iceServers' | 'log'> {
  readonly router: MediaRouter
  readonly send: WebRtcTransport
  readonly receive: WebRtcTransport
}

class MediasoupLineCheck implements LineCheck {
  readonly welcome: LineCheckWelcome
  readonly #parts: Parts
  #echoing: Promise<LineCheckReply> | null = null
  #consumers: readonly Consumer[] = []

  constructor(parts: Parts) {
    const { send, receive, iceServers } = parts
    this.#parts = parts
    this.welcome = {
      routerRtpCapabilities,
      iceServers: [...iceServers],
      send: parametersOf(send),
      receive: parametersOf(receive),
    }
  }

  async request(step: LineCheckStep): Promise<LineCheckReply> {
    try {
      return await this.#answer(step)
    } catch (err) {
      if (!isExpected(err)) this.#parts.log.warn({ request: step.type, err }, 'line check failed')
      return refuse(rejectionFor(err))
    }
  }

  whenClosed(listener: () => void): void {
    this.#parts.router.whenClosed(listener)
  }

  close(): void {
    this.#parts.router.close()
  }

  async #answer(step: LineCheckStep): Promise<LineCheckReply> {
    const { router, send, receive } = this.#parts
    if (router.isClosed) return refuse('media.unavailable')
    switch (step.type) {
      case 'connectTransport': {
        const transport = [send, receive].find(({ id }) => id === step.transportId)
        if (!transport) return refuse('media.unknown')
        await transport.connect({ dtlsParameters: DtlsParameters.parse(step.dtlsParameters) })
        return { ok: true }
      }
      case 'echo':
        // One picture, whoever asks again.
        if (this.#echoing) return refuse('media.not-allowed')
        this.#echoing = this.#echo(step)
        return this.#echoing
      case 'resume':
        await Promise.all(this.#consumers.map((consumer) => consumer.resume()))
        return { ok: true }
    }
  }

  async #echo(step: Extract<LineCheckStep, { type: 'echo' }>): Promise<LineCheckReply> {
    const { send, receive } = this.#parts
    const rtpParameters = RtpParameters('video').parse(step.rtpParameters)
    const rtpCapabilities = RtpCapabilities.parse(step.rtpCapabilities)
    const producer = await send.produce({ kind: 'video', rtpParameters })
    this.#consumers = await Promise.all(
      Array.from({ length: ECHOES }, () =>
        // Without retransmission: what the line loses is to be seen.
        receive.consume({ producerId: producer.id, rtpCapabilities, paused: true, enableRtx: false }),
      ),
    )
    const consumers = this.#consumers.map(({ id, producerId, rtpParameters }) => ({ id, producerId, rtpParameters }))
    return { ok: true, producerId: producer.id, consumers }
  }
}
