// The store in a folder of this machine: each file is written to a temporary name, made durable, then renamed.
import { mkdir, open, readdir, rename, rm, rmdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { synced } from '../durable-file.ts'
import { openedFile } from '../opened-file.ts'
import type { Place } from './place.ts'

/** For the server's user alone. */
const folderMode = 0o700
const incoming = 'incoming'

export interface DiskPlace extends Place {
  /** The file lies in the folder `to` from now on, under the same name, and no more here. False: it is not there. */
  handOver(name: string, to: string): Promise<boolean>
  /** Drops what a program that ended has left half-written: whatever nobody has written to since then (epoch ms). @returns how many files. */
  dropHalfWritten(since: number): Promise<number>
}

export async function openDiskPlace(root: string, newId: () => string): Promise<DiskPlace> {
  await mkdir(join(root, incoming), { recursive: true, mode: folderMode })
  const pathOf = (name: string) => join(root, name)
  /** However long a disk takes to make them durable. */
  const writing = new Set<string>()

  async function* list(prefix: string): AsyncGenerator<{ name: string; bytes: number }> {
    const folder = prefix.includes('/') ? prefix.slice(0, prefix.lastIndexOf('/')) : '.'
    for (const entry of await entriesOf(pathOf(folder))) {
      const name = folder === '.' ? entry.name : `${folder}/${entry.name}`
      if (!entry.isDirectory()) {
        const bytes = name.startsWith(prefix) ? await sizeOf(pathOf(name)) : null
        if (bytes !== null) yield { name, bytes }
      } else if (name.startsWith(prefix) || prefix.startsWith(`${name}/`))
        yield* list(prefix.startsWith(`${name}/`) ? prefix : `${name}/`)
    }
  }

  return {
    description: root,
    async put(name, content, bytes) {
      const id = newId()
      const beside = join(root, incoming, id)
      writing.add(id)
      try {
        const written = await write(beside, content)
        if (written !== bytes) throw new Error(`${written} bytes came for ${name} instead of ${bytes}`)
        await moveTo(pathOf(name), beside)
      } finally {
        writing.delete(id)
        await rm(beside, { force: true })
      }
    },
    read: (name, range) => openedFile(pathOf(name), range),
    size: (name) => sizeOf(pathOf(name)),
    async remove(name) {
      await rm(pathOf(name), { force: true })
      await withoutEmptyFolders(root, dirname(name))
    },
    list,
    async handOver(name, to) {
      try {
        await moveTo(join(to, name), pathOf(name))
      } catch (error) {
        if (isGone(error)) return false
        throw error
      }
      await withoutEmptyFolders(root, dirname(name))
      return true
    },
    async dropHalfWritten(since) {
      let dropped = 0
      for (const { name } of await entriesOf(join(root, incoming))) {
        const path = join(root, incoming, name)
        const writtenAt = (await ifThere(stat(path)))?.mtimeMs
        if (writing.has(name) || writtenAt === undefined || writtenAt >= since) continue
        await rm(path, { force: true })
        dropped += 1
      }
      return dropped
    },
  }
}

/** Again when the folder went with its last file meanwhile. */
async function moveTo(path: string, from: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      // It may fail, too: a folder above may go while it makes the one beneath.
      await makeFolder(dirname(path))
      await rename(from, path)
      return await synced(dirname(path))
    } catch (error) {
      if (!isGone(error) || attempt === 5) throw error
    }
  }
}

/** As many folders as there were sessions would be looked through each time. */
async function withoutEmptyFolders(root: string, folder: string): Promise<void> {
  for (let empty = folder; empty.includes('/'); empty = dirname(empty)) {
    try {
      await rmdir(join(root, empty))
    } catch {
      // It has other files, or is gone already.
      return
    }
  }
}

async function write(path: string, content: Readable): Promise<number> {
  const file = await open(path, 'wx', 0o600)
  const stream = file.createWriteStream({ flush: true })
  await pipeline(content, stream)
  return stream.bytesWritten
}

/** The folders that it makes are durable too. */
async function makeFolder(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode: folderMode })
  for (let made = path; first !== undefined && made.length >= first.length; made = dirname(made))
    await synced(dirname(made))
}

const isGone = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT'

const sizeOf = async (path: string): Promise<number | null> => (await ifThere(stat(path)))?.size ?? null

async function ifThere<T>(asking: Promise<T>): Promise<T | null> {
  try {
    return await asking
  } catch (error) {
    if (isGone(error)) return null
    throw error
  }
}

const entriesOf = async (path: string) => (await ifThere(readdir(path, { withFileTypes: true }))) ?? []
