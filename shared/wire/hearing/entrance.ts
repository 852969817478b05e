// What one’s own link opens, and how one’s own self-test went.
import { z } from 'zod'
import { ParticipantId, Role } from '../../kernel/ids.ts'
import { Findings, Grade } from '../../modules/selftest/contract.ts'
import { farewellReasons } from '../engine/farewells.ts'
import { SessionSummary } from './sessions.ts'

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

export const SelftestReport = Findings.meta({ id: 'SelftestReport' })
export const SelftestReceipt = z
  .object({ verdict: Grade, code: z.string().describe('to be read out to the help desk; staff see the same') })
  .meta({ id: 'SelftestReceipt' })
export type SelftestReceipt = z.infer<typeof SelftestReceipt>
