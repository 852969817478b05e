// Backs up an installation with an external Redis (user and password) while it is written to, and restores such a
// Redis.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { restoreBackup } from '../../server/custody/backup/restore-backup.ts'
import { takeBackup } from '../../server/custody/backup/take-backup.ts'
import { inspectDurability } from '../../server/platform/redis-durability.ts'
import { openStore } from '../../server/platform/store/open-store.ts'
import { freePort } from '../harness/free-port.ts'

const password = 'mật khẩu/có dấu:@'
const commits = '{session:elsewhere}:journal'

interface RedisElsewhere {
  readonly url: string
  readonly redis: Redis
  readonly process: ChildProcess
}

let scratch: string
const running: RedisElsewhere[] = []
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'diemcau-redis-elsewhere-'))
})
afterAll(async () => {
  for (const one of running) {
    one.redis.disconnect()
    one.process.kill('SIGKILL')
    await once(one.process, 'exit')
  }
  await rm(scratch, { recursive: true })
})

/** As docker-compose.yml starts one, with a user that may do what the server and a replica do. */
async function startRedis(directory: string): Promise<RedisElsewhere> {
  await mkdir(directory, { recursive: true })
  const port = await freePort()
  const durable = ['--appendonly', 'yes', '--appendfsync', 'always', '--maxmemory-policy', 'noeviction', '--save', '']
  const only = ['--user', 'default', 'off', '--user', 'diemcau', 'on', `>${password}`, '~*', '&*', '+@all']
  const child = spawn(
    'setpriv',
    [
      '--pdeathsig',
      'KILL',
      'redis-server',
      '--port',
      `${port}`,
      '--bind',
      '127.0.0.1',
      '--dir',
      directory,
      ...durable,
      ...only,
    ],
    { stdio: 'ignore' },
  )
  const url = `redis://diemcau:${encodeURIComponent(password)}@127.0.0.1:${port}/0`
  const redis = new Redis(url, { retryStrategy: () => 20, maxRetriesPerRequest: null })
  redis.on('error', () => undefined)
  const ended = once(child, 'exit').then(([code]) => Promise.reject(new Error(`redis-server ended: exit code ${code}`)))
  ended.catch(() => undefined)
  await Promise.race([redis.ping(), ended])
  const started = { url, redis, process: child }
  running.push(started)
  return started
}

it('a backup is a consistent snapshot, from which another external Redis can be started', async () => {
  const dataDir = join(scratch, 'data')
  await mkdir(dataDir)
  const { store } = await openStore({ dataDir })
  await writeFile(join(scratch, 'report'), 'the report')
  await store.put('documents/session-elsewhere/report', join(scratch, 'report'))
  const { redis, url } = await startRedis(join(scratch, 'redis'))
  let written = 0
  const begun = Promise.withResolvers<void>()
  const stop = new AbortController()
  const writing = (async () => {
    while (!stop.signal.aborted) {
      written += 1
      await redis.xadd(commits, `${written}-0`, 'commit', `commit ${written}`)
      begun.resolve()
    }
  })()
  await begun.promise
  const before = written
  const backup = join(scratch, 'backup.zip')
  await takeBackup({ dataDir, redisUrl: url }, backup, true)
  const after = written
  stop.abort()
  await writing

  const to = join(scratch, 'restored')
  await restoreBackup({ from: backup, to, keys: null, erasures: null })
  await cp(join(to, 'redis', 'appendonlydir'), join(scratch, 'redis-anew', 'appendonlydir'), { recursive: true })
  const anew = await startRedis(join(scratch, 'redis-anew'))
  const entries = await anew.redis.xrange(commits, '-', '+')
  expect(entries.length).toBeGreaterThanOrEqual(before)
  expect(entries.length).toBeLessThanOrEqual(after)
  expect(entries.map(([, fields]) => fields[1])).toEqual(entries.map((_entry, n) => `commit ${n + 1}`))
  expect(await inspectDurability(anew.redis)).toMatchObject({ durable: true })
  // It goes on where it was, and keeps that.
  await anew.redis.xadd(commits, '*', 'commit', 'after the restore')
  expect(await (await openStore({ dataDir: to })).store.open('documents/session-elsewhere/report')).toMatchObject({
    bytes: 'the report'.length,
  })
})

it('without redis-cli the backup fails and names the package to install', async () => {
  const programs = process.env.PATH
  process.env.PATH = scratch
  try {
    const failed = takeBackup(
      { dataDir: join(scratch, 'data'), redisUrl: running[0]?.url },
      join(scratch, 'failed.zip'),
      true,
    )
    await expect(failed).rejects.toThrow(/apt-get install redis-tools/)
  } finally {
    process.env.PATH = programs
  }
})

it.each([
  ['a wrong password', (url: string) => url.replace(encodeURIComponent(password), 'wrong'), /no snapshot/],
  ['a Redis that nobody started', () => 'redis://127.0.0.1:9/0', /no snapshot.*refused/s],
])('with %s the backup fails without revealing the password, and leaves no file', async (_what, wrong, words) => {
  const dataDir = join(scratch, 'data')
  const [one] = running
  const failed = takeBackup({ dataDir, redisUrl: wrong(one?.url ?? '') }, join(scratch, 'failed.zip'), true)
  await expect(failed).rejects.toThrow(words)
  await expect(failed).rejects.not.toThrow(/wrong@|mật khẩu/)
  expect((await readdir(scratch)).filter((name) => name.startsWith('failed'))).toEqual([])
})
