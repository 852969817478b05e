// The messages of one socket. The gateway parses them; the browser's connection sends them. Documented in docs/protocol.md.
import { z } from 'zod'
import { VisibleCommit } from '../../kernel/commit.ts'
import { CommandId, ConnectionId, line, Ms, ParticipantId, PersonId, Role } from '../../kernel/ids.ts'
import { Rejection } from '../../kernel/rejection.ts'
import { type CaptionLine, CaptionNotice, CaptionWords } from '../hearing/captions.ts'
import { type AssistReply, type AssistRequest, type HealthMessage, SessionHealth } from '../hearing/health.ts'
import { Farewell } from './farewells.ts'
import {
  ListensTo,
  type MediaNotice,
  type MediaReply,
  type MediaRequest,
  MediaWelcome,
  RtpCapabilities,
  VisibleTile,
} from './media-requests.ts'

/** Raised when an old page can no longer talk to a new server; the page is then asked to reload. */
export const protocolVersion = 2

export const Person = z.object({
  name: line(120),
  title: line(200).nullable().describe('position or unit, as the minutes print it'),
})
export type Person = z.infer<typeof Person>
export const People = z.record(PersonId, Person)
export type People = z.infer<typeof People>

export const Hello = z.object({
  protocol: z.int(),
  last: z
    .object({
      seq: z.int().nonnegative(),
      standing: z.enum(['waiting', 'present']),
      role: Role.optional().describe('without it, or with another one than now: a whole new view'),
    })
    .nullable()
    .describe('the last commit this page has, where its participant then stood and in which role; null: a new page'),
  rtpCapabilities: RtpCapabilities.nullable().describe('what this browser can receive; null: media is joined later'),
  visible: z.array(VisibleTile).max(50).describe('the tiles of the first screen; empty: the server chooses'),
  listensTo: ListensTo.default(null),
})
export type Hello = z.infer<typeof Hello>

export const ViewMessage = z.object({
  seq: z.int().nonnegative(),
  state: z.unknown().describe('the session’s state as this viewer may see it'),
  people: People,
  media: MediaWelcome.nullable()
    .optional()
    .describe(
      'null: no media here (waiting room, closed session, or no capabilities told yet); absent: media go on as they are',
    ),
})
export type ViewMessage = z.infer<typeof ViewMessage>

export const Welcome = z.object({
  participantId: ParticipantId,
  connectionId: ConnectionId,
  serverTime: Ms,
  /** Either the whole view, or the commits missed since lastSeq. */
  sync: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('view'), seq: z.int().nonnegative(), state: z.unknown() }),
    z.object({ kind: z.literal('commits'), commits: z.array(VisibleCommit) }),
  ]),
  people: People,
  media: MediaWelcome.nullable(),
})
export type Welcome = z.infer<typeof Welcome>

export const HelloReply = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), welcome: Welcome }),
  z.object({ ok: z.literal(false), farewell: Farewell }),
])
export type HelloReply = z.infer<typeof HelloReply>

export const CommandMessage = z.object({
  id: CommandId,
  type: z.string().max(64),
  data: z.unknown(),
})
export type CommandMessage = z.infer<typeof CommandMessage>

const refused = z.object({ ok: z.literal(false), rejection: Rejection })

export const CommandReply = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    seq: z.int().nonnegative().describe('the commit that holds the effect, or the newest one when nothing changed'),
  }),
  refused,
])
export type CommandReply = z.infer<typeof CommandReply>

export const PersonReply = z.discriminatedUnion('ok', [z.object({ ok: z.literal(true), personId: PersonId }), refused])
export type PersonReply = z.infer<typeof PersonReply>

export const CaptionReply = z.discriminatedUnion('ok', [z.object({ ok: z.literal(true) }), refused])
export type CaptionReply = z.infer<typeof CaptionReply>

/** Where on a page somebody points: shares of its width and height. */
const Pointer = z.object({
  type: z.literal('pointer'),
  page: z.int().positive(),
  at: z
    .object({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) })
    .nullable()
    .describe('null: nowhere now'),
})

export const Reaction = z.enum(['agree', 'applaud', 'thank', 'cannotHear', 'slower'])
export type Reaction = z.infer<typeof Reaction>

/**
 * What a page tells the others of the moment. Volatile: neither answered nor stored; what comes too fast or from who may
 * not say it is dropped.
 */
export const LiveMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('reaction'), reaction: Reaction }),
  Pointer,
  CaptionWords.extend({ type: z.literal('caption') }).describe('of whoever writes the captions'),
])
export type LiveMessage = z.infer<typeof LiveMessage>

/** Volatile: never stored, may be missed. */
export const LiveNotice = z.discriminatedUnion('type', [
  z.object({ type: z.literal('activeSpeaker'), participantId: ParticipantId.nullable() }),
  z.object({ type: z.literal('levels'), levels: z.record(ParticipantId, z.number()).describe('dBov, −127 … 0') }),
  z.object({
    type: z.literal('sources'),
    sources: z.record(
      ParticipantId,
      z.object({
        audio: z.enum(['none', 'muted', 'live']).describe('muted: by the participant; the floor is another matter'),
        video: z.enum(['none', 'live']),
      }),
    ),
  }),
  z.object({ type: z.literal('reaction'), participantId: ParticipantId, reaction: Reaction }),
  Pointer.extend({ participantId: ParticipantId }),
  CaptionNotice.extend({ type: z.literal('caption') }),
  z.object({ type: z.literal('health'), health: SessionHealth }).describe('to staff alone, every two seconds'),
])
export type LiveNotice = z.infer<typeof LiveNotice>

type Reply<T> = (reply: T) => void

export interface ClientToServer {
  hello: (message: Hello, reply: Reply<HelloReply>) => void
  command: (message: CommandMessage, reply: Reply<CommandReply>) => void
  /** Staff and site operators name somebody (a substitute, say) before a command refers to them. */
  registerPerson: (message: Person, reply: Reply<PersonReply>) => void
  media: (message: MediaRequest, reply: Reply<MediaReply>) => void
  live: (message: LiveMessage) => void
  /** A line of the captions is finished. Answered, unlike its words on the way: it is sent until it has arrived. */
  captionLine: (line: CaptionLine, reply: Reply<CaptionReply>) => void
  /** How this page and its line do; every five seconds, not answered. */
  health: (report: z.input<typeof HealthMessage>) => void
  /** Staff help a site. */
  assist: (request: AssistRequest, reply: Reply<AssistReply>) => void
}

export interface ServerToClient {
  /** The next commit, as this viewer may see it. A page that misses a number says hello again. */
  commit: (commit: VisibleCommit) => void
  /** Sent when what this viewer may see has changed as a whole: admitted, sent back to waiting, in another role. */
  view: (view: ViewMessage) => void
  people: (people: People) => void
  live: (notice: LiveNotice) => void
  media: (notice: MediaNotice) => void
  farewell: (farewell: Farewell) => void
}

/** Largest message a client may send, in bytes. */
export const maximumMessageBytes = 64 * 1024
