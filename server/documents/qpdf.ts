// qpdf, the program that changes PDF files, with limits on time, memory and what it writes.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

const patienceMs = 60_000
const mostMemoryBytes = 1024 ** 3
const mostWrittenBytes = 400 * 1024 ** 2
const mostSaidBytes = 64 * 1024 ** 2

export const programsOfQpdf = ['qpdf', 'prlimit', 'nice']

/** What it says. Rejects when it fails; a damaged file that it could mend is no failure. */
export async function qpdf(args: readonly string[]): Promise<string> {
  const limits = [`--as=${mostMemoryBytes}`, `--fsize=${mostWrittenBytes}`, '--core=0']
  const orders = ['nice', '-n', '10', 'qpdf', '--warning-exit-0', '--no-warn', ...args]
  const { stdout } = await run('prlimit', [...limits, ...orders], {
    timeout: patienceMs,
    killSignal: 'SIGKILL',
    maxBuffer: mostSaidBytes,
  })
  return stdout
}
