import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { line, ParticipantId } from '../../shared/kernel/ids.ts'
import { Person } from '../../shared/wire/socket-events.ts'
import { fieldTable } from './fields.ts'

const rows = (schema: z.ZodType) =>
  fieldTable(schema, 'input')
    .split('\n')
    .slice(2)
    .map((row) => row.slice(2, -2).split(' | '))

describe('the table of a schema', () => {
  it('has a row for each field, at whatever depth, with its type and its meaning', () => {
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

  it('tells alternatives apart and says which of them has a field', () => {
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

  it('names a shape that is described elsewhere', () => {
    expect(rows(z.object({ who: Person.nullable() }))).toEqual([['`who`', '[Person](#person) or null', '']])
    expect(rows(Person)).toHaveLength(2)
  })

  it('is a sentence when there is nothing to list', () => {
    expect(fieldTable(z.object({}), 'input')).toBe('No fields.')
    expect(fieldTable(z.record(ParticipantId, z.number()), 'input')).toBe('By id: number.')
  })

  it('shows the characters that Markdown would take for its own', () => {
    expect(rows(z.object({ code: z.string().describe('a|b <c>') }))).toEqual([['`code`', 'string', 'a\\|b &lt;c>']])
  })
})
