import { describe, expect, test } from 'vitest'
import { chooseTests, INTEGRATION_SUITES, nothingNamed, SUITES, stagesOf, suiteOf, testFiles } from './suites.mjs'

const files = [
  'shared/modules/floor/floor.test.ts',
  'client/panels/floor/Floor.test.tsx',
  'client/panels/floor/Floor.tsx',
  'tests/laws/floor.test.ts',
  'tests/media/floor.test.ts',
  'tests/signalling/http-cases.test.ts',
  'tests/e2e/cases.spec.ts',
]

test.each([
  ['shared/modules/floor/floor.test.ts', 'unit'],
  ['tests/laws/floor.test.ts', 'unit'],
  ['client/panels/floor/Floor.test.tsx', 'unit'],
  ['client/panels/floor/Floor.tsx', null],
  ['tests/media/floor.test.ts', 'media'],
  ['tests/harness/media-page.ts', null],
  ['tests/e2e/cases.spec.ts', 'e2e'],
])('%s belongs to the suite %s', (file, suite) => {
  expect(suiteOf(file)).toBe(suite)
})

test('every suite of the project has a test file', () => {
  const found = new Set(testFiles().map(suiteOf))
  expect([...found].sort()).toEqual(['unit', ...INTEGRATION_SUITES, 'e2e'].sort())
})

describe('npm test -- NAME', () => {
  test('without a name runs every suite', () => {
    expect(chooseTests([], files)).toEqual({ chosen: SUITES.map((suite) => ({ suite, files: null })), unknown: [] })
  })

  test('runs a whole suite by its name', () => {
    expect(chooseTests(['media'], files)).toEqual({ chosen: [{ suite: 'media', files: null }], unknown: [] })
  })

  test('runs the files with that part of a path, each in its suite', () => {
    expect(chooseTests(['floor.test'], files).chosen).toEqual([
      { suite: 'unit', files: ['shared/modules/floor/floor.test.ts', 'tests/laws/floor.test.ts'] },
      { suite: 'media', files: ['tests/media/floor.test.ts'] },
    ])
    expect(chooseTests(['cases'], files).chosen).toEqual([
      { suite: 'signalling', files: ['tests/signalling/http-cases.test.ts'] },
      { suite: 'e2e', files: ['tests/e2e/cases.spec.ts'] },
    ])
  })

  test('runs a file once, even if several names select it', () => {
    const once = [{ suite: 'media', files: null }]
    expect(chooseTests(['media', 'tests/media/floor'], files).chosen).toEqual(once)
    expect(chooseTests(['tests/media/floor', 'media'], files).chosen).toEqual(once)
    expect(chooseTests(['tests/laws/', 'laws/floor'], files).chosen).toEqual([
      { suite: 'unit', files: ['tests/laws/floor.test.ts'] },
    ])
    expect(chooseTests(['unit', 'check'], files).chosen).toEqual([{ suite: 'check', files: null }])
  })

  test('lists unknown names and the known suites', () => {
    const { unknown } = chooseTests(['cases', 'harness', 'Floor.tsx', 'signaling'], files)
    expect(unknown).toEqual(['harness', 'Floor.tsx', 'signaling'])
    expect(nothingNamed(unknown)).toContain(
      'called harness, Floor.tsx, signaling.\nSuites: unit, check, journal, signalling',
    )
  })
})

describe('stages of a run', () => {
  const stages = (names: readonly string[]) =>
    stagesOf(chooseTests(names, files).chosen).map((lanes) => lanes.map((lane) => lane.map(({ suite }) => suite)))

  test('suites that mostly wait run beside chaos; those that measure or load the machine run alone', () => {
    expect(stages([])).toEqual([
      [['check']],
      [['signalling']],
      [['media']],
      [['chaos'], ['journal', 'leak']],
      [['e2e']],
    ])
  })

  test('every chosen suite runs once, with and without chaos', () => {
    expect(stages(['leak', 'journal', 'media'])).toEqual([[['journal']], [['media']], [['leak']]])
    expect(stages(['chaos', 'e2e'])).toEqual([[['chaos']], [['e2e']]])
  })
})
