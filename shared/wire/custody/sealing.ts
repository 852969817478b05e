// What staff see of sessions that are closed and not sealed yet: whose minutes are owed, until when, and when the others are sealed.
import { z } from 'zod'
import { Ms } from '../../kernel/ids.ts'
import { approval } from '../../modules/approval/contract.ts'
import { SessionSummary } from '../hearing/sessions.ts'

const moments = {
  minutesDueAt: Ms.describe('until when the minutes should be issued'),
  sealsAt: Ms.nullable().describe('null: not before the minutes are issued or waived'),
}

export const UnsealedSessions = z
  .object({ sessions: z.array(z.object({ session: SessionSummary, ...moments })) })
  .describe('closed, not sealed; first those whose minutes are due first')
  .meta({ id: 'UnsealedSessions' })
export type UnsealedSessions = z.infer<typeof UnsealedSessions>

export const SessionSealing = z
  .object({
    unsealed: z.object(moments).nullable().describe('null: not closed, or sealed already'),
    waiver: z
      .object({
        at: Ms,
        by: z.string().nullable().describe('null: the account is gone, or unnamed'),
        reason: z.string(),
      })
      .nullable()
      .describe('who said that no minutes will be issued, and why'),
  })
  .meta({ id: 'SessionSealing' })
export type SessionSealing = z.infer<typeof SessionSealing>

export const MinutesWaiver = approval.commands.waive.data.meta({ id: 'MinutesWaiver' })
