// `npm test`: the checks, then all other suites in stages; `npm test -- NAME` runs the named ones. The last line is the
// summary.
import { check } from './check.mjs'
import { main, say } from './progress.mjs'
import { setup } from './setup.mjs'
import { chooseTests, nothingNamed, stagesOf, testFiles } from './suites.mjs'
import { runPlaywright, runVitest } from './test-runs.mjs'
import { timesReport } from './test-times.mjs'

const onOutput = (/** @type {string} */ text) => process.stderr.write(text)

await main(async () => {
  const { chosen, unknown } = chooseTests(process.argv.slice(2), testFiles())
  if (unknown.length > 0) {
    say(nothingNamed(unknown))
    return 1
  }
  const { worker } = await setup({ forTests: true })
  process.env.MEDIASOUP_WORKER_BIN = worker

  const results = []
  for (const lanes of stagesOf(chosen)) results.push(...(await Promise.all(lanes.map(inTurn))).flat())

  const passed = results.reduce((sum, result) => sum + result.passed, 0)
  const failed = results.reduce((sum, result) => sum + result.failed, 0)
  // Again at the end: what stands half an hour further up is not found, and a log may be cut there.
  for (const fault of results.flatMap(({ faults }) => faults)) say(`\n${fault}`)
  say(`\n${timesReport(results)}`)
  console.log(`${passed} passed, ${failed} failed`)
  return failed === 0 && passed > 0 ? 0 : 1
})

/** @param {import('./suites.mjs').Choice[]} lane */
async function inTurn(lane) {
  const results = []
  for (const choice of lane) results.push(await timed(choice))
  return results
}

/** @param {import('./suites.mjs').Choice} choice */
async function timed({ suite, files }) {
  say(`\n════ ${suite}`)
  const startedAt = performance.now()
  const result = await run(suite, { files, onOutput })
  return { suite, seconds: (performance.now() - startedAt) / 1000, ...result }
}

/**
 * @param {string} suite
 * @param {import('./test-runs.mjs').RunOptions} options
 */
function run(suite, options) {
  if (suite === 'check') return check()
  return suite === 'e2e' ? runPlaywright(options) : runVitest(suite, options)
}
