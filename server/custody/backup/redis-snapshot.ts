// Takes a consistent snapshot of Redis as one RDB file, and starts the server’s own Redis from such a file. redis-cli
// requests it like a replica, so it works for a local and a remote Redis, while commits continue.
import { execFile } from 'node:child_process'
import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type RedisProcess, startRedisProcess } from '../../platform/redis-process.ts'
import { BackupError } from './backup-format.ts'

const run = promisify(execFile)
const quiet = { debug() {}, info() {}, warn() {}, error() {} }

export async function snapshotRedis(dataDir: string, redisUrl: string | undefined, to: string): Promise<void> {
  if (redisUrl) return snapshot(...addressOf(redisUrl), to)
  const socket = join(dataDir, 'redis', 'redis.sock')
  if (await answers(socket)) return snapshot(['-s', socket], {}, to)
  // The server does not run: its Redis is started for as long as it takes.
  let own: RedisProcess
  try {
    own = await startRedisProcess({ dataDirectory: dataDir, log: quiet })
  } catch (cause) {
    throw new BackupError(`The Redis of ${dataDir} could not be read: ${reasonOf(cause)}`, { cause })
  }
  try {
    await snapshot(['-s', own.socketPath], {}, to)
  } finally {
    await own.close()
  }
}

const answers = (socket: string) =>
  run('redis-cli', ['-s', socket, 'ping']).then(
    ({ stdout }) => stdout.trim() === 'PONG',
    () => false,
  )

async function snapshot(where: string[], environment: NodeJS.ProcessEnv, to: string): Promise<void> {
  try {
    await run('redis-cli', [...where, '--rdb', to], { env: { ...process.env, ...environment } })
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')
      throw new BackupError('redis-cli is not installed here: apt-get install redis-tools.', { cause })
    throw new BackupError(`Redis gave no snapshot: ${reasonOf(cause)}`, { cause })
  }
}

/** The password goes by the environment, which other users do not see. */
function addressOf(redisUrl: string): [string[], NodeJS.ProcessEnv] {
  const { protocol, hostname, port, username, password } = new URL(redisUrl)
  const user = username === '' ? [] : ['--user', decodeURIComponent(username)]
  return [
    ['-h', hostname, '-p', port || '6379', ...user, ...(protocol === 'rediss:' ? ['--tls'] : [])],
    password === '' ? {} : { REDISCLI_AUTH: decodeURIComponent(password) },
  ]
}

/**
 * What the own Redis starts from, or one elsewhere once it lies in its folder. Redis reads no RDB when it keeps an append-only file: the
 * snapshot becomes the base of one (redis.io, “Multi-part AOF”).
 */
export async function makeOwnRedis(dataDir: string, snapshotFile: string): Promise<void> {
  const folder = join(dataDir, 'redis', 'appendonlydir')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const base = 'appendonly.aof.1.base.rdb'
  await copyFile(snapshotFile, join(folder, base))
  await writeFile(join(folder, 'appendonly.aof.manifest'), `file ${base} seq 1 type b\n`, { flush: true })
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
