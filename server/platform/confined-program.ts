// Runs a program on an untrusted file: in a separate process with low priority, limits on memory, time, files and
// output, and the sandbox of walls.ts (ADR 0072).
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { type Needs, withoutNetwork } from './walls.ts'

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

interface Run extends Needs {
  readonly limits: Limits
  readonly input?: string | Uint8Array
  readonly signal?: AbortSignal
}

/** `beyond-limits`: it was ended, or ended itself, for want of memory, time or room; `failed`: it said no. */
class ConfinedError extends Error {
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
 * @throws {ConfinedError, NoNetworkWall}
 */
export async function runConfined(command: readonly string[], run: Run): Promise<Buffer> {
  return confined({ counted: 'as', named: command[0], command: await withoutNetwork(command, run) }, run)
}

/**
 * `sandbox`: bubblewrap with its arguments, which takes network, files and processes away by namespaces and ends with this server.
 * Namespaces cannot be made from behind other walls.
 * @throws {ConfinedError}
 */
export function runInSandbox(sandbox: readonly string[], command: readonly string[], run: Run): Promise<Buffer> {
  return confined({ counted: 'as', named: command[0], command: [...sandbox, ...command] }, run)
}

interface Script extends Run {
  readonly args?: readonly string[]
  /** Whether it needs a native addon of a package. */
  readonly hasAddons?: boolean
}

/** Node 24 maps 550 MB that it may write to, of which it touches some 50. */
const mappedByNode = 600 * 1024 ** 2
/** Not the whole folder: where nothing else was said, DATA_DIR lies in it. */
export const ourCode = ['server/', 'shared/', 'node_modules/', 'package.json'].map((name) =>
  fileURLToPath(new URL(`../../${name}`, import.meta.url)),
)

/**
 * A program of ours. It reads our code and `reads`, can write no file and start no program; its standard output is its answer.
 * @throws {ConfinedError, NoNetworkWall}
 */
async function runScript(script: URL, { args = [], hasAddons = false, ...run }: Script): Promise<Buffer> {
  const reads = [...ourCode, ...(run.reads ?? [])]
  const allowed = reads.map((path) => `--allow-fs-read=${path}`)
  // One thread beside the main one: each has a stack that counts, and there is but one file to read.
  const small = ['--v8-pool-size=1', '--disable-wasm-trap-handler', '--no-warnings']
  const command = [
    process.execPath,
    ...['--permission', ...allowed, ...(hasAddons ? ['--allow-addons'] : [])],
    ...[...small, fileURLToPath(script), ...args],
  ]
  const walled = await withoutNetwork(command, { reads: [...reads, process.execPath] })
  return confined(
    { counted: 'data', named: fileURLToPath(script), command: walled },
    { ...run, limits: { ...run.limits, memoryBytes: run.limits.memoryBytes + mappedByNode } },
  )
}

interface Question<Answer, Fault> extends Script {
  readonly answer: z.ZodType<Answer>
  /** In place of an answer it may say `{ fault }`. */
  readonly fault: z.ZodType<Fault>
  readonly refused: (fault: Fault) => Error
  /** What is thrown of a file that reached a limit. */
  readonly tooDemanding: (because: ErrorOptions) => Error
}

/**
 * What such a program answers, in JSON. Whoever has made the file may have made the answer, too: it is believed as far as its schema.
 * @throws what `refused` and `tooDemanding` make, and what runScript throws otherwise
 */
export async function answerOf<Answer, Fault>(
  script: URL,
  { answer, fault, refused, tooDemanding, ...asked }: Question<Answer, Fault>,
): Promise<Answer> {
  const text = await runScript(script, asked).catch((cause: unknown) => {
    throw cause instanceof ConfinedError && cause.why === 'beyond-limits' ? tooDemanding({ cause }) : cause
  })
  const said: unknown = JSON.parse(text.toString())
  const refusal = z.object({ fault }).safeParse(said)
  if (refusal.success) throw refused(refusal.data.fault)
  return answer.parse(said)
}

interface Command {
  readonly counted: Counted
  /** For whoever reads why it failed. */
  readonly named: string | undefined
  /** Ends with this server. */
  readonly command: readonly string[]
}

function confined({ counted, named: program, command }: Command, run: Run): Promise<Buffer> {
  const { memoryBytes, seconds, writtenBytes, saidBytes } = run.limits
  const bounds = [`--${counted}=${memoryBytes}`, `--cpu=${seconds}`, `--fsize=${writtenBytes}`, '--core=0']
  const child = spawn('prlimit', [...bounds, 'nice', '-n', niceness, ...command], {
    stdio: ['pipe', 'pipe', 'pipe'],
    // Nothing of the settings, which have secrets.
    env: { PATH: process.env.PATH, LANG: 'C.UTF-8' },
    ...(run.signal && { signal: run.signal, killSignal: 'SIGKILL' }),
  })
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
