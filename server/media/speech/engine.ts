// The interface of the speech engine: one microphone in, phrases with their times out. server/media feeds it RTP;
// nothing here knows mediasoup or whose voice it is (ADR 0065).
import type { SpeechStatus, SpokenPhrase } from '../../../shared/wire/hearing/captions.ts'
import type { RtpLine, RtpTarget, TrackCodec } from '../recording/recording.ts'

export interface Hearing {
  /** Resolves when nothing more is taken in. What was said before may still be told, to its end. */
  stop(): Promise<void>
}

export interface SpeechEngine {
  status(): SpeechStatus
  /** Begins as soon as it can, and again whenever the engine is there again, until it is stopped. */
  hear(
    codec: TrackCodec,
    openLine: (target: RtpTarget) => Promise<RtpLine>,
    tell: (phrase: SpokenPhrase) => void,
  ): Hearing
  close(): Promise<void>
}
