// A redis-server for one test: durable like the real one, on a private socket; the test may kill and restart it.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis, type RedisOptions } from 'ioredis'

export interface TestRedis {
  readonly socketPath: string
  /** A new connection, closed by close(). While the server is down its commands fail after one attempt to reconnect. */
  redis(options?: RedisOptions): Redis
  /** As `kill -9`. Resolves when the process is gone. */
  kill(): Promise<void>
  /** Resolves when the server has loaded its data and every connection made here is ready again. */
  restart(): Promise<void>
  close(): Promise<void>
}

/** In memory an fsync costs nothing, and a killed process loses nothing either: that takes a machine that goes down. */
const memory = '/dev/shm'
/** Below it, as in a container that was given the usual 64 MB, a test could fill it. */
const enoughBytes = 2 ** 30

async function fastestFolder(): Promise<string> {
  const found = await statfs(memory).catch(() => null)
  return found && found.bavail * found.bsize >= enoughBytes ? memory : tmpdir()
}

export async function startTestRedis(): Promise<TestRedis> {
  const directory = await mkdtemp(join(await fastestFolder(), 'diemcau-redis-'))
  const socketPath = join(directory, 'redis.sock')
  const connections = new Set<Redis>()
  let server = await startServer(directory, socketPath)

  async function kill() {
    if (server.exitCode !== null || server.signalCode !== null) return
    server.kill('SIGKILL')
    await once(server, 'exit')
  }

  return {
    socketPath,
    redis(options = {}) {
      const redis = new Redis({ path: socketPath, retryStrategy: () => 20, maxRetriesPerRequest: 1, ...options })
      // ioredis prints connection errors that nobody listens to; here they are provoked.
      redis.on('error', () => {})
      connections.add(redis)
      redis.once('end', () => connections.delete(redis))
      return redis
    },
    kill,
    async restart() {
      await kill()
      server = await startServer(directory, socketPath)
      await Promise.all([...connections].map((redis) => redis.status === 'ready' || once(redis, 'ready')))
    },
    async close() {
      for (const redis of connections) redis.disconnect()
      await kill()
      await rm(directory, { recursive: true })
    },
  }
}

/** On Linux the kernel ends it with us, even when a test that hangs is killed. */
const [program, ...programArguments] =
  process.platform === 'linux'
    ? (['setpriv', '--pdeathsig', 'KILL', 'redis-server'] as const)
    : (['redis-server'] as const)

async function startServer(directory: string, socketPath: string): Promise<ChildProcess> {
  // A socket file left by a killed server must not be mistaken for the new one's.
  await rm(socketPath, { force: true })
  const server = spawn(
    program,
    [
      ...programArguments,
      ...['--port', '0'],
      ...['--unixsocket', socketPath],
      ...['--dir', directory],
      ...['--appendonly', 'yes'],
      ...['--appendfsync', 'always'],
      ...['--maxmemory-policy', 'noeviction'],
      ...['--save', ''],
    ],
    { stdio: 'ignore' },
  )
  const ended = once(server, 'exit').then(([code]) => {
    throw new Error(`redis-server did not start: exit code ${code}`)
  })
  // From here on its end is the test's own doing.
  ended.catch(() => {})
  const redis = new Redis({ path: socketPath, retryStrategy: () => 10, maxRetriesPerRequest: null })
  redis.on('error', () => {})
  try {
    await Promise.race([redis.ping(), ended])
  } finally {
    redis.disconnect()
  }
  return server
}
