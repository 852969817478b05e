// A session as staff see it in lists and on its page, and the links of its participants.
import { z } from 'zod'
import {
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
} from '../../kernel/ids.ts'
import { admission, ParticipantStatus } from '../../modules/admission/contract.ts'
import { Item } from '../../modules/agenda/contract.ts'
import { Findings, Grade } from '../../modules/selftest/contract.ts'
import { SessionKind, SessionStatus, VisitOf } from '../../modules/session/contract.ts'
import { SiteRank } from '../../modules/sites/contract.ts'
import { SecrecyLevel } from '../../secrecy/levels.ts'
import { Person } from '../engine/socket-events.ts'

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
