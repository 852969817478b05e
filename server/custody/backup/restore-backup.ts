// Restores a backup into the DATA_DIR of an empty machine: the hash of every file is checked, and after an error
// nothing is restored.
import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { openDiskPlace } from '../../platform/store/disk-place.ts'
import { openStore } from '../../platform/store/open-store.ts'
import {
  type BackedUpFile,
  BackupError,
  DataKeyLine,
  dataKeysName,
  keysPrefix,
  type Manifest,
  measuring,
  redisName,
} from './backup-format.ts'
import { type BackupSource, manifestOf, openBackup } from './backup-source.ts'
import { certificateFiles, keepCertificate, provenCertificates } from './erasure-certificates.ts'
import { makeOwnRedis } from './redis-snapshot.ts'
import { restoringName } from './restoring.ts'

export interface RestoreOptions {
  readonly from: string
  /** Empty, or not there yet. */
  readonly to: string
  /** What `backup -- keys` has written; null: the backup has the keys. */
  readonly keys: string | null
  /** A folder of certificates of erasures after the backup, or one of them; null: there are none, or they come later. */
  readonly erasures: string | null
}

export interface RestoreReport {
  readonly manifest: Manifest
  /** How many certificates of erasures were put beside what was restored. */
  readonly certificates: number
}

/** @throws BackupError that names each file that is not as it was. */
export async function restoreBackup({ from, to, keys, erasures }: RestoreOptions): Promise<RestoreReport> {
  const isThere = await demandEmpty(to)
  const certificates = erasures === null ? [] : await certificateFiles(erasures)
  const source = await openBackup(from)
  const within = join(to, restoringName)
  try {
    const manifest = await manifestOf(source, from)
    await rm(within, { recursive: true, force: true })
    await mkdir(within, { recursive: true, mode: 0o700 })
    await restoreKeys(source, manifest, keys, within)
    const proven = await provenCertificates(certificates, within)
    await restoreStore(source, manifest, within)
    await restoreBeside(manifest, within)
    for (const certificate of proven) await keepCertificate(within, certificate)
    for (const name of await readdir(within)) await rename(join(within, name), join(to, name))
    return { manifest, certificates: proven.length }
  } catch (error) {
    // What could not be restored whole leaves nothing behind.
    const left = isThere ? (await readdir(to)).filter((name) => name !== ofDisk).map((name) => join(to, name)) : [to]
    for (const path of left) await rm(path, { recursive: true, force: true })
    throw error
  } finally {
    source.close()
    await rm(within, { recursive: true, force: true })
  }
}

/** What a disk of its own has in its topmost folder. */
const ofDisk = 'lost+found'

/** Whether it is there. */
async function demandEmpty(to: string): Promise<boolean> {
  const names = await readdir(to).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw new BackupError(`${to} is no folder that can be used (${error.code}): name an empty one.`)
  })
  const lying = (names ?? []).filter((name) => name !== ofDisk && name !== restoringName)
  if (lying.length > 0)
    throw new BackupError(
      names?.includes(restoringName)
        ? `A restore into ${to} was broken off: empty that folder, then restore again.`
        : `${to} is not empty: a backup is restored into an empty folder.`,
    )
  return names !== null
}

async function restoreKeys(source: BackupSource, manifest: Manifest, keys: string | null, to: string): Promise<void> {
  if (keys === null && !manifest.hasKeys)
    throw new BackupError('The backup has no keys: name what `npm run backup -- keys` has written, with --keys.')
  const ofKeys = keys === null ? source : await openBackup(keys)
  try {
    const { files } = keys === null ? manifest : await manifestOf(ofKeys, keys)
    const faults: string[] = []
    for (const file of files.filter(({ name }) => name.startsWith(keysPrefix))) {
      const path = join(to, file.name.slice(keysPrefix.length))
      faults.push(
        ...(await copied(ofKeys, file, (content) =>
          pipeline(content, createWriteStream(path, { mode: 0o600, flush: true })),
        )),
      )
    }
    demandNone(faults)
  } finally {
    if (keys !== null) ofKeys.close()
  }
}

async function restoreStore(source: BackupSource, { files }: Manifest, to: string): Promise<void> {
  const place = await openDiskPlace(join(to, 'store'), randomUUID)
  const faults: string[] = []
  for (const file of files) {
    if (file.name.startsWith(keysPrefix)) continue
    faults.push(
      ...(await copied(source, file, (content) =>
        file.name === dataKeysName ? putDataKeys(content, place) : place.put(file.name, content, file.bytes),
      )),
    )
  }
  demandNone(faults)
}

async function putDataKeys(content: Readable, place: Awaited<ReturnType<typeof openDiskPlace>>): Promise<void> {
  for await (const line of createInterface({ input: content })) {
    const { name, content: key } = DataKeyLine.parse(JSON.parse(line))
    await place.put(name, Readable.from([Buffer.from(key)]), Buffer.byteLength(key))
  }
}

/** What is wrong with it. */
async function copied(
  source: BackupSource,
  { name, bytes, sha256 }: BackedUpFile,
  keep: (content: Readable) => Promise<void>,
): Promise<string[]> {
  const { passing, measured } = measuring()
  try {
    const content = await source.read(name)
    if (!content) return [`${name} is missing.`]
    const passed = pipeline(content, passing)
    passed.catch((error: Error) => passing.destroy(error))
    await Promise.all([keep(passing), passed])
  } catch (error) {
    return [`${name} cannot be read: it was altered or cut off (${error instanceof Error ? error.message : error}).`]
  }
  const found = measured()
  return found.bytes === bytes && found.sha256 === sha256 ? [] : [`${name} was altered: its hash is another.`]
}

function demandNone(faults: readonly string[]): void {
  if (faults.length === 0) return
  throw new BackupError(
    ['The backup is not whole, nothing was restored. Take another copy of it, or another backup:', ...faults].join(
      '\n- ',
    ),
  )
}

/** What was put into the store for the backup goes back to where it lay. */
async function restoreBeside({ folder }: Manifest, to: string): Promise<void> {
  const { store } = await openStore({ dataDir: to })
  for (const key of await store.keys(`${folder}/`)) {
    const path = join(to, key.slice(folder.length + 1))
    const file = await store.open(key)
    if (!file) continue
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    await pipeline(file.read(), createWriteStream(path, { mode: 0o600, flush: true }))
    await store.remove(key)
  }
  const snapshot = join(to, redisName)
  if (!(await stat(snapshot).catch(() => null))) throw new BackupError('The backup has no snapshot of Redis.')
  await makeOwnRedis(to, snapshot)
  await rm(snapshot)
}
