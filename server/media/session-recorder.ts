// Which producers of one session are being recorded: those of the plan. Brings their RTP to the recorder of this server, and tells
// when the first data are on the disk and when they are not.
import type { Consumer, PlainTransport, Producer, RtpCapabilities } from 'mediasoup/types'
import type { Language, ParticipantId, SessionId } from '../../shared/kernel/ids.ts'
import type { TrackFact } from '../../shared/projections/recording-facts.ts'
import type { MediaSource } from '../../shared/wire/media-requests.ts'
import type { InterruptionCause } from '../../shared/wire/recording.ts'
import type { Log } from '../platform/log.ts'
import type { RecordedTrack, Recordings, RtpLine, RtpTarget, TrackCodec } from '../recording/recording.ts'
import { routerRtpCapabilities } from './codecs.ts'
import { Gone } from './gone.ts'
import type { MediaRouter } from './media-worker.ts'

/** A producer that is to be recorded. */
export interface RecordedSource {
  readonly participantId: ParticipantId
  readonly source: MediaSource
  readonly channel: Language | null
  readonly producer: Producer
  readonly router: MediaRouter
}

interface Recorded extends RecordedSource {
  readonly track: RecordedTrack
}

/** Browsers send a key frame when asked; a segment begins with one. In ms. */
const KEY_FRAME_EVERY = 20_000

export class SessionRecorder {
  readonly #sessionId: SessionId
  readonly #recordings: Recordings
  readonly #tell: (fact: TrackFact) => void
  readonly #log: Log
  readonly #tracks = new Map<string, Recorded>()

  constructor(sessionId: SessionId, recordings: Recordings, tell: (fact: TrackFact) => void, log: Log) {
    this.#sessionId = sessionId
    this.#recordings = recordings
    this.#tell = tell
    this.#log = log
  }

  /** Resolves when nothing is taken in any more that is not in the list; what is new in it begins meanwhile. */
  async follow(sources: readonly RecordedSource[]): Promise<void> {
    const wanted = new Map(sources.map((one) => [keyOf(one), one]))
    const over = [...this.#tracks].filter(([key]) => !wanted.has(key))
    for (const [key] of over) this.#tracks.delete(key)
    for (const [key, source] of wanted) if (!this.#tracks.has(key)) this.#begin(key, source)
    await Promise.all(over.map(([, recorded]) => this.#end(recorded)))
  }

  #begin(key: string, recorded: RecordedSource): void {
    const { participantId, source, channel, producer, router } = recorded
    const codec = codecOf(producer)
    if (!codec) return
    const about = { participantId, source }
    const track = this.#recordings.record(
      { sessionId: this.#sessionId, participantId, source, channel, codec },
      (target) => openLine(producer, router, target),
      {
        written: () => this.#isCurrent(key, producer) && this.#tell({ type: 'written', ...about }),
        interrupted: (cause: InterruptionCause) =>
          // A producer that goes ends its program’s line: that is no interruption.
          this.#isCurrent(key, producer) && !producer.closed && this.#tell({ type: 'interrupted', ...about, cause }),
      },
    )
    this.#tracks.set(key, { ...recorded, track })
  }

  async #end({ track, participantId, source }: Recorded): Promise<void> {
    await track.stop()
    this.#tell({ type: 'ended', participantId, source })
    this.#log.info({ sessionId: this.#sessionId, participantId, source }, 'a track is no longer recorded')
  }

  #isCurrent(key: string, producer: Producer): boolean {
    return this.#tracks.get(key)?.producer === producer
  }
}

const keyOf = ({ producer, channel }: RecordedSource): string => `${producer.id}:${channel ?? ''}`

/** What a router sends of a producer; retransmission and feedback are left out, for ffmpeg asks for nothing again. */
const capabilities: RtpCapabilities = {
  codecs: (routerRtpCapabilities.codecs ?? [])
    .filter(({ mimeType }) => !mimeType.toLowerCase().endsWith('/rtx'))
    .map((codec) => ({ ...codec, rtcpFeedback: [] })),
  headerExtensions: [],
}

function codecOf({ consumableRtpParameters }: Producer): TrackCodec | null {
  const [codec] = consumableRtpParameters.codecs
  if (!codec) return null
  const { mimeType, payloadType, clockRate, channels } = codec
  return { mimeType, payloadType, clockRate, channels }
}

async function openLine(producer: Producer, { router }: MediaRouter, target: RtpTarget): Promise<RtpLine> {
  if (producer.closed || router.closed) throw new Gone()
  const transport = await router.createPlainTransport({
    listenInfo: { protocol: 'udp', ip: '127.0.0.1' },
    rtcpMux: false,
  })
  try {
    await transport.connect({ ip: '127.0.0.1', port: target.rtpPort, rtcpPort: target.rtcpPort })
    const consumer = await transport.consume({ producerId: producer.id, rtpCapabilities: capabilities, paused: true })
    await consumer.resume()
    return lineOf(transport, consumer)
  } catch (error) {
    transport.close()
    throw error
  }
}

function lineOf(transport: PlainTransport, consumer: Consumer): RtpLine {
  const asking =
    consumer.kind === 'video' ? setInterval(() => void askForKeyFrame(consumer), KEY_FRAME_EVERY) : undefined
  asking?.unref()
  consumer.observer.once('close', () => clearInterval(asking))
  return {
    async sent() {
      if (consumer.closed) return 0
      const stats = await consumer.getStats().catch(() => [])
      return stats.reduce((sum, one) => sum + (one.type === 'outbound-rtp' ? one.byteCount : 0), 0)
    },
    async close() {
      clearInterval(asking)
      // It answers when the worker has it; a worker that died sends nothing.
      if (!consumer.closed) await consumer.pause().catch(() => undefined)
      transport.close()
    },
  }
}

async function askForKeyFrame(consumer: Consumer): Promise<void> {
  if (!consumer.closed && !consumer.producerPaused) await consumer.requestKeyFrame().catch(() => undefined)
}
