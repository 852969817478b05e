// The basic types of all messages: ids, times, roles, languages. Names no module.
import { z } from 'zod'

/** State is kept in records by id; what every record inherits (`constructor`, `__proto__`) would be found in each. */
const isInherited = (name: string): boolean => name in Object.prototype

/** Ids are made by `newId` (UUIDv7) on the server or, for commands, by the client. */
const id = (what: string) =>
  z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,64}$/)
    .refine((name) => !isInherited(name), 'a reserved word')
    .describe(what)

export const SessionId = id('one meeting').brand<'SessionId'>()
export type SessionId = z.infer<typeof SessionId>
export const SeriesId = id('sessions that were booked together, to be held again and again').brand<'SeriesId'>()
export type SeriesId = z.infer<typeof SeriesId>
export const ParticipantId = id('a person or a site endpoint in one session').brand<'ParticipantId'>()
export type ParticipantId = z.infer<typeof ParticipantId>
export const PersonId = id('an entry of the erasable people record').brand<'PersonId'>()
export type PersonId = z.infer<typeof PersonId>
export const SiteId = id('điểm cầu').brand<'SiteId'>()
export type SiteId = z.infer<typeof SiteId>
export const DelegateId = id('a person named at a site').brand<'DelegateId'>()
export type DelegateId = z.infer<typeof DelegateId>
export const ItemId = id('an item of the agenda').brand<'ItemId'>()
export type ItemId = z.infer<typeof ItemId>
export const DocumentId = id('a document of one session').brand<'DocumentId'>()
export type DocumentId = z.infer<typeof DocumentId>
export const MotionId = id('something to be voted on').brand<'MotionId'>()
export type MotionId = z.infer<typeof MotionId>
export const CitizenId = id('an entry of the encrypted record of citizens').brand<'CitizenId'>()
export type CitizenId = z.infer<typeof CitizenId>
export const CaseId = id('a matter that a citizen brought: vụ việc').brand<'CaseId'>()
export type CaseId = z.infer<typeof CaseId>
export const OfficerId = id('an entry of the roster of those who receive citizens').brand<'OfficerId'>()
export type OfficerId = z.infer<typeof OfficerId>
export const SittingId = id('one reception of a day: who receives, where, when').brand<'SittingId'>()
export type SittingId = z.infer<typeof SittingId>
export const AppointmentId = id('a place in a sitting that a citizen has booked').brand<'AppointmentId'>()
export type AppointmentId = z.infer<typeof AppointmentId>
export const AccountId = id('a staff account').brand<'AccountId'>()
export type AccountId = z.infer<typeof AccountId>
/** An account that may read what is protected where it is named for it: made of an account by server/identity/accounts/reader.ts alone. */
export const ReaderId = AccountId.brand<'ReaderId'>()
export type ReaderId = z.infer<typeof ReaderId>
export const DeskId = id('a desk of a reception day').brand<'DeskId'>()
export type DeskId = z.infer<typeof DeskId>
export const TicketId = id('somebody’s place in the queue of a reception day').brand<'TicketId'>()
export type TicketId = z.infer<typeof TicketId>
export const RegisterRowId = id(
  'a line of the register of receptions: one matter of one visit',
).brand<'RegisterRowId'>()
export type RegisterRowId = z.infer<typeof RegisterRowId>
export const ConnectionId = id('one socket').brand<'ConnectionId'>()
export type ConnectionId = z.infer<typeof ConnectionId>
export const LinkId = id('the jti of a signed link').brand<'LinkId'>()
export type LinkId = z.infer<typeof LinkId>
export const CommandId = z.uuid().describe('made by the sender (UUIDv7); the same id again gets the same answer')
export type CommandId = z.infer<typeof CommandId>

/** Epoch milliseconds, UTC. */
export const Ms = z.int().nonnegative().describe('epoch milliseconds, UTC')
export type Ms = z.infer<typeof Ms>

export const Role = z.enum(['chair', 'secretary', 'siteOperator', 'citizen', 'observer'])
export type Role = z.infer<typeof Role>

/** Where a participant stands towards the room: knocking, inside, or neither. */
export const Standing = z.enum(['waiting', 'present', 'outside'])
export type Standing = z.infer<typeof Standing>

/** Into which speech may be interpreted: of Việt Nam, then of its neighbours and guests. ISO 639, the shortest code there is. */
export const Language = z.enum([
  'vi',
  'tyz',
  'nut',
  'blt',
  'mtq',
  'hmn',
  'ium',
  'km',
  'cjm',
  'rad',
  'jra',
  'bdq',
  'sed',
  'kpm',
  'hre',
  'en',
  'zh',
  'lo',
  'fr',
  'ru',
  'ja',
  'ko',
])
export type Language = z.infer<typeof Language>

/**
 * What people typed, trimmed: without control characters, without characters that turn the direction of writing, and
 * without halves of surrogate pairs, which no hash can be taken of (RFC 8785, 3.2.2.2).
 */
export const text = (maximum: number) => typed(maximum, textCharacters)

/** A piece of such a text as it is being typed: perhaps nothing, perhaps a space. */
export const piece = (maximum: number) => z.string().max(maximum).regex(textCharacters, hiddenCharacters)

/** The same in one line: a name, a title. */
export const line = (maximum: number) => typed(maximum, /^[^\p{Cc}\p{Cs}\p{Bidi_Control}\p{Zl}\p{Zp}]*$/u)

const textCharacters = /^(?:[^\p{Cc}\p{Cs}\p{Bidi_Control}]|[\t\n])*$/u

/** The message by which a form tells this fault from others of form. */
export const hiddenCharacters = 'control or direction-turning characters'

const typed = (maximum: number, characters: RegExp) =>
  z.string().trim().min(1).max(maximum).regex(characters, hiddenCharacters)
