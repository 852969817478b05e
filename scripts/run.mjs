// Runs other programs to their end, and cleans up when this process is interrupted.
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

const LINES_IN_ERROR = 60

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()
/** @type {Set<string>} */
const temporaryFolders = new Set()

process.on('exit', () => {
  for (const child of running) child.kill()
  for (const folder of temporaryFolders) rmSync(folder, { recursive: true, force: true })
})
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => process.exit(128 + constants.signals[signal]))
}

/** @typedef {{ code: number, output: string }} Outcome */

/**
 * Runs a program, keeping what it prints.
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, onLine?: (line: string) => void, onOutput?: (text: string) => void }} [options]
 *   told of the output while it comes: as it is, or only its latest line
 * @returns {Promise<Outcome>} code 127 when there is no such program
 */
export function run(program, args, { cwd, env, onLine, onOutput } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    running.add(child)
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text
        onOutput?.(text)
        onLine?.(text.trimEnd().split('\n').at(-1) ?? '')
      })
    }
    /** @param {number} code */
    const finish = (code) => {
      running.delete(child)
      resolve({ code, output })
    }
    child.once('error', (error) => {
      output += error.message
      finish(127)
    })
    child.once('close', (code, signal) => finish(code ?? 128 + (signal ? constants.signals[signal] : 0)))
  })
}

/**
 * Like run(), for a program that must succeed.
 * @param {string} program
 * @param {string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export async function mustRun(program, args, options) {
  const { code, output } = await run(program, args, options)
  if (code !== 0) {
    const tail = stripVTControlCharacters(output).trimEnd().split('\n').slice(-LINES_IN_ERROR).join('\n')
    throw new Error(`${program} ${args[0] ?? ''} ended with code ${code}:\n${tail}`)
  }
  return output
}

/**
 * Gives a folder that is gone afterwards, also after Ctrl-C: what is made in it counts only once it is renamed out of it.
 * @template Result
 * @param {string} parent on the same file system as the rename's target
 * @param {(folder: string) => Promise<Result>} action
 * @returns {Promise<Result>}
 */
export async function inTemporaryFolder(parent, action) {
  mkdirSync(parent, { recursive: true })
  const folder = mkdtempSync(join(parent, '.new-'))
  temporaryFolders.add(folder)
  try {
    return await action(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
    temporaryFolders.delete(folder)
  }
}
