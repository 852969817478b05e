// Sends the RTP of those producers of one session that the plan names to the recorder, and reports when the first data
// are on disk and when they are not.
import type { Producer } from 'mediasoup/types'
import type { Language, ParticipantId, SessionId } from '../../../shared/kernel/ids.ts'
import type { TrackFact } from '../../../shared/projections/recording-facts.ts'
import type { MediaSource } from '../../../shared/wire/engine/media-requests.ts'
import type { InterruptionCause } from '../../../shared/wire/hearing/recording.ts'
import type { Log } from '../../platform/log.ts'
import type { RecordedTrack, Recordings } from '../recording/recording.ts'
import type { MediaRouter } from './media-worker.ts'
import { codecOf, openRtpLine } from './rtp-line.ts'

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
      (target) => openRtpLine(producer, router, target),
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
