// The door into the sessions of this node for everything outside this room: HTTP routes and the gateway.
import type { ActorReference, Viewer } from '../../shared/kernel/actor.ts'
import type { Wish } from '../../shared/kernel/aggregate.ts'
import type { Commit, VisibleCommit } from '../../shared/kernel/commit.ts'
import type { ConnectionId, LinkId, ParticipantId, SessionId } from '../../shared/kernel/ids.ts'
import type { SessionState } from '../../shared/modules/index.ts'
import type { Farewell } from '../../shared/wire/farewells.ts'
import type { MediaNotice, MediaReply, MediaRequest } from '../../shared/wire/media-requests.ts'
import type {
  CommandReply,
  Hello,
  LiveNotice,
  People,
  Person,
  PersonReply,
  ViewMessage,
  Welcome,
} from '../../shared/wire/socket-events.ts'

/** What a link says once its signature has been checked. */
export interface Caller {
  readonly sessionId: SessionId
  readonly participantId: ParticipantId
  readonly linkId: LinkId
}

/** One socket as the session sees it. All calls are fire and forget. */
export interface Subscriber {
  readonly connectionId: ConnectionId
  commit(commit: VisibleCommit): void
  view(view: ViewMessage): void
  people(people: People): void
  live(notice: LiveNotice): void
  media(notice: MediaNotice): void
  farewell(reason: Farewell): void
}

/** An open connection of a participant. */
export interface Attachment {
  command(command: { id: string } & Wish): Promise<CommandReply>
  media(request: MediaRequest): Promise<MediaReply>
  registerPerson(person: Person): Promise<PersonReply>
  /** The socket is gone; `lastSeenAt` is when it was last known to live. */
  detach(cause: 'closed' | 'timeout', lastSeenAt: number): Promise<void>
}

export interface Sessions {
  /** null: there is no such session. */
  state(sessionId: SessionId): Promise<SessionState | null>
  journal(sessionId: SessionId): Promise<readonly Commit[]>
  people(sessionId: SessionId): Promise<People>
  list(): Promise<readonly SessionState[]>
  /** A command from REST or from the server itself. */
  dispatch(sessionId: SessionId, by: ActorReference, command: { id: string } & Wish): Promise<CommandReply>
  registerPeople(sessionId: SessionId, people: readonly Person[]): Promise<PersonReply[]>
  /** What the link opens now, without entering. */
  knock(caller: Caller): Promise<'welcome' | Farewell>
  attach(caller: Caller, subscriber: Subscriber, hello: Hello): Promise<{ welcome: Welcome; attachment: Attachment } | { farewell: Farewell }>
  /** A view of what a live viewer sees, for tests and tools. */
  view(sessionId: SessionId, viewer: Viewer): Promise<SessionState | null>
  close(): Promise<void>
}
