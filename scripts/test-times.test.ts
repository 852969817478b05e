import { expect, test } from 'vitest'
import { timesReport } from './test-times.mjs'

test('lists the suites, then the files of all suites, the longest first', () => {
  const report = timesReport([
    { suite: 'journal', seconds: 5.4, times: [{ title: 'tests/journal/ballot.test.ts', seconds: 3.26 }] },
    {
      suite: 'e2e',
      seconds: 61.7,
      times: [
        { title: 'tests/e2e/staff.spec.ts', seconds: 1 },
        { title: 'tests/e2e/cases.spec.ts', seconds: 60 },
      ],
    },
  ])
  expect(report.split('\n')).toEqual([
    'seconds: e2e 62 s, journal 5 s',
    '   60.0  e2e      tests/e2e/cases.spec.ts',
    '    3.3  journal  tests/journal/ballot.test.ts',
    '    1.0  e2e      tests/e2e/staff.spec.ts',
  ])
})

test('lists only the longest of many files', () => {
  const times = Array.from({ length: 40 }, (_, index) => ({ title: `file ${index}`, seconds: index }))
  const lines = timesReport([{ suite: 'check', seconds: 800, times }]).split('\n')
  expect(lines).toHaveLength(17)
  expect(lines.slice(-2)).toEqual(['   25.0  check  file 25', '         and 25 shorter'])
})
