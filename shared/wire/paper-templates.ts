// An agency’s own templates for papers made on the spot: which there are, and which fields one may have.
import { z } from 'zod'

export const TemplateKind = z.enum(['receipt', 'refusalNotice'])
export type TemplateKind = z.infer<typeof TemplateKind>

export const TemplateField = z
  .object({
    name: z.string().describe('as in the document: {so}; a list: {#tai_lieu} … {/tai_lieu}'),
    what: z.string().describe('what stands there, in Vietnamese'),
    isRequired: z.boolean(),
    each: z
      .array(z.object({ name: z.string(), what: z.string() }))
      .nullable()
      .describe('of a list, its parts'),
  })
  .meta({ id: 'TemplateField' })
export type TemplateField = z.infer<typeof TemplateField>

const OwnTemplate = z.object({ name: z.string(), keptAt: z.int(), sha256: z.string() })

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
