// The real server in its own process, with the sample session of the demo, for end-to-end tests and benchmarks in a
// browser. It may be killed and started again with the same data and ports.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { freePort } from './free-port.ts'

const Announcement = z.object({
  baseUrl: z.url(),
  sessionId: z.string(),
  links: z.object({
    chair: z.url(),
    secretary: z.url(),
    siteA: z.url(),
    siteB: z.url(),
    citizen: z.url(),
    observer: z.url(),
  }),
})
type Announcement = z.infer<typeof Announcement>
export type LinkName = keyof Announcement['links']

const linesKept = 200

export class DemoServer {
  readonly #directory: string
  readonly #environment: NodeJS.ProcessEnv
  #process: ChildProcess
  /** The last lines the server wrote, for the message of a failing test. */
  readonly output: string[] = []
  announcement: Announcement

  private constructor(
    directory: string,
    environment: NodeJS.ProcessEnv,
    started: { process: ChildProcess; announcement: Announcement },
  ) {
    this.#directory = directory
    this.#environment = environment
    this.#process = started.process
    this.announcement = started.announcement
  }

  static async start(settings: Record<string, string> = {}): Promise<DemoServer> {
    const directory = await mkdtemp(join(tmpdir(), 'diemcau-e2e-'))
    const environment = { ...(await environmentIn(directory)), ...settings }
    const output: string[] = []
    const announced = await launch('server/demo.ts', environment, output)
    const server = new DemoServer(directory, environment, {
      process: announced.process,
      announcement: Announcement.parse(JSON.parse(announced.line)),
    })
    server.output.push(...output)
    return server
  }

  get url(): string {
    return this.announcement.baseUrl
  }

  link(name: LinkName): string {
    return this.announcement.links[name]
  }

  /** Where it keeps everything. */
  get directory(): string {
    return this.#directory
  }

  get pid(): number {
    const { pid } = this.#process
    if (pid === undefined) throw new Error('the server is not running')
    return pid
  }

  /** As `kill -9`. Resolves when the process is gone. */
  async kill(): Promise<void> {
    await end(this.#process, 'SIGKILL')
  }

  /** A new installation: no account, no session. `setUpUrl` makes the first administrator. */
  static async startEmpty(
    settings: Record<string, string> = {},
  ): Promise<{ setUpUrl: string; directory: string; readonly output: readonly string[]; close(): Promise<void> }> {
    const directory = await mkdtemp(join(tmpdir(), 'diemcau-e2e-'))
    const output: string[] = []
    const environment = { ...(await environmentIn(directory)), ...settings }
    const { process } = await launch('server/main.ts', environment, output, (line) => line.includes('/setup#'))
    const setUpUrl = output.join('\n').match(/https?:\S+\/setup#\S+/)?.[0]
    if (!setUpUrl) throw new Error(`no set-up link in:\n${output.join('\n')}`)
    return {
      setUpUrl,
      directory,
      output,
      async close() {
        await end(process, 'SIGTERM')
        await rm(directory, { recursive: true })
      },
    }
  }

  /** An installation that is there already, as it is after a restore. The folder stays. */
  static async startOn(
    directory: string,
    settings: Record<string, string> = {},
  ): Promise<{ url: string; readonly output: readonly string[]; close(): Promise<void> }> {
    const output: string[] = []
    const environment = { ...(await environmentIn(directory)), ...settings }
    const { process } = await launch('server/main.ts', environment, output)
    return { url: `http://localhost:${environment.PORT}`, output, close: () => end(process, 'SIGTERM') }
  }

  /** The same data and ports, without a new sample session: what `npm start` would do after a crash. */
  async startAgain(): Promise<void> {
    const { process } = await launch('server/main.ts', this.#environment, this.output)
    this.#process = process
  }

  async close(): Promise<void> {
    await end(this.#process, 'SIGTERM')
    await rm(this.#directory, { recursive: true })
  }
}

async function environmentIn(directory: string): Promise<NodeJS.ProcessEnv> {
  return {
    ...process.env,
    HOST: '127.0.0.1',
    // Fixed for this server, so that pages find it again after a restart.
    PORT: String(await freePort()),
    DATA_DIR: directory,
    MEDIA_PORT: '0',
    MEDIA_WORKERS: '2',
    LOG_LEVEL: 'warn',
    // Each walk starts a server: the second one finds its modules compiled.
    NODE_COMPILE_CACHE: join(tmpdir(), 'diemcau-compiled'),
  }
}

const saysItIsUp = (line: string) => line.startsWith('{"baseUrl"') || line.includes('is running')

/** Resolves with the first line on standard output that says so. */
async function launch(
  program: string,
  environment: NodeJS.ProcessEnv,
  output: string[],
  isUp: (line: string) => boolean = saysItIsUp,
): Promise<{ process: ChildProcess; line: string }> {
  const child = spawn(process.execPath, [program, '--json'], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
  const endWithUs = () => child.kill('SIGKILL')
  process.once('exit', endWithUs)
  child.once('exit', () => process.off('exit', endWithUs))
  const keep = (line: string) => {
    output.push(line)
    if (output.length > linesKept) output.shift()
  }
  createInterface({ input: child.stderr }).on('line', keep)
  const lines = createInterface({ input: child.stdout })
  return new Promise((resolve, fail) => {
    child.once('exit', (code) => fail(new Error(`${program} ended with ${code}:\n${output.join('\n')}`)))
    lines.on('line', (line) => {
      keep(line)
      if (isUp(line)) resolve({ process: child, line })
    })
  })
}

/** @throws when one that is asked to stop does not end in order: what it writes last would be lost. */
async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill(signal)
  await once(child, 'exit')
  if (signal === 'SIGTERM' && child.exitCode !== 0)
    throw new Error(`the server did not stop in order: exit code ${child.exitCode}, signal ${child.signalCode}`)
}
