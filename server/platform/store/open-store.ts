// Opens the store of an installation: the place of its files and its keys. Called by app/base.ts and by the programs of the
// store.
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeOnce } from '../durable-file.ts'
import type { Log } from '../log.ts'
import { readIfThere } from '../read-if-there.ts'
import { openDiskPlace } from './disk-place.ts'
import { createEncryptedStore, type EncryptedStore } from './encrypted-store.ts'
import { type Place, PlaceFault } from './place.ts'
import { createS3Place, type S3PlaceOptions } from './s3-place.ts'
import { createSpooledPlace, type Mover, type MoverPace, movingFolder, startMover } from './spooled-place.ts'
import { loadStoreKeys, type StoreKeys } from './store-keys.ts'
import { dataKeysPrefix } from './stored-form.ts'

/** A bucket of an S3-compatible server, as configured. */
export interface BucketConfig {
  readonly endpoint: string
  readonly region: string
  readonly bucket: string
  readonly prefix: string
  readonly isPathStyle: boolean
  readonly accessKeyId: string
  /** In the second case the file is read again every few minutes. */
  readonly secretAccessKey: { readonly text: string } | { readonly file: string }
  /** PEM. */
  readonly authoritiesFile: string | undefined
}

export interface StoreSettings {
  readonly dataDir: string
  /** Undefined: in `dataDir`. */
  readonly storeKeysFile?: string | undefined
  /** Undefined: files stay in `dataDir`. */
  readonly bucket?: BucketConfig | undefined
}

export interface OpenedBucket {
  /** Whether there were files in it before. */
  readonly isInUse: () => Promise<boolean>
  /** @throws PlaceFault when files cannot be written, read, listed and removed there. */
  readonly check: () => Promise<void>
  /** From now on what is put is brought there. For the server alone. */
  startMoving(log: Log, now: () => number, pace?: MoverPace): Promise<Mover>
  close(): void
}

export interface OpenedStore {
  readonly store: EncryptedStore
  readonly place: Place
  readonly keys: StoreKeys
  /** For the server alone. Drops what nobody has written to since then (epoch ms). @returns how many files. */
  readonly dropHalfWritten: (since: number) => Promise<number>
  /** null: files stay on this machine. */
  readonly bucket: OpenedBucket | null
}

/** In `dataDir`, unless STORE_KEYS_FILE names another file. */
export const storeKeysName = 'store-keys.json'

/** @throws Error that names the file or the setting and says what to do. */
export async function openStore(settings: StoreSettings, options?: Partial<S3PlaceOptions>): Promise<OpenedStore> {
  const { dataDir, storeKeysFile } = settings
  const { place, folder, bucket } = await openPlace(settings, options)
  const keys = await loadStoreKeys(storeKeysFile ?? join(dataDir, storeKeysName), async () => {
    for await (const _one of place.list(dataKeysPrefix)) return true
    return false
  })
  return { store: createEncryptedStore(place, keys), place, keys, dropHalfWritten: folder.dropHalfWritten, bucket }
}

async function openPlace({ dataDir, bucket: config }: StoreSettings, options?: Partial<S3PlaceOptions>) {
  const root = join(dataDir, 'store')
  const folder = await openDiskPlace(root, randomUUID)
  const notePath = join(root, 'bucket.txt')
  const noted = await readIfThere(notePath)
  if (!config) {
    if (noted === null) return { place: folder, folder, bucket: null }
    throw new Error(
      `Files of this installation lie in ${noted}, and S3_ENDPOINT is not set. Set it again; or copy them to ${root} by a program of that server, then remove ${notePath}.`,
    )
  }
  const { secretAccessKey, accessKeyId, authoritiesFile, ...rest } = config
  const s3 = createS3Place(
    {
      ...rest,
      authorities: authoritiesFile === undefined ? null : await readSetting('S3_CA_FILE', authoritiesFile),
      credentials: async () => ({
        accessKeyId,
        secretAccessKey:
          'text' in secretAccessKey
            ? secretAccessKey.text
            : (await readSetting('S3_SECRET_ACCESS_KEY_FILE', secretAccessKey.file)).trim(),
      }),
    },
    options,
  )
  if (noted !== null && noted !== s3.description)
    throw new Error(
      `Files of this installation lie in ${noted}, but the settings name ${s3.description}. Set them back; or, when all files are there as well, remove ${notePath}.`,
    )
  const movingRoot = join(root, movingFolder)
  const moving = await openDiskPlace(movingRoot, randomUUID)
  const place = createSpooledPlace({ folder, moving, movingRoot, bucket: s3 })
  const bucket: OpenedBucket = {
    isInUse: async () => (await readIfThere(notePath)) !== null,
    check: s3.check,
    async startMoving(log, now, pace) {
      await writeOnce(notePath, s3.description)
      return startMover({ place, check: s3.check, keepsVersions: s3.keepsVersions, log, now, pace })
    },
    close: s3.close,
  }
  return { place, folder, bucket }
}

async function readSetting(name: string, path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    throw new PlaceFault(
      'refused',
      `${name}: ${path} cannot be read (${cause instanceof Error ? cause.message : cause}).`,
      cause,
    )
  }
}
