// The interface to the sessions of this node for everything outside this folder: HTTP routes and the gateway.

import type { ActorReference } from '../../../shared/kernel/actor.ts'
import type { Wish } from '../../../shared/kernel/aggregate.ts'
import type { Commit, VisibleCommit } from '../../../shared/kernel/commit.ts'
import type { ConnectionId, PersonId, SessionId } from '../../../shared/kernel/ids.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import type { Farewell } from '../../../shared/wire/engine/farewells.ts'
import type { MediaNotice, MediaReply, MediaRequest } from '../../../shared/wire/engine/media-requests.ts'
import type {
  CaptionReply,
  CommandReply,
  Hello,
  LiveMessage,
  LiveNotice,
  People,
  Person,
  PersonReply,
  ViewMessage,
  Welcome,
} from '../../../shared/wire/engine/socket-events.ts'
import type { CaptionLine } from '../../../shared/wire/hearing/captions.ts'
import type { AssistReply, AssistRequest, HealthMessage, SessionHealth } from '../../../shared/wire/hearing/health.ts'
import type { Caller } from '../../platform/caller.ts'

/** One socket as the session sees it. All calls are fire and forget. */
export interface Subscriber {
  readonly connectionId: ConnectionId
  commit(commit: VisibleCommit): void
  view(view: ViewMessage): void
  people(people: People): void
  live(notice: LiveNotice): void
  media(notice: MediaNotice): void
  farewell(farewell: Farewell): void
}

/** Somebody who is to be kept in the people record. */
export interface NewPerson extends Person {
  readonly email?: string | null | undefined
}

/** An open connection of a participant. */
export interface Attachment {
  command(command: { id: string } & Wish): Promise<CommandReply>
  media(request: MediaRequest): Promise<MediaReply>
  registerPerson(person: Person): Promise<PersonReply>
  live(message: LiveMessage): void
  captionLine(line: CaptionLine): Promise<CaptionReply>
  health(message: HealthMessage): void
  assist(request: AssistRequest): AssistReply
  /** The welcome has been sent: from now on the subscriber is called, first with what has gathered since. */
  ready(): void
  /** The socket is gone; `lastSeenAt` is when it was last known to live. */
  detach(cause: 'closed' | 'timeout', lastSeenAt: number): Promise<void>
}

export type AttachReply = { welcome: Welcome; attachment: Attachment } | { farewell: Farewell }

export interface RunningSession {
  readonly state: SessionState
  readonly people: People
  readonly health: SessionHealth
}

export interface SessionStatistics {
  loaded: number
  connections: number
  timers: number
}

/** What asks for a session whose journal does not hold throws BrokenJournal; commands and connections are told so. */
export interface Sessions {
  /** null: there is no such session. */
  state(sessionId: SessionId): Promise<SessionState | null>
  journal(sessionId: SessionId): Promise<readonly Commit[]>
  /** As it is written: of who denounces, encrypted. */
  storedJournal(sessionId: SessionId): Promise<readonly Commit[]>
  people(sessionId: SessionId): Promise<People>
  /** Of the sessions in which somebody is connected now. */
  health(): readonly RunningSession[]
  /** A command from REST or from the server itself. */
  dispatch(sessionId: SessionId, by: ActorReference, command: { id: string } & Wish): Promise<CommandReply>
  registerPeople(sessionId: SessionId, people: readonly NewPerson[]): Promise<PersonReply[]>
  /** From the papers that were shown; every page is told. */
  rename(sessionId: SessionId, personId: PersonId, name: string): Promise<void>
  /** The people record of a session that is over, for good. */
  erasePeople(sessionId: SessionId): Promise<void>
  /** One person of it, for good. */
  erasePerson(sessionId: SessionId, personId: PersonId): Promise<void>
  /** Where people can be written to; for staff and for the mail alone. */
  emails(sessionId: SessionId): Promise<Readonly<Record<PersonId, string>>>
  changeEmail(sessionId: SessionId, personId: PersonId, email: string | null): Promise<void>
  attach(caller: Caller, subscriber: Subscriber, hello: Hello): Promise<AttachReply>
  /** What may not be handled here any more is suspended, and whoever is inside is told and sent out: nothing is heard on. */
  stopRefused(reason: string): Promise<void>
  /** After a start: connections that the journals of these hold for live are reported lost, as of `lastAliveAt`. */
  recover(sessionIds: readonly SessionId[], lastAliveAt: number): Promise<void>
  statistics(): SessionStatistics
  close(): Promise<void>
}
