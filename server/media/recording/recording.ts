// The interface of recording: one track per producer, written in short segments with absolute times. server/media feeds
// it RTP; nothing here knows mediasoup.
import type { Readable } from 'node:stream'
import type { Language, Ms, ParticipantId, SessionId } from '../../../shared/kernel/ids.ts'
import type { MediaSource } from '../../../shared/wire/engine/media-requests.ts'
import type { InterruptionCause } from '../../../shared/wire/hearing/recording.ts'

/** As an SDP names it (RFC 8866, RFC 7587, RFC 7741). */
export interface TrackCodec {
  /** Such as audio/opus. */
  readonly mimeType: string
  readonly payloadType: number
  /** In Hz. */
  readonly clockRate: number
  readonly channels: number | undefined
}

export interface TrackDescription {
  readonly sessionId: SessionId
  readonly participantId: ParticipantId
  readonly source: MediaSource
  /** The language that is interpreted into; null: said on the floor. */
  readonly channel: Language | null
  readonly codec: TrackCodec
}

/** Ports of this machine where the RTP and the RTCP of a track are awaited. */
export interface RtpTarget {
  readonly rtpPort: number
  readonly rtcpPort: number
}

/** The RTP on its way to the recorder. */
export interface RtpLine {
  /** Octets sent so far. */
  sent(): Promise<number>
  /** Resolves when nothing is sent any more. */
  close(): Promise<void>
}

export interface TrackListener {
  /** The first data since the beginning, or since an interruption, are on the disk. */
  written(): void
  interrupted(cause: InterruptionCause): void
}

export interface RecordedTrack {
  /** Resolves when nothing more is taken in; what was taken in is written behind it. */
  stop(): Promise<void>
}

export interface Recordings {
  /** Null: this server cannot record, or the disk is too full to begin; the listener of `record` is told the same. */
  readonly unable: () => Promise<InterruptionCause | null>
  /** Begins at once, and again whenever its program dies, until it is stopped. `openLine` begins with a key frame. */
  record(
    track: TrackDescription,
    openLine: (target: RtpTarget) => Promise<RtpLine>,
    listener: TrackListener,
  ): RecordedTrack
  /**
   * Resolves with true when nothing of the session is being written any more, and each of its files has its line in the index; with
   * false when that takes longer than it can: a program or a disk that hangs must not hold up what waits for it.
   */
  finished(sessionId: SessionId): Promise<boolean>
  /** In the order of their beginning; of a session that was not recorded, none. */
  segments(sessionId: SessionId): Promise<readonly Segment[]>
  /** The bytes of a segment; null: they are gone. */
  read(sessionId: SessionId, file: string): Promise<Readable | null>
  /** Removes the bytes of a segment for good; its line in the index stays and says what there was. */
  drop(sessionId: SessionId, file: string): Promise<void>
  /** The lines that name tracks and segments; null: nothing was recorded. */
  readIndex(sessionId: SessionId): Promise<Readable | null>
  /** Brings complete segments that still lie in clear into the store; goes on where it was broken off. */
  takeOver(signal: AbortSignal): Promise<void>
  /** Resolves when all that was taken in is written. */
  close(): Promise<void>
}

/** A finished file of one track. */
export interface Segment {
  readonly track: number
  readonly participantId: ParticipantId
  readonly source: MediaSource
  readonly channel: Language | null
  readonly mimeType: string
  /** In the folder of the session’s recording. */
  readonly file: string
  /** By the clock of the machine, as its packets are stamped. */
  readonly from: Ms
  readonly until: Ms
  /** By how much that clock was ahead of the time of the session then; absent: they agreed. */
  readonly ahead?: { readonly from: number; readonly until: number } | undefined
  readonly bytes: number
  /** Hex. */
  readonly sha256: string
}
