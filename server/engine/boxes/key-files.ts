// Stores the keys of boxes as small files in DATA_DIR, one per box, overwritten in place. The folder belongs to one
// node.
import { constants } from 'node:fs'
import { type FileHandle, mkdir, open, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { synced } from '../../platform/durable-file.ts'
import { KEY_BYTES } from '../../platform/encryption.ts'
import type { BoxKeys, BoxPlace } from './box-keys.ts'

/** One sector of a disk, which is written whole or not at all. */
const FILE_BYTES = 512
const MOST_KEYS = FILE_BYTES / KEY_BYTES
const empty = Buffer.alloc(KEY_BYTES)

export function createKeyFiles(directory: string): BoxKeys {
  // Ids are letters, digits, “-” and “_”: each is a name of a file.
  const pathOf = ({ sessionId, boxId }: BoxPlace) => join(directory, sessionId, `${boxId}.key`)

  async function read(place: BoxPlace): Promise<Buffer[]> {
    const file = await openExisting(pathOf(place))
    if (!file) return []
    try {
      return await keysIn(file)
    } finally {
      await file.close()
    }
  }

  /** Overwrites the file in place: the same sectors of a disk that has sectors. */
  async function write(place: BoxPlace, keys: readonly Buffer[]): Promise<void> {
    if (keys.length > MOST_KEYS) throw new Error(`the box ${place.boxId} has ${keys.length} keys that may be in use`)
    const path = pathOf(place)
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    const file = await open(path, constants.O_RDWR | constants.O_CREAT, 0o600)
    try {
      await file.write(Buffer.concat(keys, FILE_BYTES), 0, FILE_BYTES, 0)
      await file.sync()
    } finally {
      await file.close()
    }
    await synced(dirname(path))
  }

  return {
    read,
    add: async (place, key) => write(place, [...(await read(place)), key]),
    async erase(place, keys) {
      const left = (await read(place)).filter((key) => !keys.some((erased) => erased.equals(key)))
      await write(place, left)
    },
    async eraseAll(place) {
      if ((await read(place)).length > 0) await write(place, [])
      await rm(pathOf(place), { force: true })
    },
  }
}

async function keysIn(file: FileHandle): Promise<Buffer[]> {
  const bytes = Buffer.alloc(FILE_BYTES)
  await file.read(bytes, 0, FILE_BYTES, 0)
  const slots = Array.from({ length: MOST_KEYS }, (_, slot) => bytes.subarray(slot * KEY_BYTES, (slot + 1) * KEY_BYTES))
  return slots.filter((slot) => !slot.equals(empty))
}

async function openExisting(path: string): Promise<FileHandle | null> {
  try {
    return await open(path, 'r')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
