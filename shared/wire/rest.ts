// The bodies of the REST API, for the server's routes, the pages' requests and the OpenAPI document at /api/docs.
import { z } from 'zod'
import {
  AccountId,
  DelegateId,
  ItemId,
  line,
  Ms,
  ParticipantId,
  PersonId,
  Role,
  SeriesId,
  SessionId,
  SiteId,
} from '../kernel/ids.ts'
import { admission, ParticipantStatus } from '../modules/admission/contract.ts'
import { Item } from '../modules/agenda/contract.ts'
import { Findings, Grade } from '../modules/selftest/contract.ts'
import { SessionKind, SessionStatus, VisitOf } from '../modules/session/contract.ts'
import { SiteRank } from '../modules/sites/contract.ts'
import { SecrecyLevel } from '../secrecy/levels.ts'
import { farewellReasons } from './engine/farewells.ts'
import { Person } from './engine/socket-events.ts'
import { Alarm, conditions, ParticipantHealth, weaknesses } from './hearing/health.ts'

export const ErrorReply = z
  .object({
    error: z.object({
      code: z.string().describe('stable; the words for people come from the i18n catalogues'),
      message: z.string().describe('plain English: what is wrong and what to do'),
      field: z.string().optional().describe('the part of the request that is wrong, as in participants.0.name'),
      incident: z.string().optional().describe('the number under which an operator finds the fault in the log'),
    }),
  })
  .meta({ id: 'Error' })
export type ErrorReply = z.infer<typeof ErrorReply>

// Accounts

export const AccountRole = z.enum(['administrator', 'staff'])
export type AccountRole = z.infer<typeof AccountRole>

/** ASCII, so that no two names look alike. */
const Username = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{1,62}[a-z0-9]$/, 'must be 3 to 64 of a–z, 0–9, dot, hyphen and underscore')
  .describe('upper and lower case are the same')
/** NIST SP 800-63B-4, 3.1.1.2: no rules of composition, a bound that only keeps out abuse. */
export const Password = z.string().min(12).max(256)

export const NewAccount = z
  .object({ username: Username, displayName: line(120), role: AccountRole })
  .describe('its owner sets the password, by the link that is answered')
  .meta({ id: 'NewAccount' })
export type NewAccount = z.infer<typeof NewAccount>

export const Account = z
  .object({
    accountId: AccountId,
    username: z.string(),
    displayName: z.string(),
    role: AccountRole,
    isEnabled: z.boolean(),
    createdAt: Ms,
    protectedAccess: z
      .enum(['open', 'suspended'])
      .describe('suspended: its password was reset, and nobody has confirmed yet that it is the same person'),
  })
  .meta({ id: 'Account' })
export type Account = z.infer<typeof Account>

export const AccountChange = z
  .object({ isEnabled: z.boolean() })
  .describe('ends every login of the account')
  .meta({ id: 'AccountChange' })
export type AccountChange = z.infer<typeof AccountChange>

export const OwnPassword = z
  .object({ current: z.string().max(256), password: Password })
  .describe('ends every other login of the account')
  .meta({ id: 'OwnPassword' })

export const AccountReply = z.object({ account: Account }).meta({ id: 'AccountReply' })

export const SetUp = NewAccount.omit({ role: true })
  .extend({
    password: Password,
    token: z.string().max(128).describe('from the link that the server printed at its start'),
  })
  .meta({ id: 'SetUp' })
export const Credentials = z
  .object({ username: z.string().max(64), password: z.string().max(256) })
  .meta({ id: 'Credentials' })

// Sessions

export const ParticipantLink = z
  .object({
    participantId: ParticipantId,
    name: z.string(),
    role: Role,
    siteId: SiteId.nullable(),
    link: z.url().describe('opens the session for this person alone; hand it to nobody else'),
  })
  .meta({ id: 'ParticipantLink' })
export type ParticipantLink = z.infer<typeof ParticipantLink>

export const ScheduledSession = z
  .object({
    sessionId: SessionId,
    participants: z.array(ParticipantLink),
    itemIds: z.array(ItemId).describe('of the agenda, in its order'),
    series: z
      .array(z.object({ sessionId: SessionId, scheduledAt: Ms }))
      .describe('every session that was booked, this one first'),
  })
  .meta({ id: 'ScheduledSession' })
export type ScheduledSession = z.infer<typeof ScheduledSession>
export const LinkList = z.object({ participants: z.array(ParticipantLink) }).meta({ id: 'LinkList' })

export const SessionSummary = z
  .object({
    sessionId: SessionId,
    title: z.string(),
    kind: SessionKind,
    scheduledAt: Ms,
    plannedMinutes: z.int(),
    place: z.string(),
    seriesId: SeriesId.nullable().describe('null: it was booked alone'),
    visitOf: VisitOf.nullable().describe('null: no ticket of a reception day led to it'),
    secrecy: SecrecyLevel.default('open'),
    status: SessionStatus,
    openedAt: Ms.nullable(),
    closedAt: Ms.nullable(),
    siteCount: z.int(),
    participantCount: z.int(),
    presentCount: z.int().describe('participants in the room now'),
  })
  .meta({ id: 'SessionSummary' })
export type SessionSummary = z.infer<typeof SessionSummary>
export const SessionQuery = z.object({
  of: z
    .enum(['meetings', 'visits'])
    .default('meetings')
    .describe('visits: those that a ticket of a reception day led to'),
  seriesId: SeriesId.optional().describe('all of one series'),
  text: line(100).optional().describe('in the title'),
  after: z.string().max(100).optional().describe('`next` of the page before'),
  limit: z.coerce.number().int().min(1).max(200).default(50).describe('of those that are over'),
})
export const SessionList = z
  .object({
    sessions: z.array(SessionSummary),
    next: z.string().nullable().describe('to ask for the page after this by; null: this was the last'),
  })
  .meta({ id: 'SessionList' })

/** A person of the session as staff know them. */
const known = {
  personId: PersonId,
  person: Person.nullable().describe('null: erased'),
  email: z.string().nullable().describe('where invitations go; null: nowhere'),
}
export const SessionDetail = SessionSummary.extend({
  isProtected: z.boolean().describe('of somebody who denounces'),
  advisingUnit: z.string().nullable(),
  cancelledReason: z.string().nullable().describe('null: it is not cancelled'),
  agenda: z.array(
    Item.pick({ itemId: true, title: true, plannedMinutes: true, status: true }).extend({
      reporter: Person.nullable().describe('null: nobody is named, or the name was erased'),
    }),
  ),
  sites: z.array(
    z.object({
      siteId: SiteId,
      name: z.string(),
      rank: SiteRank,
      delegates: z.array(z.object({ delegateId: DelegateId, ...known })),
    }),
  ),
  participants: z.array(
    z.object({
      participantId: ParticipantId,
      ...known,
      role: Role,
      siteId: SiteId.nullable(),
      status: ParticipantStatus,
      since: Ms.describe('when the status began'),
      waits: z.boolean(),
      hasLink: z.boolean().describe('false: the link was revoked'),
      selftest: z
        .object({ at: Ms, verdict: Grade, code: z.string(), findings: Findings })
        .nullable()
        .describe('the last test of devices and line; null: none was made'),
    }),
  ),
}).meta({ id: 'SessionDetail' })
export type SessionDetail = z.infer<typeof SessionDetail>

export const Withdrawal = admission.commands.withdrawInvitation.data.pick({ reason: true }).meta({ id: 'Withdrawal' })

// The entrance

export const Entrance = z
  .object({
    answer: z.enum(['welcome', ...farewellReasons]).describe('welcome, or why the door stays shut for this person'),
    explanation: z
      .string()
      .nullable()
      .describe('what staff wrote to one they refused or removed, or why the session is cancelled'),
    participantId: ParticipantId,
    name: z.string().describe('as verified by the agency'),
    title: z.string().nullable(),
    role: Role,
    siteName: z.string().nullable(),
    session: SessionSummary.pick({ title: true, kind: true, scheduledAt: true, status: true }),
    routerRtpCapabilities: z.record(z.string(), z.unknown()).nullable().describe('mediasoup’s; null: no media now'),
  })
  .meta({ id: 'Entrance' })
export type Entrance = z.infer<typeof Entrance>

// The self-test

export const SelftestReport = Findings.meta({ id: 'SelftestReport' })
export const SelftestReceipt = z
  .object({ verdict: Grade, code: z.string().describe('to be read out to the help desk; staff see the same') })
  .meta({ id: 'SelftestReceipt' })
export type SelftestReceipt = z.infer<typeof SelftestReceipt>

// Health

export const Health = z
  .object({
    status: z.enum(['ok', 'warning', 'down']).describe('the worst of the parts'),
    parts: z.array(
      z.object({
        name: z.enum([
          'redis',
          'media',
          'speech',
          'store',
          'timeStamps',
          'journals',
          'clock',
          'files',
          'scanner',
          'programs',
        ]),
        status: z.enum(['ok', 'warning', 'down']),
        message: z.string().describe('what is so, and what to do about it'),
      }),
    ),
  })
  .meta({ id: 'Health' })
export type Health = z.infer<typeof Health>

// The sessions running now

export const RunningHealth = z
  .object({
    now: Ms,
    sessions: z.array(
      SessionSummary.pick({ sessionId: true, title: true, kind: true, status: true, secrecy: true }).extend({
        isForOthers: z.boolean().describe('its words stay inside, and whoever asks has no part in it: no rows'),
        rows: z
          .array(
            z.object({
              siteName: z.string().nullable().describe('null: a person at no site'),
              participantId: ParticipantId.nullable().describe('null: nobody of the site has come'),
              person: Person.nullable().describe('null: erased'),
              role: Role.nullable(),
              condition: z.enum(conditions),
              since: Ms.nullable().describe('when they were lost, or came'),
              alarms: z.array(Alarm),
              weaknesses: z.array(z.enum(weaknesses)),
              health: ParticipantHealth.nullable(),
            }),
          )
          .describe('the worst first'),
        openAlarms: z
          .int()
          .describe('alarms that nobody has ticked off, and one while it is left to the agency’s own equipment'),
        equipment: z
          .object({
            device: z.string().nullable(),
            reason: z.string().nullable(),
            recorder: z.string().nullable().describe('name of who records'),
            since: Ms.nullable(),
          })
          .nullable()
          .describe(
            'it must be recorded, and this server does not: what records instead; fields are null where it was not said',
          ),
      }),
    ),
  })
  .meta({ id: 'RunningHealth' })
export type RunningHealth = z.infer<typeof RunningHealth>
