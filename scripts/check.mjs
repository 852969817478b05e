// `npm run check`: static checks and unit tests. Runs all of them, then shows which failed.
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { pathToFileURL } from 'node:url'
import { withProjectPrograms } from './node-runtime.mjs'
import { main, say } from './progress.mjs'
import { inProject, root } from './project.mjs'
import { run } from './run.mjs'
import { runVitest } from './test-runs.mjs'

/** @typedef {import('./test-runs.mjs').TestRun} Result */
/** @typedef {{ title: string, action: () => Promise<Result> }} Check */

/** @type {Check[]} the slowest first */
const CHECKS = [
  { title: 'unit tests', action: () => runVitest('unit') },
  program('dead code', 'knip'),
  program('types: tests', 'tsc', '-p', 'tests'),
  program('types: client', 'tsc', '-p', 'client'),
  program('types: server', 'tsc', '-p', 'server'),
  program('types: shared', 'tsc', '-p', 'shared'),
  program('types: scripts', 'tsc', '-p', '.'),
  program('lost promises', 'oxlint', '--type-aware', '--deny-warnings'),
  program('format and lint', 'biome', 'ci', '--error-on-warnings', '--colors=off'),
  program('import rules', 'node', 'scripts/import-rules.mjs'),
  ...(existsSync(inProject('scripts', 'generate-docs.ts'))
    ? [program('generated documents', 'node', 'scripts/generate-docs.ts', '--check')]
    : []),
]

/** @returns {Promise<Omit<Result, 'output'>>} each check counts as one, each unit test as one */
export async function check() {
  const waiting = [...CHECKS]
  /** @type {{ title: string, seconds: number, result: Result }[]} */
  const finished = []
  const runner = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const startedAt = performance.now()
      const result = await next.action()
      const seconds = (performance.now() - startedAt) / 1000
      finished.push({ title: next.title, seconds, result })
      say(`${result.failed === 0 ? '✓' : '✗'} ${next.title} (${seconds.toFixed(1)} s)`)
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, runner))
  for (const { title, result } of finished) {
    if (result.failed > 0) say(`\n──── ${title}\n${result.output.trimEnd()}`)
  }
  return {
    passed: finished.reduce((sum, { result }) => sum + result.passed, 0),
    failed: finished.reduce((sum, { result }) => sum + result.failed, 0),
    faults: finished.flatMap(({ result }) => result.faults),
    times: finished.flatMap(({ title, seconds, result }) => [{ title, seconds }, ...result.times]),
  }
}

/**
 * @param {string} title
 * @param {string} name
 * @param {string[]} args
 * @returns {Check}
 */
function program(title, name, ...args) {
  return {
    title,
    action: async () => {
      const { code, output } = await run(name, args, { cwd: root, env: { ...withProjectPrograms(), NO_COLOR: '1' } })
      return code === 0
        ? { passed: 1, failed: 0, faults: [], times: [], output }
        : { passed: 0, failed: 1, faults: [`✗ ${title}`], times: [], output }
    },
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await main(async () => {
    const { passed, failed } = await check()
    console.log(`${passed} passed, ${failed} failed`)
    return failed === 0 ? 0 : 1
  })
}
