// Runs a program on a stranger's file: in a process of its own, after everything else this machine has to do, with limits on its
// memory, time, files and output, and without network where the kernel lets us take it away (ADR 0072).
import { execFile, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

export interface Limits {
  /** Of addresses; of a program of ours, of what it may write to beyond what Node maps when it starts. */
  readonly memoryBytes: number
  /** Of a processor; thrice as long by the clock, for the machine may have better things to do. */
  readonly seconds: number
  /** Of each file that it writes. */
  readonly writtenBytes: number
  /** Of all that it says. */
  readonly saidBytes: number
}

interface Run {
  readonly limits: Limits
  readonly input?: string | Uint8Array
  readonly signal?: AbortSignal
}

/** `beyond-limits`: it was ended, or ended itself, for want of memory, time or room; `failed`: it said no. */
export class ConfinedError extends Error {
  override name = 'ConfinedError'
  readonly why: 'beyond-limits' | 'failed'

  constructor(why: ConfinedError['why'], what: string, options?: ErrorOptions) {
    super(what, options)
    this.why = why
  }
}

export const confiningPrograms = ['prlimit', 'nice', 'setpriv']

/** In coreutils' terms: a session that is going on comes first. */
const niceness = '15'
const wordsKept = 2000
/** What `prlimit` counts as the memory of a program. */
type Counted = 'as' | 'data'

/**
 * @returns what the program wrote to its standard output
 * @throws {ConfinedError}
 */
export function runConfined(command: readonly string[], run: Run): Promise<Buffer> {
  return confined('as', command, run)
}

interface Script extends Run {
  readonly args?: readonly string[]
  /** The files it may read, beside the code of this project. */
  readonly reads?: readonly string[]
  /** Whether it needs a native addon of a package. */
  readonly hasAddons?: boolean
}

/** Node 24 maps 550 MB that it may write to, of which it touches some 50. */
const mappedByNode = 600 * 1024 ** 2
const project = fileURLToPath(new URL('../..', import.meta.url))

/**
 * A program of ours. It can write no file and start no program; its standard output is its answer.
 * @throws {ConfinedError}
 */
export function runScript(script: URL, { args = [], reads = [], hasAddons = false, ...run }: Script): Promise<Buffer> {
  const allowed = [project, ...reads].map((path) => `--allow-fs-read=${path}`)
  // One thread beside the main one: each has a stack that counts, and there is but one file to read.
  const small = ['--v8-pool-size=1', '--disable-wasm-trap-handler', '--no-warnings']
  return confined(
    'data',
    [
      process.execPath,
      ...['--permission', ...allowed, ...(hasAddons ? ['--allow-addons'] : [])],
      ...[...small, fileURLToPath(script), ...args],
    ],
    { ...run, limits: { ...run.limits, memoryBytes: run.limits.memoryBytes + mappedByNode } },
  )
}

async function confined(counted: Counted, command: readonly string[], run: Run): Promise<Buffer> {
  const { memoryBytes, seconds, writtenBytes, saidBytes } = run.limits
  const bounds = [`--${counted}=${memoryBytes}`, `--cpu=${seconds}`, `--fsize=${writtenBytes}`, '--core=0']
  const around = ['nice', '-n', niceness, ...(await withoutNetwork()), 'setpriv', '--pdeathsig', 'KILL']
  const child = spawn('prlimit', [...bounds, ...around, ...command], {
    stdio: ['pipe', 'pipe', 'pipe'],
    // Nothing of the settings, which have secrets.
    env: { PATH: process.env.PATH, LANG: 'C.UTF-8' },
    ...(run.signal && { signal: run.signal, killSignal: 'SIGKILL' }),
  })
  const [program = ''] = command
  return new Promise((resolve, reject) => {
    const said: Buffer[] = []
    let bytes = 0
    let complaint = ''
    let beyond: string | null = null
    const end = (why: string) => {
      beyond ??= why
      child.kill('SIGKILL')
    }
    const patience = setTimeout(end, seconds * 3000, `${seconds * 3} s`)
    child.stdout.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > saidBytes) end(`${saidBytes} bytes of output`)
      else said.push(chunk)
    })
    child.stderr.on('data', (chunk: Buffer) => {
      if (complaint.length < wordsKept) complaint += chunk.toString('utf8')
    })
    // A program that ends before it has read everything says so by how it ends.
    child.stdin.on('error', () => child.stdin.destroy())
    child.stdin.end(run.input ?? '')
    child.once('error', (cause) => {
      clearTimeout(patience)
      reject(cause.name === 'AbortError' ? cause : new ConfinedError('failed', `${program} did not run`, { cause }))
    })
    child.once('close', (code, signal) => {
      clearTimeout(patience)
      if (code === 0 && beyond === null) return resolve(Buffer.concat(said))
      // For want of memory V8 aborts; the kernel ends whoever is past the limits of processor and files.
      const why = beyond ?? signal
      const words = complaint.slice(0, wordsKept).trim()
      if (why !== null) reject(new ConfinedError('beyond-limits', `${program} was ended: ${why}. ${words}`))
      else reject(new ConfinedError('failed', `${program} ended with ${code}: ${words}`))
    })
  })
}

const waysOut = [
  ['unshare', '--net'],
  ['unshare', '--user', '--map-current-user', '--net'],
]
let found: Promise<readonly string[]> | null = null

/** What makes a program run without network. Nothing where no way is open: in a container, say, that may not make namespaces. */
function withoutNetwork(): Promise<readonly string[]> {
  found ??= firstThatRuns(waysOut)
  return found
}

async function firstThatRuns(ways: readonly (readonly string[])[]): Promise<readonly string[]> {
  for (const [program = '', ...args] of ways)
    try {
      await promisify(execFile)(program, [...args, 'true'], { timeout: 5000 })
      return [program, ...args]
    } catch {
      // Not open here.
    }
  return []
}
