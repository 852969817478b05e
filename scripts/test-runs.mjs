// Runs Vitest and Playwright with readable output, and reads their JSON reports for the summary.
import { existsSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { withProjectPrograms } from './node-runtime.mjs'
import { inProject, root } from './project.mjs'
import { inTemporaryFolder, run } from './run.mjs'
import { TIMES_FILE } from './vitest-times.mjs'

/** @typedef {import('./test-times.mjs').Time} Time */
/**
 * `faults`: each failed test in a few lines; `times`: of each file
 * @typedef {{ passed: number, failed: number, faults: string[], times: Time[], output: string }} TestRun
 */
/** @typedef {{ files?: readonly string[] | null, onOutput?: (text: string) => void }} RunOptions `files`: by their path, or all */

/** Of what a failed test says, at the end of a long run. */
const LINES_OF_FAULT = 16
/** What Vitest says before what no test stands for: an error thrown outside them, a file whose cleaning up failed. */
const OUTSIDE_TESTS = /^.*(Unhandled Error|Failed Suites)/m

/** What tests/harness/browser.ts keeps of a failed test, under this name. */
export const PAGES_SAID = 'what the pages said'

/**
 * @param {string} project of vitest.config.ts
 * @param {RunOptions} [options]
 */
export function runVitest(project, { files, ...options } = {}) {
  return runWithReport(
    'vitest',
    (report) => [
      ...['run', '--project', project, ...(files ?? [])],
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
      `--reporter=${inProject('scripts', 'vitest-times.mjs')}`,
    ],
    (report, times) => ({
      times,
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      faults: report.testResults.flatMap((/** @type {any} */ file) => [
        // A file that could not be loaded has a message and no test.
        ...(file.message ? [fault(relative(root, file.name), file.message)] : []),
        ...file.assertionResults
          .filter((/** @type {any} */ test) => test.status === 'failed')
          .map((/** @type {any} */ test) =>
            fault(`${relative(root, file.name)} > ${test.fullName}`, test.failureMessages.join('\n')),
          ),
      ]),
    }),
    options,
  )
}

/** @param {RunOptions} [options] */
export function runPlaywright({ files, ...options } = {}) {
  return runWithReport(
    'playwright',
    // It takes paths as regular expressions.
    () => ['test', '--reporter=list,json', ...(files ?? []).map((file) => `${file.replaceAll('.', '\\.')}$`)],
    // A test that passes only at a second try has failed.
    ({ stats, suites }) => ({
      times: suites.map((/** @type {any} */ suite) => ({
        title: `tests/e2e/${suite.file}`,
        seconds: secondsOfSuite(suite),
      })),
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky,
      faults: suites.flatMap(faultsOfSuite),
    }),
    options,
  )
}

/**
 * @param {any} suite of Playwright's report
 * @returns {number}
 */
const secondsOfSuite = ({ specs = [], suites = [] }) =>
  [
    ...specs.flatMap((/** @type {any} */ spec) =>
      spec.tests.flatMap((/** @type {any} */ test) =>
        test.results.map((/** @type {any} */ { duration }) => duration / 1000),
      ),
    ),
    ...suites.map(secondsOfSuite),
  ].reduce((sum, seconds) => sum + seconds, 0)

/**
 * @param {any} suite of Playwright's report
 * @returns {string[]}
 */
function faultsOfSuite({ specs = [], suites = [] }) {
  return [
    ...specs
      .filter((/** @type {any} */ spec) => !spec.ok)
      .map((/** @type {any} */ spec) => {
        const results = spec.tests.flatMap((/** @type {any} */ test) => test.results)
        const errors = results.flatMap((/** @type {any} */ result) => result.errors)
        const message = errors.map((/** @type {any} */ error) => error.message).join('\n')
        return [fault(`${spec.file} > ${spec.title}`, message), ...results.flatMap(whatPagesSaid)].join('\n')
      }),
    ...suites.flatMap(faultsOfSuite),
  ]
}

/**
 * @param {any} result of Playwright's report
 * @returns {string[]}
 */
const whatPagesSaid = ({ attachments }) =>
  attachments
    .filter((/** @type {any} */ { name }) => name === PAGES_SAID)
    .flatMap((/** @type {any} */ { body }) => linesOf(Buffer.from(body, 'base64').toString()))
    .map((/** @type {string} */ line) => `    ${line}`)

/**
 * @param {string} title
 * @param {string} message
 */
function fault(title, message) {
  const said = linesOf(message).filter((line) => !line.includes('/node_modules/'))
  return [`✗ ${title}`, ...said.slice(0, LINES_OF_FAULT).map((line) => `    ${line}`)].join('\n')
}

/** @param {string} text */
const linesOf = (text) =>
  stripVTControlCharacters(text)
    .split('\n')
    .filter((line) => line.trim() !== '')

/** @param {string} output of a run that ended badly, though no test failed */
function whyItEnded(output) {
  const from = output.search(OUTSIDE_TESTS)
  return from === -1 ? linesOf(output).slice(-LINES_OF_FAULT).join('\n') : output.slice(from)
}

/**
 * @param {string} program
 * @param {(report: string) => string[]} argumentsFor
 * @param {(report: any, times: Time[]) => Omit<TestRun, 'output'>} count
 * @param {{ onOutput?: (text: string) => void }} options
 * @returns {Promise<TestRun>}
 */
async function runWithReport(program, argumentsFor, count, { onOutput }) {
  return inTemporaryFolder(join(root, 'test-results'), async (folder) => {
    const report = join(folder, 'report.json')
    const timesOfFiles = join(folder, 'times.json')
    const env = { ...withProjectPrograms(), PLAYWRIGHT_JSON_OUTPUT_NAME: report, [TIMES_FILE]: timesOfFiles }
    const { code, output } = await run(program, argumentsFor(report), { cwd: root, env, ...(onOutput && { onOutput }) })
    const { passed, failed, faults, times } = existsSync(report)
      ? count(readJson(report), existsSync(timesOfFiles) ? readJson(timesOfFiles) : [])
      : { passed: 0, failed: 0, faults: [], times: [] }
    // No test at all, or a runner that ended badly with every test passed, is a failure too.
    if (failed > 0 || (code === 0 && passed > 0)) return { passed, failed, faults, times, output }
    const ending = fault(`${program} ended with code ${code}, no test of it failed`, whyItEnded(output))
    return { passed, failed: 1, faults: [...faults, ending], times, output }
  })
}

/** @param {string} file */
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'))
