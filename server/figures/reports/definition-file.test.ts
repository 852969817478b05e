import { expect, it } from 'vitest'
import { readDefinitionFile } from './definition-file.ts'

const file = (changes: Record<string, unknown> = {}) =>
  JSON.stringify(
    {
      name: 'mine',
      title: 'Của xã',
      source: 'Quy chế',
      mark: 'own',
      validFrom: '2026-01-01',
      columns: [
        { key: 'all', number: '1', title: 'Tổng', take: { of: 'register', counts: 'rows', where: {} } },
        { key: 'sum', number: '2', title: 'Cộng', take: { of: 'columns', sum: ['all'] } },
      ],
      ...changes,
    },
    null,
    1,
  )
const faults = (text: string) =>
  readDefinitionFile(text).faults.map(({ line, path, code, what }) => [line, path, code, what])
const column = (take: object) => ({ columns: [{ key: 'all', number: '1', title: 'Tổng', take }] })

it('accepts a file without faults as a definition', () => {
  expect(readDefinitionFile(file())).toMatchObject({ definition: { name: 'mine', checks: [] }, faults: [] })
})

it('reports the line of a JSON syntax error', () => {
  expect(faults('{\n "name": "mine",\n "title" "x"\n}')).toEqual([[3, '', 'syntax', 'ColonExpected']])
  expect(faults('')).toMatchObject([[1, '', 'syntax', expect.any(String)]])
  expect(faults('{} // a comment')).toMatchObject([[1, '', 'syntax', 'InvalidCommentToken']])
  expect(faults('[]')).toEqual([[1, '', 'kind', '']])
})

it('reports every fault with its line and path, in the order of the file', () => {
  const text = file({ name: 'Mine', mark: 'mine', columns: [{ key: 'all', number: '1', take: { of: 'registry' } }] })
  expect(faults(text)).toEqual([
    [2, 'name', 'form', 'Mine'],
    [5, 'mark', 'value', 'mine'],
    [8, 'columns → 1 → title', 'missing', 'title'],
    [12, 'columns → 1 → take → of', 'value', 'registry'],
  ])
})

it('reports an unknown name together with the allowed names', () => {
  const { faults: found } = readDefinitionFile(
    file(column({ of: 'cases', counts: 'rows', where: { colour: ['red'], due: ['overdue'] } })),
  )
  expect(found).toMatchObject([
    {
      line: 16,
      path: 'columns → 1 → take → where',
      code: 'unknownName',
      what: 'colour',
      allowed: ['kind', 'way', 'competence', 'state', 'due'],
    },
  ])
})

it('reports an unknown value together with the allowed values', () => {
  const { faults: found } = readDefinitionFile(file(column({ of: 'register', counts: 'rows', where: { turn: ['x'] } })))
  expect(found).toMatchObject([
    { code: 'value', path: 'columns → 1 → take → where → turn → 1', what: 'x', allowed: ['first', 'repeat', 'unsaid'] },
  ])
})

it('rejects a duplicate key in one object, because JSON.parse would drop the first', () => {
  expect(faults(file().replace('"title": "Của xã",', '"title": "Của xã",\n "title": "Khác",'))).toEqual([
    [4, '', 'nameTwice', 'title'],
  ])
})

it('reports a column that is missing, listed twice or part of its own sum', () => {
  const takes = (sum: string[]) => ({
    columns: [
      { key: 'all', number: '1', title: 'Tổng', take: { of: 'register', counts: 'rows', where: {} } },
      { key: 'sum', number: '2', title: 'Cộng', take: { of: 'columns', sum } },
    ],
  })
  expect(faults(file(takes(['lost'])))).toMatchObject([[25, 'columns → 2 → take → sum → 1', 'noColumn', 'lost']])
  expect(faults(file(takes(['all', 'all'])))).toMatchObject([[26, expect.any(String), 'keyTwice', 'all']])
  expect(faults(file(takes(['sum'])))).toMatchObject([[24, 'columns → 2 → take → sum', 'circle', 'sum → sum']])
})

it('reports an empty list, a text that is too long, and a value of the wrong type', () => {
  expect(faults(file({ columns: [] }))).toMatchObject([[7, 'columns', 'tooFew', '']])
  expect(readDefinitionFile(file({ title: 'x'.repeat(201) })).faults).toMatchObject([{ code: 'tooLong', limit: 200 }])
  expect(faults(file({ title: 3 }))).toMatchObject([[3, 'title', 'kind', '']])
})
