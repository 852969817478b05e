// Sends the RTP of a producer to a program of this server: the recorder or the speech recognition.
import type { Consumer, PlainTransport, Producer, RtpCapabilities } from 'mediasoup/types'
import type { RtpLine, RtpTarget, TrackCodec } from '../recording/recording.ts'
import { routerRtpCapabilities } from './codecs.ts'
import { GoneError } from './gone-error.ts'
import type { MediaRouter, MediaWorker } from './media-worker.ts'

/** Browsers send a key frame when asked; a segment begins with one. In ms. */
const KEY_FRAME_EVERY = 20_000

/** What a router sends of a producer; retransmission and feedback are left out, for ffmpeg asks for nothing again. */
const capabilities: RtpCapabilities = {
  codecs: (routerRtpCapabilities.codecs ?? [])
    .filter(({ mimeType }) => !mimeType.toLowerCase().endsWith('/rtx'))
    .map((codec) => ({ ...codec, rtcpFeedback: [] })),
  headerExtensions: [],
}

export function codecOf({ consumableRtpParameters }: Producer): TrackCodec | null {
  const [codec] = consumableRtpParameters.codecs
  if (!codec) return null
  const { mimeType, payloadType, clockRate, channels } = codec
  return { mimeType, payloadType, clockRate, channels }
}

/** A producer’s RTP to two ports of this machine. @throws Gone; what mediasoup throws. */
export async function openRtpLine(
  producer: Producer,
  { router, worker }: MediaRouter,
  target: RtpTarget,
): Promise<RtpLine> {
  if (producer.closed || router.closed) throw new GoneError()
  const transport = await router.createPlainTransport({
    listenInfo: { protocol: 'udp', ip: '127.0.0.1' },
    rtcpMux: false,
  })
  try {
    await transport.connect({ ip: '127.0.0.1', port: target.rtpPort, rtcpPort: target.rtcpPort })
    const consumer = await transport.consume({ producerId: producer.id, rtpCapabilities: capabilities, paused: true })
    await consumer.resume()
    return lineOf({ producer, transport, consumer, worker })
  } catch (error) {
    transport.close()
    throw error
  }
}

interface LineParts {
  readonly producer: Producer
  readonly transport: PlainTransport
  readonly consumer: Consumer
  readonly worker: MediaWorker
}

function lineOf({ producer, transport, consumer, worker }: LineParts): RtpLine {
  // A producer that is closed has closed its consumer in the worker, which tells of it a moment later.
  const isOver = () => consumer.closed || producer.closed
  const askForKeyFrame = async () => {
    if (!isOver() && !consumer.producerPaused) await consumer.requestKeyFrame().catch(() => undefined)
  }
  const asking = consumer.kind === 'video' ? setInterval(() => void askForKeyFrame(), KEY_FRAME_EVERY) : undefined
  asking?.unref()
  consumer.observer.once('close', () => clearInterval(asking))
  return {
    async sent() {
      if (isOver()) return 0
      let octets = 0
      const asked = consumer.getStats().then((stats) => {
        for (const one of stats) if (one.type === 'outbound-rtp') octets += one.byteCount
      })
      // A worker that stands still sends nothing.
      await worker.confirmed(asked).catch(() => undefined)
      return octets
    },
    async close() {
      clearInterval(asking)
      transport.close()
      // A worker that died sends nothing.
      await worker.caughtUp()
    },
  }
}
