// Splits the name of an uploaded file into its title and the format that its extension promises.
import { line } from '../../../shared/kernel/ids.ts'
import type { DocumentFormat } from '../../../shared/modules/documents/contract.ts'
import { formatsByExtension, maximumTitleLength } from '../../../shared/wire/papers/documents.ts'
import { IntakeError } from './intake-error.ts'

const title = line(maximumTitleLength)

/** Refused, not mended: a name that turns its own reading direction means to deceive. Throws IntakeError. */
export function titleAndFormat(fileName: string): { title: string; format: DocumentFormat } {
  const name = fileName.normalize('NFC').trim()
  const dot = name.lastIndexOf('.')
  const stem = dot > 0 ? name.slice(0, dot) : name
  if (stem.trim().length > maximumTitleLength) throw new IntakeError('name-too-long')
  const parsed = title.safeParse(stem)
  if (!parsed.success) throw new IntakeError('bad-name')
  const extension = name.slice(dot + 1).toLowerCase()
  const format = dot > 0 && Object.hasOwn(formatsByExtension, extension) ? formatsByExtension[extension] : undefined
  if (!format) throw new IntakeError('unknown-type')
  return { title: parsed.data, format }
}
