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

it('a file without a fault is a definition', () => {
  expect(readDefinitionFile(file())).toMatchObject({ definition: { name: 'mine', checks: [] }, faults: [] })
})

it('what is no JSON is said with its line', () => {
  expect(faults('{\n "name": "mine",\n "title" "x"\n}')).toEqual([[3, '', 'syntax', 'ColonExpected']])
  expect(faults('')).toMatchObject([[1, '', 'syntax', expect.any(String)]])
  expect(faults('{} // a comment')).toMatchObject([[1, '', 'syntax', 'InvalidCommentToken']])
  expect(faults('[]')).toEqual([[1, '', 'kind', '']])
})

it('every fault is named, each with its line and its place, in the order of the file', () => {
  const text = file({ name: 'Mine', mark: 'mine', columns: [{ key: 'all', number: '1', take: { of: 'registry' } }] })
  expect(faults(text)).toEqual([
    [2, 'name', 'form', 'Mine'],
    [5, 'mark', 'value', 'mine'],
    [8, 'columns → 1 → title', 'missing', 'title'],
    [12, 'columns → 1 → take → of', 'value', 'registry'],
  ])
})

it('a name nobody knows is said with those there are', () => {
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

it('a value nobody has is said with those there are', () => {
  const { faults: found } = readDefinitionFile(file(column({ of: 'register', counts: 'rows', where: { turn: ['x'] } })))
  expect(found).toMatchObject([
    { code: 'value', path: 'columns → 1 → take → where → turn → 1', what: 'x', allowed: ['first', 'repeat', 'unsaid'] },
  ])
})

it('a name that stands twice in one object is refused, for JSON would drop the first', () => {
  expect(faults(file().replace('"title": "Của xã",', '"title": "Của xã",\n "title": "Khác",'))).toEqual([
    [4, '', 'nameTwice', 'title'],
  ])
})

it('a column that is not there, is there twice, or is the sum of itself is named', () => {
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

it('too much or too little of something is said', () => {
  expect(faults(file({ columns: [] }))).toMatchObject([[7, 'columns', 'tooFew', '']])
  expect(readDefinitionFile(file({ title: 'x'.repeat(201) })).faults).toMatchObject([{ code: 'tooLong', limit: 200 }])
  expect(faults(file({ title: 3 }))).toMatchObject([[3, 'title', 'kind', '']])
})
