// Running Vitest and Playwright for people (readable output) and for the sum at the end (their JSON reports).
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { withProjectPrograms } from './node-runtime.mjs'
import { root } from './project.mjs'
import { inTemporaryFolder, run } from './run.mjs'

/** @typedef {{ passed: number, failed: number, output: string }} TestRun */

/**
 * @param {string} project of vitest.config.ts
 * @param {{ onOutput?: (text: string) => void }} [options]
 */
export function runVitest(project, options) {
  return runWithReport(
    'vitest',
    (report) => ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    ({ numPassedTests, numFailedTests }) => ({ passed: numPassedTests, failed: numFailedTests }),
    options,
  )
}

/** @param {{ onOutput?: (text: string) => void }} [options] */
export function runPlaywright(options) {
  return runWithReport(
    'playwright',
    () => ['test', '--reporter=list,json'],
    // A test that passes only at a second try has failed.
    ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky }),
    options,
  )
}

/**
 * @param {string} program
 * @param {(report: string) => string[]} argumentsFor
 * @param {(report: any) => { passed: number, failed: number }} count
 * @param {{ onOutput?: (text: string) => void }} [options]
 * @returns {Promise<TestRun>}
 */
async function runWithReport(program, argumentsFor, count, { onOutput } = {}) {
  return inTemporaryFolder(join(root, 'test-results'), async (folder) => {
    const report = join(folder, 'report.json')
    const env = { ...withProjectPrograms(), PLAYWRIGHT_JSON_OUTPUT_NAME: report }
    const { code, output } = await run(program, argumentsFor(report), { cwd: root, env, ...(onOutput && { onOutput }) })
    const { passed, failed } = existsSync(report)
      ? count(JSON.parse(readFileSync(report, 'utf8')))
      : { passed: 0, failed: 0 }
    // No test at all, or a runner that ended badly with every test passed, is a failure too.
    const isUnexplained = failed === 0 && (code !== 0 || passed === 0)
    return { passed, failed: isUnexplained ? 1 : failed, output }
  })
}
