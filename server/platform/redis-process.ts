// The server's own redis-server, used without REDIS_URL: started, restarted when it dies, stopped with the server.
// Called by app/base.ts. It owns the process and its folder, not the connections to it.

import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readlink, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { lockDirectory } from './directory-lock.ts'
import { doublingDelays, keepRunning } from './keep-running.ts'
import { killUnless } from './kill-unless.ts'

type LogLine = (fields: object, message: string) => void
type Log = { debug: LogLine; info: LogLine; warn: LogLine; error: LogLine }

export type RedisProcess = {
  readonly socketPath: string
  /** Undefined while it is being restarted. */
  pid(): number | undefined
  close(): Promise<void>
}

type Options = {
  dataDirectory: string
  log: Log
  /** Program to run; found on PATH when it has no slash. */
  binary?: string
}

// sockaddr_un holds 108 bytes with the closing zero.
const LONGEST_SOCKET_PATH = 107
const restartDelay = doublingDelays(100, 5_000)
/** A process that lived this long was well: its death starts the delays anew. */
const HEALTHY_AFTER_MS = 30_000
const STOP_WITHIN_MS = 15_000
const OUTPUT_LINES_KEPT = 10

/** @throws Error when another server uses the folder, or redis-server cannot be started; its text says why. */
export async function startRedisProcess({
  dataDirectory,
  log,
  binary = 'redis-server',
}: Options): Promise<RedisProcess> {
  const directory = join(dataDirectory, 'redis')
  await mkdir(directory, { recursive: true })
  await chmod(directory, 0o700)
  const lock = await lockDirectory(directory)
  try {
    const socketPath = await placeSocket(directory)
    await endOrphan(socketPath, log)
    const supervisor = new Supervisor({ directory, socketPath, log, binary })
    await supervisor.start()
    return {
      socketPath,
      pid: () => supervisor.pid(),
      async close() {
        await supervisor.close()
        await lock.close()
      },
    }
  } catch (error) {
    await lock.close()
    throw error
  }
}

/** Keeps one redis-server running until closed. */
class Supervisor {
  readonly #directory: string
  readonly #socketPath: string
  readonly #log: Log
  readonly #binary: string
  readonly #closed = new AbortController()
  #child: ChildProcess | undefined
  #restarts: Promise<void> = Promise.resolve()

  constructor(options: { directory: string; socketPath: string; log: Log; binary: string }) {
    this.#directory = options.directory
    this.#socketPath = options.socketPath
    this.#log = options.log
    this.#binary = options.binary
  }

  pid(): number | undefined {
    return this.#child?.pid
  }

  async start(): Promise<void> {
    const { ended, output } = this.#spawn()
    const ready = waitUntilReady(this.#socketPath)
    try {
      await Promise.race([
        ready.promise,
        ended.then((reason) => {
          throw new Error([`redis-server did not start: ${reason}`, ...output].join('\n  '))
        }),
      ])
    } finally {
      ready.stop()
    }
    this.#log.info({ pid: this.pid(), socketPath: this.#socketPath }, 'redis-server is running')
    this.#restarts = this.#keepRunning({ ended })
  }

  async close(): Promise<void> {
    this.#closed.abort()
    await end(this.#child)
    await this.#restarts
  }

  #keepRunning(first: { ended: Promise<string> }): Promise<void> {
    return keepRunning({
      first,
      start: async () => {
        const restarted = this.#spawn()
        this.#log.info({ pid: this.pid() }, 'redis-server restarted')
        return restarted
      },
      ended: (reason, restartInMs) => this.#log.error({ reason, restartInMs }, 'redis-server died'),
      delayAfter: restartDelay,
      steadyAfterMs: HEALTHY_AFTER_MS,
      signal: this.#closed.signal,
    })
  }

  #spawn(): { ended: Promise<string>; output: string[] } {
    const child = spawn(this.#binary, serverArguments(this.#directory, this.#socketPath), {
      stdio: ['ignore', 'pipe', 'pipe'],
      // Its own process group: Ctrl-C in a terminal must reach this server alone, which still has commits to store.
      detached: true,
    })
    this.#child = child
    const output: string[] = []
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        output.push(line)
        if (output.length > OUTPUT_LINES_KEPT) output.shift()
        // Redis marks what an operator should read with '#'.
        if (/^\d+:\w .* # /.test(line)) this.#log.warn({ line }, 'redis-server says')
        else this.#log.debug({ line }, 'redis-server says')
      })
    }
    const ended = new Promise<string>((resolve) => {
      child.once('error', (error: NodeJS.ErrnoException) => {
        this.#child = undefined
        resolve(
          error.code === 'ENOENT' ? `${this.#binary} is not installed (apt-get install redis-server)` : error.message,
        )
      })
      child.once('close', (code, signal) => {
        this.#child = undefined
        resolve(signal ? `killed by ${signal}` : `exit code ${code}`)
      })
    })
    return { ended, output }
  }
}

function serverArguments(directory: string, socketPath: string): string[] {
  return [
    ['--port', '0'],
    ['--unixsocket', socketPath],
    ['--unixsocketperm', '700'],
    ['--dir', directory],
    ['--appendonly', 'yes'],
    ['--appendfsync', 'always'],
    ['--maxmemory-policy', 'noeviction'],
    ['--save', ''],
  ].flat()
}

/**
 * Where the socket goes: in the folder, or in a private temporary one when that path is too long for the kernel. Then the
 * folder holds a link to it, so that the next server finds an orphan there.
 */
async function placeSocket(directory: string): Promise<string> {
  const path = join(directory, 'redis.sock')
  if (Buffer.byteLength(path) <= LONGEST_SOCKET_PATH) return path
  const earlier = await readlink(path).catch(() => undefined)
  if (earlier !== undefined && (await askProcessId(earlier)) !== undefined) return earlier
  if (earlier !== undefined) await rm(dirname(earlier), { recursive: true, force: true })
  await rm(path, { force: true })
  const elsewhere = join(await mkdtemp(join(tmpdir(), 'diemcau-')), 'redis.sock')
  await symlink(elsewhere, path)
  return elsewhere
}

/** A server that was killed leaves its redis-server running: it is ended in good order, for a fresh child to take over. */
async function endOrphan(socketPath: string, log: Log): Promise<void> {
  const pid = await askProcessId(socketPath)
  if (pid === undefined) return
  log.warn({ pid }, 'ending the redis-server that a killed server left behind')
  process.kill(pid, 'SIGTERM')
  const giveUpAt = performance.now() + STOP_WITHIN_MS
  while (isRunning(pid)) {
    if (performance.now() > giveUpAt)
      throw new Error(`redis-server ${pid} from an earlier run does not stop: kill -9 ${pid}`)
    await delay(50)
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** The process that answers on the socket; undefined when nothing listens there. */
async function askProcessId(socketPath: string): Promise<number | undefined> {
  const redis = new Redis({
    path: socketPath,
    lazyConnect: true,
    enableReadyCheck: false,
    retryStrategy: () => null,
    connectTimeout: 5_000,
    commandTimeout: 5_000,
  })
  // ioredis prints connection errors that nobody listens to; here the refused connect() already tells.
  redis.on('error', () => {})
  try {
    await redis.connect()
  } catch {
    return undefined
  }
  try {
    const info = await redis.info('server')
    return Number(/process_id:(\d+)/.exec(info)?.[1])
  } catch (error) {
    // It was just ending. One that is only slow must not be taken for gone: two would write one file.
    if (redis.status !== 'end') throw error
    await delay(50)
    return askProcessId(socketPath)
  } finally {
    redis.disconnect()
  }
}

/** Ready means that the whole journal is loaded, which takes as long as it takes. */
function waitUntilReady(socketPath: string): { promise: Promise<unknown>; stop(): void } {
  const redis = new Redis({ path: socketPath, retryStrategy: () => 20, maxRetriesPerRequest: null })
  redis.on('error', () => {})
  return { promise: redis.ping(), stop: () => redis.disconnect() }
}

async function end(child: ChildProcess | undefined): Promise<void> {
  if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  const closed = once(child, 'close')
  child.kill('SIGTERM')
  await killUnless(closed, STOP_WITHIN_MS, () => child.kill('SIGKILL'))
}
