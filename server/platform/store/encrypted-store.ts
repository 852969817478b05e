// Encrypts the files of the store (ADR 0059): each under a key of its own (data-keys.ts). Rotation rewrites the small
// files of those keys and never touches the large ones.
import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { PassThrough } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { KEY_BYTES } from '../encryption.ts'
import { createDataKeys } from './data-keys.ts'
import { encryptedSize, encrypting } from './encrypted-bytes.ts'
import { type Place, PlaceFault } from './place.ts'
import { type Store, StoreFault } from './store.ts'
import type { StoreKeys } from './store-keys.ts'
import { openBytes } from './stored-bytes.ts'
import { dataKeyName, HEAD_BYTES, idOf, newHead, objectName, objectsPrefix } from './stored-form.ts'

/** Many chunks at a time: each turn of the loop costs more than encrypting one. */
const READ_BYTES = 1024 * 1024

const keyShape = /^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/

export interface EncryptedStore extends Store {
  /** Wraps every data key by the current key of the installation; goes on where it was broken off. @returns how many it wrapped. */
  rewrap(signal?: AbortSignal): Promise<number>
}

export function createEncryptedStore(place: Place, keys: StoreKeys): EncryptedStore {
  const dataKeys = createDataKeys(place, keys)
  return {
    async open(key) {
      demandKey(key)
      const [id, size] = await Promise.all([idOf(place, key), place.size(objectName(key))])
      if (id === null || size === null) return null
      return openBytes(place, key, size, await dataKeys.unwrap(id, key))
    },
    async put(key, from) {
      demandKey(key)
      const isThere = await sizeIfKnown(place, objectName(key))
      if (typeof isThere === 'number') return false
      const { id, head } = newHead()
      const dataKey = randomBytes(KEY_BYTES)
      const { size } = await stat(from)
      // Its key first: no file is ever there without one.
      await dataKeys.wrap(id, key, dataKey)
      const content = new PassThrough()
      content.write(head)
      const written = place.put(objectName(key), content, HEAD_BYTES + encryptedSize(size))
      await Promise.all([
        written,
        pipeline(createReadStream(from, { highWaterMark: READ_BYTES }), encrypting(dataKey, size), content),
      ])
      return isThere === null
    },
    async remove(key) {
      demandKey(key)
      const id = await idOf(place, key).catch((error: unknown) => {
        // One whose head is damaged goes as well.
        if (error instanceof StoreFault) return null
        throw error
      })
      if (id !== null) await place.remove(dataKeyName(id))
      await place.remove(objectName(key))
    },
    async keys(prefix) {
      const found: string[] = []
      for await (const { name } of place.list(objectName(prefix))) found.push(name.slice(objectsPrefix.length))
      return found
    },
    rewrap: (signal) => dataKeys.rewrap(signal),
  }
}

/** Undefined: a place before it takes what is put, and it cannot be asked itself now. */
async function sizeIfKnown(place: Place, name: string): Promise<number | null | undefined> {
  try {
    return await place.size(name)
  } catch (error) {
    if (error instanceof PlaceFault) return undefined
    throw error
  }
}

function demandKey(key: string): void {
  if (!keyShape.test(key)) throw new Error(`${key} is no key of a stored file`)
}
