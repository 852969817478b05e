// The agency as staff are told of it and as administrators set it (ADR 0080).
import { z } from 'zod'
import { AgencySettings } from '../agency/contract.ts'
import { Ms } from '../kernel/ids.ts'

const Known = z.object({
  organisation: z.string().nullable(),
  parentOrganisation: z.string().nullable(),
  abbreviation: z.string().nullable(),
  placeName: z.string().nullable(),
})

export const AgencyReply = z
  .object({
    isSet: z.boolean().describe('false: no paper is issued'),
    agency: Known.describe('in force; what nobody has set is null'),
    record: z
      .array(AgencySettings.extend({ at: Ms, by: z.string().nullable().describe('name; null: the account is gone') }))
      .describe('the newest first'),
  })
  .meta({ id: 'AgencyReply' })
export type AgencyReply = z.infer<typeof AgencyReply>

export const AgencyWish = AgencySettings.meta({ id: 'AgencyWish' })
