// Checks and fills templates in a program with limits: a Word file may unpack to any size, and long minutes have
// thousands of rows, for which no session must wait.
import type { z } from 'zod'
import type { TemplateField } from '../../../../shared/wire/papers/paper-templates.ts'
import { answerOf, type Limits } from '../../../platform/confined-program.ts'
import type { FieldValues } from '../fields.ts'
import { TemplateError } from '../template-error.ts'
import { Checked, Filled, type Question, TemplateFault } from './answer.ts'

const limits: Limits = {
  memoryBytes: 512 * 1024 ** 2,
  seconds: 30,
  writtenBytes: 0,
  saidBytes: 128 * 1024 ** 2,
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

/** Throws TemplateError. */
export function checkTemplate(
  template: Uint8Array,
  fields: readonly TemplateField[],
  example: FieldValues,
  qr: Uint8Array,
): Promise<z.infer<typeof Checked>> {
  return answered(Checked, { ask: 'check', template: base64(template), fields, example, qr: base64(qr) })
}

/** `qr`: null leaves the picture that stands for the code. Throws TemplateError. */
export async function fillTemplate(
  template: Uint8Array,
  values: FieldValues,
  qr: Uint8Array | null,
  needed: readonly string[] = [],
): Promise<Buffer> {
  const question = { ask: 'fill', template: base64(template), values, qr: qr && base64(qr), needed } as const
  return Buffer.from((await answered(Filled, question)).docx, 'base64')
}

function answered<Answer>(answer: z.ZodType<Answer>, question: Question): Promise<Answer> {
  return answerOf(new URL('./program.ts', import.meta.url), {
    input: JSON.stringify(question),
    limits,
    answer,
    fault: TemplateFault,
    refused: ({ code, names }) => new TemplateError(code, names),
    tooDemanding: (because) => new TemplateError('too-demanding', [], because),
  })
}
