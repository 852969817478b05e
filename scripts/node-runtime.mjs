// Chooses the Node that runs the server: the one from the npm packages, or the host's if that cannot be used.
import { spawnSync } from 'node:child_process'
import { delimiter } from 'node:path'
import { ByHand } from './progress.mjs'
import { inProject } from './project.mjs'

/** mediasoup and type stripping without a flag need it. */
const LEAST_VERSION = [22, 18]

/** @returns {string} the program's path */
export function nodeRuntime() {
  const candidates = [inProject('node_modules', '.bin', 'node'), process.execPath]
  const found = candidates.find(isRecentEnough)
  if (found) return found
  throw new ByHand(
    `Node ${LEAST_VERSION.join('.')} or newer is needed, and none comes with the npm packages for ${process.platform} on ${process.arch}; this one is ${process.version}.`,
    ['install Node 24 from your distribution or nodejs.org, and put it first on PATH'],
  )
}

/** The environment in which `node` and the npm packages' programs are found first. */
export function withProjectPrograms() {
  return { ...process.env, PATH: `${inProject('node_modules', '.bin')}${delimiter}${process.env.PATH}` }
}

/** @param {string} program */
function isRecentEnough(program) {
  const version = spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout
  const [major = 0, minor = 0] = (/^v(\d+)\.(\d+)/.exec(version ?? '') ?? []).slice(1).map(Number)
  const [leastMajor = 0, leastMinor = 0] = LEAST_VERSION
  return major > leastMajor || (major === leastMajor && minor >= leastMinor)
}
