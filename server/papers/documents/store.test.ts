import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { v7 as newId } from 'uuid'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { SessionId } from '../../../shared/kernel/ids.ts'
import { openStore } from '../../platform/store/open-store.ts'
import { openDocumentStore } from './store.ts'

const sessionId = SessionId.parse('phien-1')
const [first, second] = ['a'.repeat(64), 'b'.repeat(64)]
let directory: string
const clear = (name = '') => join(directory, 'documents', `session-${sessionId}`, name)
const open = async () => openDocumentStore(directory, newId, (await openStore({ dataDir: directory })).store)
const isRunning = new AbortController().signal

/** As versions before the store kept them. */
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'diemcau-documents-'))
  await mkdir(clear(), { recursive: true })
  await writeFile(clear(first), 'the first, in clear')
  await writeFile(clear(second), 'the second, in clear')
  await writeFile(clear(`.${second}.torn`), 'the sec')
})
afterEach(() => rm(directory, { recursive: true }))

const content = async (store: Awaited<ReturnType<typeof open>>, sha256: string) => {
  const stream = await store.read(sessionId, sha256)
  return stream && text(stream)
}
const inClear = async () => {
  const files = await readdir(directory, { recursive: true, withFileTypes: true })
  const texts = files
    .filter((entry) => entry.isFile())
    .map((entry) => readFile(join(entry.parentPath, entry.name), 'utf8'))
  return (await Promise.all(texts)).filter((one) => one.includes('in clear')).length
}

it('unencrypted documents of an earlier version can be read, are encrypted in the background, and stay readable', async () => {
  const store = await open()
  expect(await content(store, first)).toBe('the first, in clear')
  expect(await store.keep(sessionId, first, clear(second))).toBe(false)
  await store.takeOver(isRunning)
  expect([await content(store, first), await content(store, second)]).toEqual([
    'the first, in clear',
    'the second, in clear',
  ])
  expect(await inClear()).toBe(0)
  expect(await readdir(join(directory, 'documents'))).toEqual(['incoming'])
})

it('an interrupted encryption is continued, also between storing a file and removing the original', async () => {
  const broken = await open()
  await broken.keep(sessionId, first, clear(first))
  const { store } = await openStore({ dataDir: directory })
  await store.put(`documents/session-${sessionId}/${first}`, clear(first))
  await expect(broken.takeOver(AbortSignal.abort(new Error('the server stops')))).rejects.toThrow('stops')
  const next = await open()
  expect(await content(next, first)).toBe('the first, in clear')
  await next.takeOver(isRunning)
  expect(await content(next, second)).toBe('the second, in clear')
  expect(await inClear()).toBe(0)
})

it('a document deleted before it was encrypted does not come back, nor does one without an owner', async () => {
  const store = await open()
  await store.drop(sessionId, first)
  expect(await content(store, first)).toBeNull()
  await store.keepOnly(sessionId, new Set())
  expect(await content(store, second)).toBeNull()
  await store.takeOver(isRunning)
  expect(await content(store, second)).toBeNull()
})

it('a file put into the old folder later is not treated as a document', async () => {
  const store = await open()
  await store.takeOver(isRunning)
  await mkdir(clear(), { recursive: true })
  await writeFile(clear('c'.repeat(64)), 'laid there')
  expect(await content(store, 'c'.repeat(64))).toBeNull()
})
