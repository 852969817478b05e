// Renders a zod schema as a table: one row for each field at any depth, with type and description.
import { z } from 'zod'
import { VisibleCommit } from '../../shared/kernel/commit.ts'
import { Rejection } from '../../shared/kernel/rejection.ts'
import {
  ConsumerParameters,
  MediaWelcome,
  TransportParameters,
  VisibleTile,
} from '../../shared/wire/engine/media-requests.ts'
import { Person, Welcome } from '../../shared/wire/engine/socket-events.ts'
import { code, codes, table } from './markdown.ts'

type Schema = z.core.JSONSchema.JSONSchema
type Side = 'input' | 'output'

interface Field {
  readonly path: string
  readonly type: string
  readonly meaning: string
}

/** Shapes that stand in more than one message: described once, named everywhere else. */
export const shapes: Readonly<Record<string, z.ZodType>> = {
  VisibleCommit,
  Person,
  Rejection,
  VisibleTile,
  Welcome,
  MediaWelcome,
  TransportParameters,
  ConsumerParameters,
}

const schemaOf = (schema: z.ZodType, io: Side): Schema => z.toJSONSchema(schema, { io, unrepresentable: 'any' })

/** What makes two schemas the same shape: not their descriptions, not the side they are seen from. */
const essence = (schema: Schema): string =>
  JSON.stringify(schema, (key, value: unknown) =>
    ['$schema', 'description', 'required', 'default'].includes(key) ||
    (key === 'additionalProperties' && value === false)
      ? undefined
      : value,
  )

const shapeNames = new Map(Object.entries(shapes).map(([name, schema]) => [essence(schemaOf(schema, 'output')), name]))

export function fieldTable(schema: z.ZodType, io: Side): string {
  const json = schemaOf(schema, io)
  const rows = fieldsOf(json)
  if (rows.length === 0) return json.properties ? 'No fields.' : `${capitalised(typeOf(json))}.`
  return table(
    ['Field', 'Type', 'Meaning'],
    rows.map(({ path, type, meaning }) => [code(path), type, meaning]),
  )
}

/** The fields under `path`; a named shape has none here. */
function fieldsOf(schema: Schema, path = ''): Field[] {
  const inner = notNull(schema)
  if (path && shapeNames.has(essence(inner))) return []
  if (inner.oneOf) return alternatives(inner.oneOf, path)
  if (isSchema(inner.items)) return fieldsOf(inner.items, `${path}[]`)
  if (isRecord(inner)) return fieldsOf(inner.additionalProperties, path ? `${path}.…` : '…')
  return Object.entries(inner.properties ?? {}).flatMap(([name, field]) => {
    if (!isSchema(field)) return []
    const own = path ? `${path}.${name}` : name
    const isOptional = !inner.required?.includes(name)
    const type = typeOf(field)
    return [
      { path: own, type: isOptional ? `${type}, optional` : type, meaning: meaningOf(field) },
      ...fieldsOf(field, own),
    ]
  })
}

/** Alternatives told apart by one constant field: their fields together, each with the alternatives that have it. */
function alternatives(list: readonly Schema[], path: string): Field[] {
  const key = discriminatorOf(list)
  const told = list.map((one) => ({ tag: tagOf(one, key), fields: fieldsOf(one, path), meaning: one.description }))
  const keyPath = path ? `${path}.${key}` : key
  const meanings = told.flatMap(({ tag, meaning }) => (meaning ? [`${code(tag)}: ${meaning}`] : []))
  const rows = new Map<string, Field & { tags: string[] }>()
  for (const { tag, fields } of told)
    for (const field of fields.filter((one) => one.path !== keyPath)) {
      const row = rows.get(JSON.stringify(field)) ?? { ...field, tags: [] }
      row.tags.push(tag)
      rows.set(JSON.stringify(field), row)
    }
  const isEverywhere = ({ tags }: { tags: readonly string[] }) => tags.length === list.length
  return [
    { path: keyPath, type: codes(told.map(({ tag }) => tag)), meaning: meanings.join('; ') },
    ...[...rows.values()].map((row) => ({
      path: row.path,
      type: row.type,
      meaning: isEverywhere(row) ? row.meaning : [`(${codes(row.tags)})`, row.meaning].filter(Boolean).join(' '),
    })),
  ]
}

export function discriminatorOf([first]: readonly Schema[]): string {
  const found = Object.entries(first?.properties ?? {}).find(([, field]) => isSchema(field) && 'const' in field)
  if (!found) throw new Error('alternatives without a field that tells them apart')
  return found[0]
}

function tagOf(schema: Schema, key: string): string {
  const field = schema.properties?.[key]
  return String(isSchema(field) ? field.const : '')
}

function typeOf(schema: Schema): string {
  const inner = notNull(schema)
  if (inner !== schema) return `${typeOf(inner)} or null`
  const shape = shapeNames.get(essence(schema))
  if (shape) return `[${shape}](#${shape.toLowerCase()})`
  if ('const' in schema) return code(String(schema.const))
  if (schema.enum) return codes(schema.enum.map(String))
  if (schema.anyOf) return schema.anyOf.map(typeOf).join(' or ')
  if (isSchema(schema.items))
    return `list of ${schema.maxItems ? `at most ${schema.maxItems}: ` : ''}${typeOf(schema.items)}`
  if (schema.oneOf) return 'object'
  if (isRecord(schema)) return recordType(schema)
  if (schema.type === 'string') return stringType(schema)
  if (schema.type === 'integer' || schema.type === 'number') return numberType(schema)
  return [schema.type ?? 'anything'].flat().join(' or ')
}

function recordType({ propertyNames, additionalProperties }: RecordSchema): string {
  if (isPlain(additionalProperties)) return 'object'
  const key = isSchema(propertyNames) ? stringType(propertyNames) : 'string'
  return `by ${key === 'string' ? 'name' : key}: ${typeOf(additionalProperties)}`
}

function stringType({ format, pattern, maxLength }: Schema): string {
  if (format) return format === 'uuid' ? 'UUID' : format
  if (pattern?.includes('{1,64}')) return 'id'
  if (pattern?.includes('{64}')) return '64 hexadecimal digits'
  const kind = pattern?.includes('\\p{Zl}') ? 'line' : pattern ? 'text' : 'string'
  return maxLength ? `${kind}, at most ${maxLength} characters` : kind
}

function numberType({ type, minimum, exclusiveMinimum, maximum }: Schema): string {
  const least = typeof exclusiveMinimum === 'number' ? exclusiveMinimum + 1 : minimum
  const lower = least === undefined || least === Number.MIN_SAFE_INTEGER ? '' : String(least)
  const upper = maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? '' : String(maximum)
  return lower || upper ? `${type}, ${lower || '…'} – ${upper || '…'}` : String(type)
}

const meaningOf = (schema: Schema): string => schema.description ?? notNull(schema).description ?? itemMeaning(schema)
const itemMeaning = ({ items }: Schema): string => (isSchema(items) ? (items.description ?? '') : '')

function notNull(schema: Schema): Schema {
  const others = schema.anyOf?.filter(({ type }) => type !== 'null') ?? []
  const [only] = others
  return only && others.length === 1 ? only : schema
}

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
type RecordSchema = Schema & { additionalProperties: Schema }
const isRecord = (schema: Schema): schema is RecordSchema =>
  schema.type === 'object' && isSchema(schema.additionalProperties)
const isPlain = (schema: Schema) => Object.keys(schema).length === 0
const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
