// Fills in a Word file with named fields. Names are looked up and nothing is evaluated: a template cannot run code.
// Runs in the separate program only.

import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'
import type { TemplateField } from '../../../../shared/wire/papers/paper-templates.ts'
import type { FieldValues } from '../fields.ts'
import type { TemplateFault } from './answer.ts'
import { hasQrPicture, setQrPicture } from './qr-picture.ts'

const settings = { paragraphLoop: true, linebreaks: true, errorLogging: false, nullGetter: () => '……' } as const

/** As the library keeps what it has read of a file inside the document. */
interface Part {
  readonly type: string
  readonly value?: string
  /** `loop` of a list; a text has none. */
  readonly module?: string
  readonly subparsed?: readonly Part[]
}

export const placesQr = (template: Uint8Array): boolean => hasQrPicture(new PizZip(template))

/** Whether it has a place for this one. */
export const places = (template: Uint8Array, name: string): boolean =>
  placedIn(template).some(({ value }) => value === name)

/** What would fail at the first paper is said when the template is handed in. null: it can be used. */
export function faultOf(
  template: Uint8Array,
  fields: readonly TemplateField[],
  example: FieldValues,
  qr: Uint8Array,
): TemplateFault | null {
  let placed: readonly Part[]
  try {
    placed = placedIn(template)
  } catch (error) {
    const names = placesOf(error)
    return { code: names.length > 0 ? 'broken' : 'damaged', names }
  }
  const unknown = placed.flatMap((part) => unknownIn(part, fields))
  if (unknown.length > 0) return { code: 'unknown-fields', names: [...new Set(unknown)] }
  const missing = fields.filter(({ name, isRequired }) => isRequired && !placed.some(({ value }) => value === name))
  if (missing.length > 0) return { code: 'missing-fields', names: missing.map(({ name }) => name) }
  try {
    fill(template, example, qr)
    return null
  } catch {
    return { code: 'damaged', names: [] }
  }
}

function placedIn(template: Uint8Array): Part[] {
  const document = new Docxtemplater(new PizZip(template), settings)
  const { compiled } = document as unknown as { compiled: Readonly<Record<string, { postparsed: readonly Part[] }>> }
  return Object.values(compiled).flatMap(({ postparsed }) => postparsed.filter(({ type }) => type === 'placeholder'))
}

/** {so} written as a list, {tai_lieu} written as a text, and whatever else the library can do, are unknown too. */
function unknownIn({ value = '', module, subparsed = [] }: Part, fields: readonly TemplateField[]): string[] {
  const field = fields.find(({ name }) => name === value)
  if (!field || module !== (field.each ? 'loop' : undefined)) return [value]
  const names = [...(field.each ?? []), ...fields.filter(({ each }) => !each)].map(({ name }) => name)
  return subparsed
    .filter((part) => part.type === 'placeholder' && (part.module !== undefined || !names.includes(part.value ?? '')))
    .map((part) => part.value ?? '')
}

/** What the library says of a template that it cannot read: the fields at fault. */
function placesOf(error: unknown): string[] {
  const found = error instanceof Error && 'properties' in error ? (error.properties as { errors?: unknown }).errors : []
  if (!Array.isArray(found)) return []
  return found.flatMap((one: { properties?: { xtag?: unknown } }) =>
    typeof one.properties?.xtag === 'string' ? [one.properties.xtag] : [],
  )
}

/** `qr`: null leaves the picture that stands for the code. */
export function fill(template: Uint8Array, values: FieldValues, qr: Uint8Array | null): Buffer {
  const document = new Docxtemplater(new PizZip(template), settings)
  document.render(values)
  if (qr) setQrPicture(document.getZip() as PizZip, qr)
  return document.toBuffer()
}
