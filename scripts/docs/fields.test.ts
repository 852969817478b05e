import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { line, ParticipantId } from '../../shared/kernel/ids.ts'
import { Person } from '../../shared/wire/engine/socket-events.ts'
import { fieldTable } from './fields.ts'

const rows = (schema: z.ZodType) =>
  fieldTable(schema, 'input')
    .split('\n')
    .slice(2)
    .map((row) => row.slice(2, -2).split(' | '))

describe('the field table of a schema', () => {
  it('has a row for each field at any depth, with type and description', () => {
    const schema = z.object({
      participantId: ParticipantId,
      name: line(120).nullable().describe('as printed'),
      places: z.array(z.object({ count: z.int().min(1).max(9) })).max(3),
      note: z.string().optional(),
    })
    expect(rows(schema)).toEqual([
      ['`participantId`', 'id', 'a person or a site endpoint in one session'],
      ['`name`', 'line, at most 120 characters or null', 'as printed'],
      ['`places`', 'list of at most 3: object', ''],
      ['`places[].count`', 'integer, 1 – 9', ''],
      ['`note`', 'string, optional', ''],
    ])
  })

  it('lists the alternatives of a discriminated union, and in which of them a field occurs', () => {
    const schema = z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('note'), text: z.string() }).describe('for staff'),
      z.object({ kind: z.literal('task'), text: z.string(), unit: z.string().describe('in charge') }),
    ])
    expect(rows(z.object({ content: schema }))).toEqual([
      ['`content`', 'object', ''],
      ['`content.kind`', '`note`, `task`', '`note`: for staff'],
      ['`content.text`', 'string', ''],
      ['`content.unit`', 'string', '(`task`) in charge'],
    ])
  })

  it('links to a schema that is described elsewhere', () => {
    expect(rows(z.object({ who: Person.nullable() }))).toEqual([['`who`', '[Person](#person) or null', '']])
    expect(rows(Person)).toHaveLength(2)
  })

  it('is a sentence for a schema without fields to list', () => {
    expect(fieldTable(z.object({}), 'input')).toBe('No fields.')
    expect(fieldTable(z.record(ParticipantId, z.number()), 'input')).toBe('By id: number.')
  })

  it('escapes Markdown characters', () => {
    expect(rows(z.object({ code: z.string().describe('a|b <c>') }))).toEqual([['`code`', 'string', 'a\\|b &lt;c>']])
  })
})
