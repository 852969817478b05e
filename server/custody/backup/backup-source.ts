// Reads the files of a backup by name, from a folder or from a ZIP.
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { type Entry, openPromise } from 'yauzl'
import { openedFile } from '../../platform/opened-file.ts'
import { BackupError, Manifest, manifestName } from './backup-format.ts'

export interface BackupSource {
  /** null: it is not there. Errors when it was damaged. */
  read(name: string): Promise<Readable | null>
  close(): void
}

/** @throws BackupError when there is nothing that was a backup. */
export async function openBackup(path: string): Promise<BackupSource> {
  const found = await stat(path).catch(() => null)
  if (!found) throw new BackupError(`${path} is not there.`)
  return found.isDirectory()
    ? { read: (name) => openedFile(join(path, name)), close: () => undefined }
    : openZipped(path)
}

async function openZipped(path: string): Promise<BackupSource> {
  const torn = () =>
    new BackupError(`${path} is torn: it ends before it is whole. Take another copy of it, or another backup.`)
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false }).catch(() => null)
  if (!zip) throw torn()
  const entries = new Map<string, Entry>()
  try {
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry)
  } catch {
    zip.close()
    throw torn()
  }
  return {
    async read(name) {
      const entry = entries.get(name)
      return entry ? zip.openReadStreamPromise(entry) : null
    },
    close: () => zip.close(),
  }
}

/** @throws BackupError */
export async function manifestOf(source: BackupSource, path: string): Promise<Manifest> {
  const content = await source.read(manifestName)
  if (!content) throw new BackupError(`${path} has no ${manifestName}: it is no backup, or one that was not finished.`)
  try {
    return Manifest.parse(JSON.parse(await text(content)))
  } catch (cause) {
    throw new BackupError(`${manifestName} of ${path} is altered: take another copy, or another backup.`, { cause })
  }
}
