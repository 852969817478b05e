// The intake group as pages are told of it (ADR 0071).
import { z } from 'zod'
import { intakeGroup } from '../../intake-group/contract.ts'
import { AccountId, Ms } from '../../kernel/ids.ts'

const Named = z.object({ accountId: AccountId, name: z.string().nullable() })

export const IntakeGroup = z
  .object({
    members: z
      .array(Named)
      .describe('none: nobody opens a desk for denunciations, or sorts what came without an officer'),
    others: z.array(Named).describe('accounts that can be named'),
    record: z
      .array(
        z.object({
          isNamed: z.boolean().describe('false: taken out'),
          name: z.string().nullable(),
          by: z.string().nullable(),
          reason: z.string(),
          at: Ms,
        }),
      )
      .describe('the newest first'),
    isMember: z.boolean().describe('whoever asks'),
  })
  .meta({ id: 'IntakeGroup' })
export type IntakeGroup = z.infer<typeof IntakeGroup>

export const IntakeGroupNaming = intakeGroup.commands.name.data.meta({ id: 'IntakeGroupNaming' })
