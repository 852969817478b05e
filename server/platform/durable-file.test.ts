import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { replaceFile, writeOnce } from './durable-file.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'durable-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

it('writeOnce keeps the first of two contents', async () => {
  const path = join(folder, 'seal.json')
  expect(await Promise.all([writeOnce(path, 'one'), writeOnce(path, 'other')])).toContain(false)
  const first = await readFile(path, 'utf8')
  expect(await writeOnce(path, 'later')).toBe(false)
  expect(await readFile(path, 'utf8')).toBe(first)
})

it('replaceFile writes the new content with mode 600 and leaves no temporary file', async () => {
  const path = join(folder, 'keys.json')
  await replaceFile(path, 'old')
  await replaceFile(path, 'new')
  expect(await readFile(path, 'utf8')).toBe('new')
  expect((await stat(path)).mode & 0o777).toBe(0o600)
  expect(await readdir(folder)).toEqual(['keys.json'])
})

it('a failed replaceFile keeps what was there and leaves no temporary file', async () => {
  const path = join(folder, 'keys.json')
  await replaceFile(join(path, 'in-a-folder'), 'x')
  await expect(replaceFile(path, 'new')).rejects.toThrow()
  expect(await readdir(folder)).toEqual(['keys.json'])
  expect(await readdir(path)).toEqual(['in-a-folder'])
})
