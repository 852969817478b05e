// The suites of `npm test`, their test files, and the selection by name. Pure except testFiles(); vitest.config.ts uses
// the same names for its projects.
import { readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { root } from './project.mjs'

/** Each has its folder in tests/ and starts something: Redis, media workers, the server. */
export const INTEGRATION_SUITES = /** @type {const} */ (['journal', 'signalling', 'media', 'leak', 'chaos'])
/** What a whole run is made of, in this order; `check` has the unit tests in it. */
export const SUITES = ['check', ...INTEGRATION_SUITES, 'e2e']

/** They wait for disks, restarts and deadlines more than they compute, and none of them measures time: one after the other, beside `chaos`. */
const BESIDE_CHAOS = ['journal', 'leak']

/**
 * @param {readonly Choice[]} choices in the order in which they would run alone
 * @returns {Choice[][][]} stages, one after another; the lanes of a stage run at once, what is in a lane one after another
 */
export function stagesOf(choices) {
  const beside = choices.filter(({ suite }) => BESIDE_CHAOS.includes(suite))
  const chaos = choices.find(({ suite }) => suite === 'chaos')
  if (!chaos || beside.length === 0) return choices.map((choice) => [[choice]])
  return choices.flatMap((choice) => {
    if (beside.includes(choice)) return []
    return [choice === chaos ? [[chaos], beside] : [[choice]]]
  })
}

const FOLDERS_WITH_TESTS = ['shared', 'server', 'client', 'scripts', 'tests']

/** @typedef {{ suite: string, files: string[] | null }} Choice a suite; `null`: all of it */

/**
 * @param {string} file path from the root of the project
 * @returns {string | null} null: not a test
 */
export function suiteOf(file) {
  if (/^tests\/e2e\/.*\.spec\.ts$/.test(file)) return 'e2e'
  if (!/\.test\.tsx?$/.test(file)) return null
  const folder = /^tests\/([^/]+)\//.exec(file)?.[1]
  return INTEGRATION_SUITES.find((name) => name === folder) ?? 'unit'
}

/**
 * @param {readonly string[]} names of suites, or part of a test file's path
 * @param {readonly string[]} files every file there is
 * @returns {{ chosen: Choice[], unknown: string[] }} `unknown`: names that are neither; without names the whole run
 */
export function chooseTests(names, files) {
  if (names.length === 0) return { chosen: SUITES.map(whole), unknown: [] }
  const known = ['unit', ...SUITES]
  /** @type {Map<string, Set<string> | null>} */
  const bySuite = new Map()
  /** @type {string[]} */
  const unknown = []
  for (const name of names) {
    if (known.includes(name)) {
      bySuite.set(name, null)
      continue
    }
    const meant = files.filter((file) => file.includes(name) && suiteOf(file) !== null)
    if (meant.length === 0) unknown.push(name)
    for (const file of meant) addFile(bySuite, file)
  }
  // The checks run all unit tests.
  if (bySuite.has('check')) bySuite.delete('unit')
  const chosen = known.flatMap((suite) => {
    const meant = bySuite.get(suite)
    return meant === undefined ? [] : [{ suite, files: meant && [...meant].sort() }]
  })
  return { chosen, unknown }
}

/**
 * @param {readonly string[]} unknown
 * @returns {string} what to do about names that no suite and no test file has
 */
export const nothingNamed = (unknown) =>
  [
    `No suite and no test file is called ${unknown.join(', ')}.`,
    `Suites: ${['unit', ...SUITES].join(', ')}.`,
    'A test file is named by any part of its path: npm test -- floor, npm test -- tests/e2e/cases.spec.ts',
  ].join('\n')

/** @returns {string[]} every test file, by its path from the root of the project */
export const testFiles = () =>
  FOLDERS_WITH_TESTS.flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((file) => suiteOf(file) !== null)

/** @param {string} suite @returns {Choice} */
const whole = (suite) => ({ suite, files: null })

/**
 * @param {Map<string, Set<string> | null>} bySuite
 * @param {string} file
 */
function addFile(bySuite, file) {
  const suite = suiteOf(file)
  if (suite === null || bySuite.get(suite) === null) return
  const meant = bySuite.get(suite) ?? new Set()
  bySuite.set(suite, meant.add(file))
}
