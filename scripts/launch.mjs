// Runs a server program as a child process, forwarding signals and the exit code.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { constants } from 'node:os'
import { nodeRuntime } from './node-runtime.mjs'
import { inProject } from './project.mjs'

/**
 * @param {string} program TypeScript file of the project
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} exit code
 */
export async function launch(program, args, env) {
  const child = spawn(nodeRuntime(), [inProject(program), ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  /** @param {NodeJS.Signals} signal */
  const forward = (signal) => {
    // A terminal sends Ctrl-C to the child as well; twice would mean "at once" to it.
    if (signal === 'SIGINT' && process.stdin.isTTY) return
    child.kill(signal)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    // From here on it is the child that ends: an interrupted set-up has nothing left to clear.
    process.removeAllListeners(signal)
    process.on(signal, forward)
  }
  const stopWatching = watchNpm(() => child.kill('SIGTERM'))
  const [code, signal] = await once(child, 'close')
  stopWatching()
  return code ?? 128 + constants.signals[/** @type {NodeJS.Signals} */ (signal)]
}

/**
 * npm does not hand a signal on: whoever ends `npm start` would leave the server behind. Started otherwise, a parent that
 * goes is nothing unusual.
 * @param {() => void} onGone
 * @returns {() => void} stops watching
 */
function watchNpm(onGone) {
  if (!process.env.npm_lifecycle_event) return () => undefined
  const npm = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === npm) return
    clearInterval(timer)
    onGone()
  }, 500)
  return () => clearInterval(timer)
}
