// Runs ffmpeg for a film: after everything else that this machine has to do, and ended with this server or by a signal.
import { spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'

/** In coreutils’ terms: a session that is going on comes first. */
const niceness = '15'
const wordsKept = 2000

interface Run {
  readonly folder: string
  readonly signal: AbortSignal
  /** Its output; without it there is none. */
  readonly read?: (output: Readable) => Promise<void>
}

/** Throws what it said last when it fails, and the reason of the signal when that ended it. */
export async function runProgram(given: readonly string[], { folder, signal, read }: Run): Promise<void> {
  signal.throwIfAborted()
  const command = ['setpriv', '--pdeathsig', 'KILL', 'ffmpeg', '-hide_banner', '-nostdin', '-loglevel', 'error', '-y']
  const child = spawn('nice', ['-n', niceness, ...command, ...given], {
    cwd: folder,
    stdio: ['ignore', read ? 'pipe' : 'ignore', 'pipe'],
    // The clock in the picture is that of the agency.
    env: { ...process.env, TZ: 'Asia/Ho_Chi_Minh' },
  })
  const end = () => child.kill('SIGKILL')
  signal.addEventListener('abort', end, { once: true })
  try {
    const ended = new Promise<number | null>((resolve, reject) => {
      child.once('error', reject)
      child.once('close', resolve)
    })
    const [code, words] = await Promise.all([
      ended,
      child.stderr ? text(child.stderr) : '',
      child.stdout && read ? read(child.stdout) : undefined,
    ])
    signal.throwIfAborted()
    if (code !== 0) throw new Error(`ffmpeg ended with ${code}: ${words.slice(-wordsKept)}`)
  } finally {
    signal.removeEventListener('abort', end)
  }
}
