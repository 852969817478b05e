// An agency’s own templates for papers made on the spot: which there are, and which fields one may have.
import { z } from 'zod'

export const TemplateKind = z.enum([
  'receipt',
  'refusalNotice',
  'minutes',
  'receptionMinutes',
  'dialogueMinutes',
  'conclusions',
  'supplement',
])
export type TemplateKind = z.infer<typeof TemplateKind>

const Named = z.object({
  name: z.string().describe('as in the document: {so}; a list: {#tai_lieu} … {/tai_lieu}'),
  what: z.string().describe('what stands there, in Vietnamese'),
  example: z.string().describe('of nobody'),
})
export const TemplateField = Named.extend({
  isRequired: z.boolean(),
  each: z.array(Named).nullable().describe('of a list, its parts'),
}).meta({ id: 'TemplateField' })
export type TemplateField = z.infer<typeof TemplateField>

/** The alternative text of the picture in whose place the QR code is set. */
export const qrPictureName = 'ma_qr'

const OwnTemplate = z.object({
  name: z.string(),
  keptAt: z.int(),
  sha256: z.string(),
  hasQrPicture: z.boolean().describe('it has a place for the QR code'),
})

export const PaperTemplate = z
  .object({
    kind: TemplateKind,
    fields: z.array(TemplateField),
    own: OwnTemplate.nullable().describe('null: the layout of this system is used'),
  })
  .meta({ id: 'PaperTemplate' })
export type PaperTemplate = z.infer<typeof PaperTemplate>
export const PaperTemplates = z
  .object({
    canConvert: z.boolean().describe('false: a template cannot be used, for its PDF could not be made'),
    templates: z.array(PaperTemplate),
  })
  .meta({ id: 'PaperTemplates' })
export type PaperTemplates = z.infer<typeof PaperTemplates>
