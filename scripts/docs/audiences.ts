// Describes who sees an event. If the audience depends on the event data, its function is called with example data of
// every variant; examples hold their field names as values, so that the result shows which fields were used.
import { z } from 'zod'
import type { Audience, AudienceName } from '../../shared/kernel/actor.ts'
import type { EventContract } from '../../shared/kernel/module.ts'
import { discriminatorOf } from './fields.ts'
import { code } from './markdown.ts'

type Schema = z.core.JSONSchema.JSONSchema

interface Example {
  readonly data: unknown
  /** Under which condition the data looks like this; empty: always. */
  readonly when: readonly string[]
}

export interface Sight {
  readonly when: string
  readonly to: AudienceName
  /** Fields that name participants who see it besides. */
  readonly and: readonly string[]
  /** Fields that name participants who see it besides while they are in the room. */
  readonly inside: readonly string[]
  /** The field that names a site whose people in the room see it besides. */
  readonly atSite: string | null
}

export function sightsOf({ audience, data }: EventContract): Sight[] {
  if (typeof audience !== 'function') return [sight(audience, [])]
  const seen = examples(z.toJSONSchema(data, { unrepresentable: 'any' }), '').map((example) =>
    sight(audience(example.data), example.when),
  )
  const [first] = seen
  const isSame =
    first &&
    seen.every(
      ({ to, and, inside, atSite }) =>
        to === first.to && `${[and, inside]}` === `${[first.and, first.inside]}` && atSite === first.atSite,
    )
  return isSame ? [{ ...first, when: '' }] : seen
}

function sight(audience: Audience, when: readonly string[]): Sight {
  if (typeof audience === 'string') return { when: when.join(', '), to: audience, and: [], inside: [], atSite: null }
  const { to, and = [], inside = [], atSite = null } = audience
  return { when: when.join(', '), to, and, inside, atSite }
}

/** One example for each combination of alternatives. */
function examples(schema: Schema, path: string): Example[] {
  if (schema.oneOf) {
    const key = discriminatorOf(schema.oneOf)
    return schema.oneOf.flatMap((one) =>
      examples(one, path).map(({ data, when }) => ({ data, when: [tag(path, key, constantOf(one, key)), ...when] })),
    )
  }
  if (schema.enum) return schema.enum.map((value) => ({ data: value, when: [tag('', path, value)] }))
  if ('const' in schema) return [{ data: schema.const, when: [] }]
  if (!schema.properties) return [{ data: path, when: [] }]
  return Object.entries(schema.properties).reduce<Example[]>(
    (before, [name, field]) => {
      const fields = typeof field === 'boolean' ? [] : examples(field, path ? `${path}.${name}` : name)
      return before.flatMap(({ data, when }) =>
        fields.map((one) => ({ data: { ...Object(data), [name]: one.data }, when: [...when, ...one.when] })),
      )
    },
    [{ data: {}, when: [] }],
  )
}

const tag = (path: string, key: string, value: unknown) =>
  `${code(path ? `${path}.${key}` : key)} is ${code(String(value))}`

function constantOf(schema: Schema, key: string): unknown {
  const field = schema.properties?.[key]
  return typeof field === 'object' ? field.const : undefined
}

const audienceWords: Readonly<Record<AudienceName, string>> = {
  everyone: 'everyone, the waiting room too',
  present: 'everyone in the room',
  staff: 'chair and secretary',
  nobody: 'nobody: it stays in the journal',
}

export const sightWords = (sights: readonly Sight[]): string =>
  sights
    .map(({ when, to, and, inside, atSite }) => {
      const people = [
        audienceWords[to],
        ...and.map((field) => `the participant in ${code(field)}`),
        ...inside.map((field) => `the participant in ${code(field)} while in the room`),
        ...(atSite === null ? [] : [`those in the room of the site in ${code(atSite)}`]),
      ].join(', and ')
      return when ? `${when}: ${people}` : people
    })
    .join('; ')
