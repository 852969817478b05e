import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { inspectDurability } from './redis-durability.ts'
import { startRedisProcess } from './redis-process.ts'

const silent = { debug() {}, info() {}, warn() {}, error() {} }

let dataDirectory: string
const cleanups: (() => Promise<unknown>)[] = []

beforeEach(async () => {
  dataDirectory = await mkdtemp(join(tmpdir(), 'redis-process-'))
})

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
  await rm(dataDirectory, { recursive: true })
})

async function start(options: { dataDirectory?: string; binary?: string } = {}) {
  const redisProcess = await startRedisProcess({ dataDirectory, log: silent, ...options })
  cleanups.push(() => redisProcess.close())
  return redisProcess
}

function connect(path: string): Redis {
  const redis = new Redis({ path, retryStrategy: () => 20, maxRetriesPerRequest: null })
  // ioredis prints errors without a listener; being refused is what these tests provoke.
  redis.on('error', () => {})
  cleanups.push(async () => redis.disconnect())
  return redis
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

test('runs with durable settings in a private folder, and stops when closed', async () => {
  const redisProcess = await start()
  const redis = connect(redisProcess.socketPath)
  expect(await inspectDurability(redis)).toEqual({ durable: true })
  expect((await stat(join(dataDirectory, 'redis'))).mode & 0o777).toBe(0o700)
  const pid = redisProcess.pid() ?? 0
  expect(isAlive(pid)).toBe(true)
  redis.disconnect()
  await redisProcess.close()
  expect(redisProcess.pid()).toBeUndefined()
  expect(isAlive(pid)).toBe(false)
})

test('restarts after kill -9 with all acknowledged writes, each time', async () => {
  const redisProcess = await start()
  const redis = connect(redisProcess.socketPath)
  for (const round of ['1', '2']) {
    const pid = redisProcess.pid() ?? 0
    await redis.set(round, 'kept')
    process.kill(pid, 'SIGKILL')
    await vi.waitFor(() => expect(isAlive(pid)).toBe(false), { timeout: 10_000 })
    expect(await redis.get(round)).toBe('kept')
    expect(redisProcess.pid()).not.toBe(pid)
  }
})

test('can be closed while it waits to restart', async () => {
  const redisProcess = await start()
  process.kill(redisProcess.pid() ?? 0, 'SIGKILL')
  await vi.waitFor(() => expect(redisProcess.pid()).toBeUndefined(), { interval: 1, timeout: 10_000 })
  await redisProcess.close()
  expect(redisProcess.pid()).toBeUndefined()
})

test('refuses a second server on the same folder, until the first is closed', async () => {
  const first = await start()
  await expect(start()).rejects.toThrow(/Another server is using .*DATA_DIR/)
  await first.close()
  await start()
})

test.each([
  ['in its folder', ''],
  ['elsewhere, for the path is too long for a socket', 'a'.repeat(100)],
])('a killed server leaves no stale lock and no second redis-server: socket %s', async (_case, folder) => {
  const directory = join(dataDirectory, folder)
  const server = fork(join(import.meta.dirname, 'redis-process.fixture.ts'), [directory])
  const [{ pid, socketPath }] = (await once(server, 'message')) as [{ pid: number; socketPath: string }]
  await connect(socketPath).set('key', 'kept')
  server.kill('SIGKILL')
  await once(server, 'exit')
  expect(isAlive(pid)).toBe(true)

  const redisProcess = await start({ dataDirectory: directory })
  expect(Buffer.byteLength(redisProcess.socketPath)).toBeLessThan(108)
  expect(redisProcess.pid()).not.toBe(pid)
  expect(await connect(redisProcess.socketPath).get('key')).toBe('kept')
})

test('names the package to install when redis-server is missing', async () => {
  await expect(start({ binary: 'no-such-redis-server' })).rejects.toThrow('apt-get install redis-server')
})

test('reports the output of redis-server when it cannot start, and unlocks the folder', async () => {
  const appended = join(dataDirectory, 'redis', 'appendonlydir')
  await mkdir(appended, { recursive: true })
  await writeFile(join(appended, 'appendonly.aof.manifest'), 'not a manifest\n')
  await expect(start()).rejects.toThrow(/did not start: exit code 1[\s\S]*manifest/i)
  await rm(appended, { recursive: true })
  await start()
})

test('a Redis with volatile settings is reported as not durable, with every reason', async () => {
  const redis = connect((await start()).socketPath)
  await redis.config('SET', 'appendonly', 'no')
  await redis.config('SET', 'appendfsync', 'everysec')
  await redis.config('SET', 'maxmemory-policy', 'allkeys-lru')
  expect(await inspectDurability(redis)).toEqual({
    durable: false,
    reasons: [
      'appendonly is no, but must be yes',
      'appendfsync is everysec, but must be always',
      'maxmemory-policy is allkeys-lru, but must be noeviction',
    ],
  })
})

test('a Redis that does not reveal its settings is reported as not durable', async () => {
  const { socketPath } = await start()
  await connect(socketPath).call('ACL', 'SETUSER', 'guest', 'on', 'nopass', '+@all', '-config')
  const guest = new Redis({ path: socketPath, username: 'guest', password: 'x' })
  cleanups.push(async () => guest.disconnect())
  const durability = await inspectDurability(guest)
  expect(durability).toMatchObject({ durable: false, reasons: { length: 3 } })
  expect(JSON.stringify(durability)).toContain('does not tell it')
})
