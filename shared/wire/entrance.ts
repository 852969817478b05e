// GET /api/entrance: what a personal link shows before its holder enters. The link's token is the Bearer token.
import { z } from 'zod'
import { Ms, ParticipantId, Role, SessionId } from '../kernel/ids.ts'
import { SessionKind, SessionStatus } from '../modules/session/contract.ts'
import { RtpCapabilities } from './media-requests.ts'
import { Person } from './socket-events.ts'

export const Entrance = z.object({
  organisation: z.string().describe('the agency that holds the session'),
  session: z.object({
    sessionId: SessionId,
    title: z.string(),
    kind: SessionKind,
    scheduledAt: Ms,
    place: z.string(),
    status: SessionStatus,
  }),
  participant: Person.extend({
    participantId: ParticipantId,
    role: Role,
    siteName: z.string().nullable(),
  }).describe('as the server verified it; nothing of it can be changed by the page'),
  routerRtpCapabilities: RtpCapabilities.describe('the router’s: the page loads its device with them before it enters'),
})
export type Entrance = z.infer<typeof Entrance>
