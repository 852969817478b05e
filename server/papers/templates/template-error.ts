// Why a template is refused or cannot be printed, as an error that says what to do.
import { HttpError } from '../../platform/http/errors.ts'
import type { TemplateFault } from './reading/answer.ts'

type Fault = TemplateFault['code'] | 'too-demanding' | 'not-docx' | 'one-file' | 'no-converter' | 'not-printed'

const templateTexts: Readonly<Record<Fault, string>> = {
  broken: 'The fields of the template cannot be read: check their braces. The field says which.',
  damaged: 'The file cannot be read as a Word file. Open it in Word, save it anew, hand it in again.',
  'too-demanding':
    'The file needs far more memory or time to be filled in than a template does. Make it simpler, or take it away.',
  'missing-fields': 'Fields that this paper must have are missing: see which.',
  'unknown-fields': 'The template has fields that this paper does not know: see which.',
  'not-docx': 'A template is a Word file (.docx).',
  'one-file': 'Send one file.',
  'no-converter': 'This server has no LibreOffice, without which the PDF of a template cannot be made.',
  'not-printed':
    'The template of the agency cannot be printed now. The number is kept; try again, or take the template away.',
}

export class TemplateError extends HttpError {
  override name = 'TemplateError'
  readonly fault: Fault
  readonly names: readonly string[]

  constructor(fault: Fault, names: readonly string[] = [], options: ErrorOptions = {}) {
    const field = names.length > 0 ? names.join(', ') : undefined
    super(fault === 'not-printed' ? 503 : 422, `template.${fault}`, templateTexts[fault], {
      ...options,
      ...(field && { field }),
    })
    this.fault = fault
    this.names = names
  }
}
