import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Redis } from 'ioredis'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { startTestRedis, type TestRedis } from '../../../tests/harness/redis.ts'
import { until } from '../../../tests/harness/wait.ts'
import { rewriteAppendOnlyFile } from './append-only-file.ts'

let server: TestRedis
let redis: Redis
let told: string[]
const log = { warn: ({ reason }: { reason?: string }) => void told.push(reason ?? '') }
beforeEach(async () => {
  server = await startTestRedis()
  redis = server.redis()
  told = []
})
afterEach(() => server.close())

const name = 'Nguyễn Thị Sáu'
async function isInFiles(): Promise<boolean> {
  const [, directory = ''] = (await redis.config('GET', 'dir')) as string[]
  const folder = join(directory, 'appendonlydir')
  const files = await Promise.all(
    // Redis removes files of before beside what else it does.
    (await readdir(folder)).map((file) => readFile(join(folder, file), 'utf8').catch(() => '')),
  )
  return files.some((content) => content.includes(name))
}
async function erase(): Promise<void> {
  await redis.set('people', name)
  await redis.del('people')
  expect(await isInFiles()).toBe(true)
}
const rewrite = (more: { isClosed?: () => boolean; patienceMs?: number } = {}) =>
  rewriteAppendOnlyFile(redis, { isClosed: () => false, log, ...more })

it('removes erased data from the append-only file while commands continue', async () => {
  await erase()
  const rewriting = rewrite()
  await redis.set('hearing', 'goes on')
  expect(await rewriting).toBe('rewritten')
  await until(async () => ((await isInFiles()) ? 'it still stands in a file' : null))
  expect(told).toEqual([])
})

it('waits for a rewrite begun before the erasure, then starts another', async () => {
  await redis.bgrewriteaof()
  await erase()
  expect(await rewrite()).toBe('rewritten')
  await until(async () => ((await isInFiles()) ? 'it still stands in a file' : null))
})

it.each([
  ['the command is refused', () => redis.acl('SETUSER', 'default', '-bgrewriteaof'), /permissions|NOPERM/],
  ['Redis says nothing of itself', () => redis.acl('SETUSER', 'default', '-info'), /INFO/],
  ['Redis keeps no such file', () => redis.config('SET', 'appendonly', 'no'), /keeps no/],
])('returns owed and logs the reason when %s', async (_what, change, reason) => {
  await erase()
  await change()
  expect(await rewrite()).toBe('owed')
  expect(told).toEqual([expect.stringMatching(reason)])
})

it('returns owed on a time-out, and null when the server is stopping', async () => {
  expect(await rewrite({ patienceMs: 0 })).toBe('owed')
  expect(await rewrite({ isClosed: () => true })).toBeNull()
})
