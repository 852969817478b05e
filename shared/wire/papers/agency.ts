// The agency as staff are told of it and as administrators set it (ADR 0080).
import { z } from 'zod'
import { AgencySettings, largestEmblemBytes } from '../../agency/contract.ts'
import { Palette } from '../../agency/palettes.ts'
import { Ms } from '../../kernel/ids.ts'
import { LetterheadKind } from '../../papers/letterheads.ts'

const Known = z.object({
  organisation: z.string().nullable(),
  parentOrganisation: z.string().nullable(),
  abbreviation: z.string().nullable(),
  placeName: z.string().nullable(),
  letterhead: LetterheadKind,
})

export const AgencyReply = z
  .object({
    isSet: z.boolean().describe('false: no paper is issued'),
    agency: Known.describe('in force; what nobody has set is null'),
    emblem: z
      .object({ sha256: z.string().nullable(), at: Ms, by: z.string().nullable() })
      .nullable()
      .describe('sha256 null: there is none any more; null: there never was one'),
    palette: z
      .object({ palette: Palette, at: Ms, by: z.string().nullable() })
      .nullable()
      .describe('the colours of the pages; null: nobody has chosen, they are the first'),
    record: z
      .array(AgencySettings.extend({ at: Ms, by: z.string().nullable().describe('name; null: the account is gone') }))
      .describe('the newest first'),
  })
  .meta({ id: 'AgencyReply' })
export type AgencyReply = z.infer<typeof AgencyReply>

export const AgencyWish = AgencySettings.meta({ id: 'AgencyWish' })

export const PublicAgency = z
  .object({
    organisation: z.string().nullable().describe('null: nobody has set it'),
    emblem: z.string().nullable().describe('SHA-256 of the picture; null: there is none'),
  })
  .meta({ id: 'PublicAgency' })
export type PublicAgency = z.infer<typeof PublicAgency>

export const PaletteWish = z.object({ palette: Palette }).meta({ id: 'PaletteWish' })

/** Longer by a third than the bytes. */
const longestFile = Math.ceil(largestEmblemBytes / 3) * 4

export const NewEmblem = z
  .object({ file: z.base64().min(1).max(longestFile).describe('a PNG picture') })
  .meta({ id: 'NewEmblem' })
