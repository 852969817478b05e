// `npm test`: the checks, then every suite that starts something, one after another. The last line is the sum.
import { check } from './check.mjs'
import { main, say } from './progress.mjs'
import { setup } from './setup.mjs'
import { runPlaywright, runVitest } from './test-runs.mjs'

const onOutput = (/** @type {string} */ text) => process.stderr.write(text)

await main(async () => {
  const { worker } = await setup({ forTests: true })
  process.env.MEDIASOUP_WORKER_BIN = worker

  const results = [await titled('check', check)]
  for (const project of ['journal', 'signalling', 'media', 'leak', 'chaos']) {
    results.push(await titled(project, () => runVitest(project, { onOutput })))
  }
  results.push(await titled('end to end', () => runPlaywright({ onOutput })))

  const passed = results.reduce((sum, result) => sum + result.passed, 0)
  const failed = results.reduce((sum, result) => sum + result.failed, 0)
  // Again at the end: what stands half an hour further up is not found, and a log may be cut there.
  for (const fault of results.flatMap(({ faults }) => faults)) say(`\n${fault}`)
  console.log(`${passed} passed, ${failed} failed`)
  return failed === 0 && passed > 0 ? 0 : 1
})

/**
 * @template Result
 * @param {string} title
 * @param {() => Promise<Result>} action
 */
async function titled(title, action) {
  say(`\n════ ${title}`)
  return action()
}
