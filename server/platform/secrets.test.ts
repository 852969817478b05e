import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { loadSecrets } from './secrets.ts'

let directory: string
const file = () => join(directory, 'secrets.json')
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'diemcau-secrets-'))
})
afterEach(() => rm(directory, { recursive: true }))

it('creates the keys at the first start with mode 600, and reads the same keys afterwards', async () => {
  const dataDirectory = join(directory, 'not', 'there', 'yet')
  const first = await loadSecrets(dataDirectory)
  expect([first.linkKey.length, first.peopleKey.length]).toEqual([32, 32])
  expect(first.linkKey.equals(first.peopleKey)).toBe(false)
  expect(await loadSecrets(dataDirectory)).toEqual(first)
  expect(await readdir(dataDirectory)).toEqual(['secrets.json'])
  expect((await stat(join(dataDirectory, 'secrets.json'))).mode & 0o777).toBe(0o600)
})

it('never replaces existing keys', async () => {
  await loadSecrets(directory)
  const before = await readFile(file(), 'utf8')
  await Promise.all([loadSecrets(directory), loadSecrets(directory)])
  expect(await readFile(file(), 'utf8')).toBe(before)
})

it('refuses keys that other users of the machine may read', async () => {
  await loadSecrets(directory)
  await chmod(file(), 0o644)
  await expect(loadSecrets(directory)).rejects.toThrow(/secrets\.json cannot be used .*chmod 600/)
})

it.each([
  ['no JSON', '{"linkKey":'],
  ['a key too short', JSON.stringify({ linkKey: 'abc', peopleKey: 'A'.repeat(43) })],
  ['a key missing', JSON.stringify({ linkKey: 'A'.repeat(43) })],
])('reports a damaged file and does not change it: %s', async (_case, content) => {
  await writeFile(file(), content, { mode: 0o600 })
  await expect(loadSecrets(directory)).rejects.toThrow(/secrets\.json is damaged .*restore it from the backup/)
  expect(await readFile(file(), 'utf8')).toBe(content)
})

it('reports a folder that cannot be written', async () => {
  await writeFile(join(directory, 'file'), '')
  await expect(loadSecrets(join(directory, 'file'))).rejects.toThrow(/secrets\.json cannot be (made|used)/)
})
