// The agency settings printed on papers. One journal for the installation records who set what and when; a paper uses
// the settings in force when it was issued (ADR 0080).
import { z } from 'zod'
import { accountOnly } from '../kernel/actor.ts'
import { AccountId, line, Ms } from '../kernel/ids.ts'
import { command, defineModule, event } from '../kernel/module.ts'
import { LetterheadKind } from '../papers/letterheads.ts'
import { Palette } from './palettes.ts'

/** As NĐ 30/2020, annex VI writes abbreviations: capitals, with what joins their parts, UBND or VP-UBND. */
const abbreviationLetters = /^[\p{Lu}\d][\p{Lu}\d.&/-]*$/u

export const AgencySettings = z.object({
  organisation: line(200).describe('its name in full, as on its papers'),
  parentOrganisation: line(200).nullable().describe('printed over it; null: papers name none'),
  abbreviation: line(20).regex(abbreviationLetters).describe('in the symbol of its papers, as in 05/BB-UBND'),
  placeName: line(100).describe('printed before the date'),
  letterhead: LetterheadKind.default('state').describe('which letterhead its papers bear'),
})
export type AgencySettings = z.infer<typeof AgencySettings>

/** In pixels; it is shown small. */
export const largestEmblemSide = 1024
export const largestEmblemBytes = 512 * 1024

const EmblemChange = z.object({
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable()
    .describe('of the picture; null: there is none any more'),
})

const PaletteChange = z.object({ palette: Palette.describe('the colours of its pages') })

export const agency = defineModule('agency', {
  commands: {
    change: command('Says how the papers of the agency name it.', accountOnly, AgencySettings, []),
    changeEmblem: command('Says which picture is the emblem of the agency.', accountOnly, EmblemChange, []),
    changePalette: command('Says which colours the pages of the agency have.', accountOnly, PaletteChange, []),
  },
  events: {
    changed: event('nobody', AgencySettings),
    emblemChanged: event('nobody', EmblemChange),
    paletteChanged: event('nobody', PaletteChange),
  },
  state: z.object({
    record: z.array(AgencySettings.extend({ at: Ms, by: AccountId })).describe('the last one is in force'),
    emblem: EmblemChange.extend({ at: Ms, by: AccountId }).nullable(),
    palette: PaletteChange.extend({ at: Ms, by: AccountId }).nullable().describe('null: nobody has chosen one'),
  }),
  initial: { record: [], emblem: null, palette: null },
})
