import type { TemplateFault } from './reading/answer.ts'

/** Why a template is not taken, or cannot be printed. */
export class TemplateError extends Error {
  override name = 'TemplateError'
  readonly fault: TemplateFault['code'] | 'too-demanding' | 'not-docx' | 'one-file' | 'no-converter' | 'not-printed'
  readonly names: readonly string[]

  constructor(fault: TemplateError['fault'], names: readonly string[] = [], options: ErrorOptions = {}) {
    super(`${fault} ${names.join(', ')}`.trim(), options)
    this.fault = fault
    this.names = names
  }
}
