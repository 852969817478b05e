// Makes a backup while the server runs (ADR 0059): first a snapshot of Redis, then the files. Whatever a journal in the
// snapshot names was stored earlier, and files never change. Keys of ballot boxes are left out because they must be
// forgotten.
import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { buffer, text } from 'node:stream/consumers'
import { z } from 'zod'
import { openDiskPlace } from '../../platform/store/disk-place.ts'
import { createEncryptedStore } from '../../platform/store/encrypted-store.ts'
import { openStore, type StoreSettings, storeKeysName } from '../../platform/store/open-store.ts'
import type { Place } from '../../platform/store/place.ts'
import type { Store } from '../../platform/store/store.ts'
import { dataKeysPrefix, HEAD_BYTES, objectsPrefix } from '../../platform/store/stored-form.ts'
import { type BackedUpFile, dataKeysName, keysPrefix, type Manifest, redisName } from './backup-format.ts'
import { type BackupTarget, openFolder, openZip } from './backup-target.ts'
import { snapshotRedis } from './redis-snapshot.ts'

export interface BackupSettings extends StoreSettings {
  readonly redisUrl?: string | undefined
}

export interface BackupReport {
  readonly manifest: Manifest
  /** How many files were written; the others were there already. */
  readonly written: number
}

const isZip = (path: string) => path.toLowerCase().endsWith('.zip')
const openTarget = (path: string) => (isZip(path) ? openZip(path) : openFolder(path))

/** @throws BackupError, StoreFault */
export async function takeBackup(settings: BackupSettings, to: string, withKeys: boolean): Promise<BackupReport> {
  const { dataDir } = settings
  const { store, place, keys } = await openStore(settings)
  const target = await openTarget(to)
  const scratch = await mkdtemp(join(tmpdir(), 'diemcau-backup-'))
  try {
    const madeAt = new Date().toISOString()
    const folder = `backup/${madeAt.replaceAll(/\W/g, '-')}`
    const besidePlace = await openDiskPlace(join(scratch, 'store'), randomUUID)
    const beside = createEncryptedStore(besidePlace, keys)
    const putBeside = async (paths: readonly string[]) => {
      for (const path of paths) await beside.put(`${folder}/${path}`, join(dataDir, path))
    }
    const isOfJournals = (path: string) => path.startsWith(`${journalsFolder}/`)
    // Before Redis: the journals of the snapshot end there, or later (ADR 0076).
    await putBeside((await filesBeside(dataDir)).filter(isOfJournals))
    const snapshot = join(scratch, redisName)
    await snapshotRedis(dataDir, settings.redisUrl, snapshot)
    await beside.put(`${folder}/${redisName}`, snapshot)
    await rm(snapshot)
    await putBeside((await filesBeside(dataDir)).filter((path) => !isOfJournals(path)))
    await encryptFinished(dataDir, store)

    const copied = [await copyObjects(place, target), await copyObjects(besidePlace, target)]
    const files = copied.flatMap((one) => one.files)
    // After the files: each has its data key by then.
    files.push(await target.write(dataKeysName, Readable.from(dataKeyLines([place, besidePlace]))))
    if (withKeys) for (const file of await keyFiles(dataDir, keys.path)) files.push(await copyKey(target, file))
    const manifest: Manifest = { format: 'diemcau-backup', version: 1, madeAt, folder, hasKeys: withKeys, files }
    await target.finish(manifest)
    const there = copied.reduce((sum, one) => sum + one.there, 0)
    return { manifest, written: files.length - there }
  } catch (error) {
    await target.abandon()
    throw error
  } finally {
    await rm(scratch, { recursive: true })
  }
}

/** The keys alone, in clear: what opens every backup. */
export async function takeKeys(settings: StoreSettings, to: string): Promise<Manifest> {
  const { keys } = await openStore(settings)
  const target = await openTarget(to)
  const files: BackedUpFile[] = []
  for (const file of await keyFiles(settings.dataDir, keys.path)) files.push(await copyKey(target, file))
  const madeAt = new Date().toISOString()
  const manifest: Manifest = { format: 'diemcau-backup', version: 1, madeAt, folder: 'keys', hasKeys: true, files }
  await target.finish(manifest)
  return manifest
}

interface KeyFile {
  readonly path: string
  /** In the backup. */
  readonly name: string
}

const copyKey = (target: BackupTarget, { path, name }: KeyFile) =>
  target.write(`${keysPrefix}${name}`, createReadStream(path))

/**
 * Every file that lies at the top of the folder is one of keys. That of the store may lie elsewhere under another name: a restore looks
 * for it under its own.
 */
async function keyFiles(dataDir: string, storeKeys: string): Promise<KeyFile[]> {
  const entries = await readdir(dataDir, { withFileTypes: true })
  const others = entries
    .filter((entry) => entry.isFile() && !/\.\d+$/.test(entry.name) && entry.name !== storeKeysName)
    .map(({ name }) => ({ path: join(dataDir, name), name }))
    .filter(({ path }) => resolve(path) !== resolve(storeKeys))
  return [...others, { path: storeKeys, name: storeKeysName }]
}

/** What was seen of journals: server/engine/journal. */
const journalsFolder = 'journals'

/** Redis is there as a snapshot, the store by itself, intake is not done yet; box keys must forget. */
const notBeside = new Set(['redis', 'store', 'documents', 'box-keys'])

/** What is small and in no store: the indices of recordings, which films are wanted. */
async function filesBeside(dataDir: string): Promise<string[]> {
  const found: string[] = []
  for (const top of await readdir(dataDir, { withFileTypes: true })) {
    if (!top.isDirectory() || notBeside.has(top.name)) continue
    for (const entry of await readdir(join(dataDir, top.name), { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name).slice(dataDir.length + 1)
      if (entry.isFile() && !/\.(mkv|part)$|\/film\/(?!state\.json)/.test(path)) found.push(path)
    }
  }
  return found
}

const SegmentLine = z.object({ line: z.literal('segment'), file: z.string() })

/** What is finished and still lies in clear: the server stores it, too; whoever comes first. */
async function encryptFinished(dataDir: string, store: Store): Promise<void> {
  const root = join(dataDir, 'recordings')
  for (const session of await readdir(root).catch(() => [])) {
    const lying = new Set(await readdir(join(root, session)))
    const index = await readFile(join(root, session, 'index.jsonl'), 'utf8').catch(() => '')
    for (const line of index.split('\n')) {
      const file = SegmentLine.safeParse(parsed(line)).data?.file
      if (file && lying.has(file)) await putIfThere(store, `recordings/${session}/${file}`, join(root, session, file))
    }
  }
  const documents = join(dataDir, 'documents')
  for (const owner of await readdir(documents).catch(() => [])) {
    if (owner === 'incoming') continue
    for (const name of (await readdir(join(documents, owner))).filter((one) => !one.startsWith('.')))
      await putIfThere(store, `documents/${owner}/${name}`, join(documents, owner, name))
  }
}

/** Gone: the server has stored it meanwhile. */
async function putIfThere(store: Store, key: string, path: string): Promise<void> {
  try {
    await store.put(key, path)
  } catch (error) {
    if (await stat(path).catch(() => null)) throw error
  }
}

async function copyObjects(place: Place, target: BackupTarget): Promise<{ files: BackedUpFile[]; there: number }> {
  const files: BackedUpFile[] = []
  let there = 0
  for await (const { name, bytes } of place.list(objectsPrefix)) {
    const head = async () => {
      const content = await place.read(name, { start: 0, end: HEAD_BYTES - 1 })
      return content ? buffer(content) : Buffer.alloc(0)
    }
    const has = await target.has(name, bytes, head)
    if (has) there += 1
    const content = has ? null : await place.read(name)
    // Not there any more: it was dropped meanwhile.
    const file = has ?? (content && (await target.write(name, content)))
    if (file) files.push(file)
  }
  return { files, there }
}

async function* dataKeyLines(places: readonly Place[]): AsyncGenerator<string> {
  for (const place of places)
    for await (const { name } of place.list(dataKeysPrefix)) {
      const content = await place.read(name)
      if (content) yield `${JSON.stringify({ name, content: await text(content) })}\n`
    }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
