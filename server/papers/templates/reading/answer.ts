// The question to the program that reads and fills templates, and its answer. Files are encoded as base64.
import { z } from 'zod'
import type { TemplateField } from '../../../../shared/wire/papers/paper-templates.ts'
import type { FieldValues } from '../fields.ts'

/** `broken` and the others: at these fields; `damaged`: its file. */
export const TemplateFault = z.object({
  code: z.enum(['broken', 'damaged', 'missing-fields', 'unknown-fields']),
  names: z.array(z.string()),
})
export type TemplateFault = z.infer<typeof TemplateFault>

export type Question =
  | {
      readonly ask: 'check'
      readonly template: string
      readonly fields: readonly TemplateField[]
      readonly example: FieldValues
      readonly qr: string
    }
  | {
      readonly ask: 'fill'
      readonly template: string
      readonly values: FieldValues
      readonly qr: string | null
      /** Fields that the paper cannot be without. */
      readonly needed: readonly string[]
    }

export const Checked = z.object({ hasQrPicture: z.boolean() })
export const Filled = z.object({ docx: z.base64() })

export type Answer = z.infer<typeof Checked | typeof Filled> | { fault: TemplateFault }
