// Writes a backup: to a folder, where only new files are added, or to one ZIP. It is valid only once it is finished.
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { replaceFile, synced } from '../../platform/durable-file.ts'
import { type BackedUpFile, BackupError, Manifest, manifestName, measuring } from './backup-format.ts'

/** As many bytes at the beginning of a stored file identify it. */
const HEAD_BYTES = 32

export interface BackupTarget {
  /** What the target has of it already; null: nothing, or something else. `head`: its first bytes. */
  has(name: string, bytes: number, head: () => Promise<Buffer>): Promise<BackedUpFile | null>
  write(name: string, content: Readable): Promise<BackedUpFile>
  /** From now on it is a backup; what is no part of it is removed. */
  finish(manifest: Manifest): Promise<void>
  /** Nothing of it is left, but for what an earlier backup there needs. */
  abandon(): Promise<void>
}

export async function openFolder(root: string): Promise<BackupTarget> {
  await mkdir(root, { recursive: true, mode: 0o700 })
  const before = await earlierManifest(root)
  if (!before && (await readdir(root)).length > 0 && !(await isUnfinished(root)))
    throw new BackupError(`${root} is not empty and no backup: name a folder of its own.`)
  const known = new Map(before?.files.map((file) => [file.name, file]))
  return {
    async has(name, bytes, head) {
      const path = join(root, name)
      const lying = await stat(path).catch(() => null)
      if (lying?.size !== bytes || !(await headOf(path)).equals(await head())) return null
      const noted = known.get(name)
      return noted?.bytes === bytes ? noted : { name, bytes, sha256: await hashOf(path) }
    },
    async write(name, content) {
      const path = join(root, name)
      const beside = `${path}.part`
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      const { passing, measured } = measuring()
      await pipeline(content, passing, createWriteStream(beside, { mode: 0o600, flush: true }))
      await rename(beside, path)
      return { name, ...measured() }
    },
    async finish(manifest) {
      await replaceFile(join(root, manifestName), `${JSON.stringify(manifest, null, 1)}\n`)
      const wanted = new Set([manifestName, ...manifest.files.map(({ name }) => name)])
      for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
        const path = join(entry.parentPath, entry.name)
        if (entry.isFile() && !wanted.has(path.slice(root.length + 1))) await rm(path)
      }
    },
    // What was copied serves the next attempt.
    abandon: async () => undefined,
  }
}

async function earlierManifest(root: string): Promise<Manifest | null> {
  const text = await readFile(join(root, manifestName), 'utf8').catch(() => null)
  if (text === null) return null
  try {
    return Manifest.parse(JSON.parse(text))
  } catch {
    return null
  }
}

/** A first backup that was broken off. */
const isUnfinished = async (root: string) =>
  (await readdir(root)).every((name) => ['objects', 'data-keys', 'keys'].includes(name))

export async function openZip(path: string): Promise<BackupTarget> {
  if (await stat(path).catch(() => null)) throw new BackupError(`${path} is there already: name a new file.`)
  const beside = `${path}.part`
  await mkdir(dirname(path), { recursive: true })
  const zip = new ZipFile()
  const written = pipeline(zip.outputStream, createWriteStream(beside, { mode: 0o600, flush: true }))
  written.catch(() => undefined)
  return {
    has: async () => null,
    async write(name, content) {
      const { passing, measured } = measuring()
      // Encrypted bytes do not become fewer.
      zip.addReadStream(passing, name, { compress: false })
      await Promise.race([pipeline(content, passing), written.then(() => undefined)])
      return { name, ...measured() }
    },
    async finish(manifest) {
      zip.addBuffer(Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`), manifestName)
      zip.end()
      await written
      await rename(beside, path)
      await synced(dirname(path))
    },
    abandon: () => rm(beside, { force: true }),
  }
}

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(HEAD_BYTES) })
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk)
  return hash.digest('hex')
}
