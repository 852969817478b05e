// Runs ffmpeg for a film: with low priority, in a sandbox (ADR 0072) because it decodes what browsers sent; ended
// together with this server, by a signal, or because it hangs (ADR 0073).
import { spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { StoodStill, watchProcessor } from '../../platform/standing-still.ts'
import { withoutNetwork } from '../../platform/walls.ts'

/** Niceness as in coreutils: running sessions have priority. */
const niceness = '15'
const wordsKept = 2000
/** Of what it may write to. Each of its threads has a stack that counts, and on a large machine there are hundreds. */
const memoryBytes = 16 * 1024 ** 3
const stillWithinMs = 60_000

export interface Run {
  readonly folder: string
  /** Beside what is in the folder. */
  readonly reads?: readonly string[]
  readonly signal: AbortSignal
  /** Its output; without it there is none. */
  readonly read?: (output: Readable) => Promise<void>
  readonly stillWithinMs?: number
}

/**
 * Throws what it said last when it fails, and the reason of the signal when that ended it.
 * @throws {StoodStill, NoNetworkWall}
 */
export async function runProgram(given: readonly string[], run: Run): Promise<void> {
  const { folder, reads = [], signal, read } = run
  signal.throwIfAborted()
  const ffmpeg = ['ffmpeg', '-hide_banner', '-nostdin', '-loglevel', 'error', '-y', ...given]
  const command = await withoutNetwork(ffmpeg, { reads, writes: [folder] })
  const child = spawn('prlimit', [`--data=${memoryBytes}`, '--core=0', 'nice', '-n', niceness, ...command], {
    cwd: folder,
    stdio: ['ignore', read ? 'pipe' : 'ignore', 'pipe'],
    // Nothing of the settings, which have secrets. The clock in the picture is that of the agency.
    env: { PATH: process.env.PATH, LANG: 'C.UTF-8', TZ: 'Asia/Ho_Chi_Minh' },
  })
  const end = () => child.kill('SIGKILL')
  let isStill = false
  const stopWatching = watchProcessor(child.pid, run.stillWithinMs ?? stillWithinMs, () => {
    isStill = true
    end()
  })
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
    if (isStill) throw new StoodStill('ffmpeg did nothing, and was ended', child.pid ?? 0)
    if (code !== 0) throw new Error(`ffmpeg ended with ${code}: ${words.slice(-wordsKept)}`)
  } finally {
    stopWatching()
    signal.removeEventListener('abort', end)
  }
}
