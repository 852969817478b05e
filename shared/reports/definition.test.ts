import { describe, expect, it } from 'vitest'
import { definitionOn, ReportDefinition, type ReportDefinitionBody } from './definition.ts'
import { suppliedReports } from './index.ts'

const visits = (where: object = {}) => ({ of: 'register', counts: 'visits', where })
const aColumn = (key: string, take: object) => ({ key, number: '1', title: 'Số lượt', take })
const aDefinition = (changes: object = {}) => ({
  name: 'receptions',
  title: 'Tổng hợp',
  source: 'Do cơ quan lập',
  mark: 'own',
  validFrom: '2026-01-01',
  columns: [aColumn('all', visits())],
  ...changes,
})

describe('an invalid report definition is rejected with place and reason', () => {
  it.each([
    ['an unknown field', { columns: [aColumn('all', visits({ colour: ['red'] }))] }, /Unrecognized key: "colour"/],
    [
      'an unknown value of a field',
      { columns: [aColumn('all', visits({ receivedBy: ['boss'] }))] },
      /"head"\|"deputy"\|"officer"/,
    ],
    [
      'a sum of itself',
      { columns: [aColumn('all', { of: 'columns', sum: ['some'] }), aColumn('some', { of: 'columns', sum: ['all'] })] },
      /all is the sum of itself: all → some → all/,
    ],
    [
      'a sum of a missing column',
      { columns: [aColumn('all', { of: 'columns', sum: ['lost'] })] },
      /there is no column lost/,
    ],
    ['a duplicate key', { columns: [aColumn('all', visits()), aColumn('all', visits())] }, /all is there twice/],
    [
      'a check of a missing column',
      { checks: [{ left: 'all', is: 'equal', right: ['lost'] }] },
      /there is no column lost/,
    ],
  ])('%s', (_what, changes, message) => {
    expect(ReportDefinition.safeParse(aDefinition()).success).toBe(true)
    const { error } = ReportDefinition.safeParse(aDefinition(changes))
    expect(JSON.stringify(error?.issues).replaceAll('\\"', '"')).toMatch(message)
  })
})

it('the newest definition in force on the last day is used; one of the agency takes precedence on the same day', () => {
  const own = (validFrom: string, title: string) =>
    ReportDefinition.parse(aDefinition({ validFrom, title }) as ReportDefinitionBody)
  const all = [...suppliedReports, own('2025-09-30', 'Của cơ quan'), own('2027-01-01', 'Sau này')]
  expect(definitionOn(all, 'receptions', '2026-12-31')?.title).toBe('Của cơ quan')
  expect(definitionOn(all, 'receptions', '2027-01-31')?.title).toBe('Sau này')
  expect(definitionOn(all, 'receptions', '2025-01-31')).toBeUndefined()
})
