// The protection of who denounces, as those who may read the name are shown it.
import { z } from 'zod'
import { AccountId } from '../../kernel/ids.ts'
import { protection } from '../../modules/protection/contract.ts'
import { CitizenAccess } from '../identity/citizens.ts'

export const NewReader = z.object({ accountId: AccountId }).meta({ id: 'NewReader' })
export const WaiverTakenBack = protection.commands.takeBack.data.meta({ id: 'WaiverTakenBack' })
export const WaiverScan = z.object({ sha256: z.string() }).meta({ id: 'WaiverScan' })
export const SecrecyWaiver = protection.commands.waive.data.meta({ id: 'SecrecyWaiver' })

export const Protection = z
  .object({
    readers: z.array(z.object({ accountId: AccountId, name: z.string().nullable() })),
    others: z.array(z.object({ accountId: AccountId, name: z.string() })).describe('who could be named as well'),
    reads: z
      .array(CitizenAccess.omit({ citizenId: true }).extend({ name: z.string().nullable().describe('null: see by') }))
      .describe('who has read, changed or erased the name, the newest first'),
  })
  .meta({ id: 'Protection' })
export type Protection = z.infer<typeof Protection>
