// Sends the RTP of those microphones of one session that the plan names to the speech engine.
import type { Producer } from 'mediasoup/types'
import type { ParticipantId } from '../../../shared/kernel/ids.ts'
import type { SpokenPhrase } from '../../../shared/wire/hearing/captions.ts'
import type { Hearing, SpeechEngine } from '../speech/engine.ts'
import type { MediaRouter } from './media-worker.ts'
import { codecOf, openRtpLine } from './rtp-line.ts'

interface RecognisedSource {
  readonly participantId: ParticipantId
  readonly producer: Producer
  readonly router: MediaRouter
}

export class SessionRecognition {
  readonly #engine: SpeechEngine
  readonly #tell: (participantId: ParticipantId, phrase: SpokenPhrase) => void
  readonly #hearings = new Map<Producer, Hearing>()

  constructor(engine: SpeechEngine, tell: (participantId: ParticipantId, phrase: SpokenPhrase) => void) {
    this.#engine = engine
    this.#tell = tell
  }

  /** Resolves when the engine hears nobody any more who is not in the list. */
  async follow(sources: readonly RecognisedSource[]): Promise<void> {
    const wanted = new Set(sources.map(({ producer }) => producer))
    const over = [...this.#hearings].filter(([producer]) => !wanted.has(producer))
    for (const [producer] of over) this.#hearings.delete(producer)
    for (const source of sources) if (!this.#hearings.has(source.producer)) this.#begin(source)
    await Promise.all(over.map(([, hearing]) => hearing.stop()))
  }

  #begin({ participantId, producer, router }: RecognisedSource): void {
    const codec = codecOf(producer)
    if (!codec) return
    const hearing = this.#engine.hear(
      codec,
      (target) => openRtpLine(producer, router, target),
      (phrase) => this.#tell(participantId, phrase),
    )
    this.#hearings.set(producer, hearing)
  }
}
