// The conclusions tracker over REST.
import { z } from 'zod'
import { FollowUpStatus } from '../cases/follow-up/contract.ts'
import { Ms, SessionId } from '../kernel/ids.ts'

const Step = z.object({
  kind: z.enum(['progress', 'evidence', 'report', 'acceptance', 'return']),
  text: z.string().nullable(),
  reference: z.string().nullable(),
  at: Ms,
  by: z.string().nullable().describe('the name of the account'),
})

export const Conclusion = z.object({
  entryId: z.string(),
  sessionId: SessionId,
  sessionTitle: z.string(),
  heldAt: Ms,
  text: z.string(),
  unit: z.string(),
  supportingUnits: z.array(z.string()),
  ground: z.string().nullable(),
  dueOn: z.iso.date().nullable(),
  status: FollowUpStatus,
  isOverdue: z.boolean(),
  steps: z.array(Step),
})
export type Conclusion = z.infer<typeof Conclusion>

export const ConclusionList = z.object({ conclusions: z.array(Conclusion) })
export type ConclusionList = z.infer<typeof ConclusionList>
