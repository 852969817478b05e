// The Typst process (typst-program.ts): started by the first paper and kept for later ones; ended when a paper takes
// too long or too much memory, or when this process ends. It does not keep this process alive.
import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { ourCode } from '../../platform/confined-program.ts'
import { killUnless } from '../../platform/kill-unless.ts'
import { createMailbox } from '../../platform/mailbox.ts'
import { withoutNetwork } from '../../platform/walls.ts'
import type { PdfReply, PdfRequest } from './typst-program.ts'

export interface Typst {
  /** One after another. Throws when the paper was beyond the limits; the next one has a new process. */
  print(request: PdfRequest): Promise<PdfReply>
}

const program = fileURLToPath(new URL('./typst-program.ts', import.meta.url))
/** Of what it may write to, Node's own included: minutes of 439 pages need 450 MB of it. */
const memoryBytes = 3 * 1024 ** 3

/** `seconds`: for one paper, by the clock. */
export function createTypst({ seconds, script = program }: { seconds: number; script?: string }): Typst {
  const requests = createMailbox()
  let running: ChildProcess | undefined

  async function started(fontFiles: readonly string[]): Promise<ChildProcess> {
    if (running) return running
    // Papers are owed, and what is set in them is ours but for pictures.
    const needs = { reads: [...ourCode, script, process.execPath, ...fontFiles], isOwed: true }
    const walled = await withoutNetwork([process.execPath, '--no-warnings', script], needs)
    const child = spawn('prlimit', [`--data=${memoryBytes}`, '--core=0', 'nice', '-n', '5', ...walled], {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      serialization: 'advanced',
      // Nothing of the settings, which have secrets.
      env: { PATH: process.env.PATH, LANG: 'C.UTF-8' },
    })
    child.setMaxListeners(0)
    const forget = () => {
      if (running === child) running = undefined
    }
    child.once('error', forget).once('exit', forget)
    running = child
    return child
  }

  async function ask(request: PdfRequest): Promise<PdfReply> {
    const child = await started(request.fontFiles)
    hold(child, true)
    let complaint = ''
    const listen = (chunk: Buffer) => {
      if (complaint.length < 2000) complaint += chunk.toString('utf8')
    }
    child.stderr?.on('data', listen)
    try {
      const answered = new Promise<PdfReply>((resolve, reject) => {
        child.once('message', (reply) => resolve(reply as PdfReply))
        child.once('error', reject)
        child.once('close', (code, signal) =>
          reject(
            new Error(`Typst was ended (${signal ?? code}): a paper may take ${seconds} s and 3 GB. ${complaint}`),
          ),
        )
        child.send(request, (error) => error && reject(error))
      })
      return await killUnless(answered, seconds * 1000, () => child.kill('SIGKILL'))
    } finally {
      child.stderr?.off('data', listen)
      child.removeAllListeners('message')
      hold(child, false)
    }
  }

  return { print: (request) => requests.post(() => ask(request)) }
}

/** Whether this process waits for it at its end. */
function hold(child: ChildProcess, holds: boolean): void {
  for (const one of [child, child.channel, child.stderr as { ref?(): void; unref?(): void } | null])
    if (holds) one?.ref?.()
    else one?.unref?.()
}
