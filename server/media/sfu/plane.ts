// The interface of the media plane: soft state, driven by the plan, never journaled. The domain never calls it; the
// session’s actor passes it the plan.

import type { ConnectionId, Language, ParticipantId, SessionId } from '../../../shared/kernel/ids.ts'
import type { MediaPlan } from '../../../shared/projections/media-plan.ts'
import type { TrackFact } from '../../../shared/projections/recording-facts.ts'
import type {
  MediaNotice,
  MediaReply,
  MediaRequest,
  MediaWelcome,
  VisibleTile,
} from '../../../shared/wire/engine/media-requests.ts'
import type { LiveNotice } from '../../../shared/wire/engine/socket-events.ts'
import type { SpeechStatus, SpokenPhrase } from '../../../shared/wire/hearing/captions.ts'
import type { Flow } from '../../../shared/wire/hearing/health.ts'
import type { LineCheckReply, LineCheckRequest, LineCheckWelcome } from '../../../shared/wire/hearing/line-check.ts'
import type { MediaStatistics } from '../../platform/metrics.ts'

export interface PeerAddress {
  readonly sessionId: SessionId
  readonly participantId: ParticipantId
  readonly connectionId: ConnectionId
}

export interface MediaListener {
  /** For one connection. */
  notice(connectionId: ConnectionId, notice: MediaNotice): void
  /** For everybody present in the session; volatile. */
  live(sessionId: SessionId, notice: LiveNotice): void
  /** What becomes of a track that the plan wants recorded. */
  recording(sessionId: SessionId, fact: TrackFact): void
  /** What the speech engine heard of somebody whom the plan lets it hear; once more with each word of a phrase that goes on. */
  spoken(sessionId: SessionId, participantId: ParticipantId, phrase: SpokenPhrase): void
}

export type LineCheckStep = Exclude<LineCheckRequest, { type: 'begin' }>

/** A browser’s line being tried, outside every session. */
export interface LineCheck {
  readonly welcome: LineCheckWelcome
  /** Never throws for what a browser sent. */
  request(step: LineCheckStep): Promise<LineCheckReply>
  /** By close(), or because its worker died. */
  whenClosed(listener: () => void): void
  close(): void
}

/** Workers that stand still, and those of the last hour that stood still and were replaced. */
export interface WorkerTrouble {
  readonly silent: readonly { readonly pid: number; readonly forMs: number }[]
  readonly replaced: readonly { readonly pid: number; readonly agoMs: number }[]
}

/** What a page says of itself as it asks for media. */
export interface MediaWish {
  readonly rtpCapabilities: Record<string, unknown>
  readonly visible: readonly VisibleTile[]
  readonly listensTo: Language | null
}

/**
 * Nobody waits for media longer than some seconds, whatever becomes of a worker (ADR 0073): each promise here settles by then, and what
 * comes later is sent to the page by itself.
 */
export interface MediaPlane {
  /** The same for every router of this server. */
  readonly routerRtpCapabilities: Record<string, unknown>
  /**
   * Makes the plan true: peers that are not in it are closed, those who may not be heard are paused. Resolves when it is, or when a worker
   * does not answer, which then carries nothing. @throws when it is not true in time.
   */
  reconcile(sessionId: SessionId, plan: MediaPlan): Promise<void>
  /**
   * Transports and the consumers of the first screen, for a peer of the last plan; null when the plan has no such peer
   * or no worker serves it in time: then the notice `restarted` brings them. Calling it again replaces the peer's transports.
   */
  welcome(peer: PeerAddress, wish: MediaWish): Promise<MediaWelcome | null>
  /** Never throws for what a browser sent: bad parameters and foreign ids are rejections. */
  request(peer: PeerAddress, request: MediaRequest): Promise<MediaReply>
  /** @param user named to the TURN server. Null: no worker is there to serve it. */
  openLineCheck(user: string): Promise<LineCheck | null>
  /** Whether pictures come in from those in the session, just now; who is not named sends none. */
  pictures(sessionId: SessionId): ReadonlyMap<ParticipantId, Flow>
  /** How the speech engine does; null: there is none. */
  speech(): SpeechStatus | null
  listen(listener: MediaListener): () => void
  statistics(): MediaStatistics
  trouble(): WorkerTrouble
  close(): Promise<void>
}
