// A Vitest reporter that writes the seconds of each file including import and hooks, which the JSON report omits.
import { writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import { root } from './project.mjs'

/** Where test-runs.mjs reads them. */
export const TIMES_FILE = 'DIEMCAU_TEST_TIMES'

/** @typedef {import('vitest/node').TestModule} TestModule */

export default class VitestTimes {
  /** @param {readonly TestModule[]} modules */
  onTestRunEnd(modules) {
    const file = process.env[TIMES_FILE]
    if (file) writeFileSync(file, JSON.stringify(modules.map(timeOf)))
  }
}

/** @param {TestModule} module */
function timeOf(module) {
  const { environmentSetupDuration, prepareDuration, collectDuration, setupDuration, duration } = module.diagnostic()
  const milliseconds = environmentSetupDuration + prepareDuration + collectDuration + setupDuration + duration
  return { title: relative(root, module.moduleId), seconds: milliseconds / 1000 }
}
