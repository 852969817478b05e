// The data keys of stored files: one small file for each, wrapped with a key of the installation. Rotation writes them
// anew. Called by encrypted-store.ts.
import { posix } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { z } from 'zod'
import { decrypt, encrypt } from '../encryption.ts'
import type { Place } from './place.ts'
import type { StoreKeys } from './store-keys.ts'
import { dataKeyName, dataKeysPrefix, objectName, storeFault } from './stored-form.ts'

const Wrapped = z.object({ keyId: z.string(), file: z.string(), wrapped: z.string() })

export interface DataKey {
  /** Of the key of the installation that wraps it. */
  readonly keyId: string
  readonly dataKey: Buffer
}

export interface DataKeys {
  wrap(id: string, file: string, dataKey: Uint8Array): Promise<void>
  /** @throws StoreFault */
  unwrap(id: string, file: string): Promise<DataKey>
  /** Wraps every data key by the current key of the installation; goes on where it was broken off. @returns how many it wrapped. */
  rewrap(signal?: AbortSignal): Promise<number>
}

export function createDataKeys(place: Place, keys: StoreKeys): DataKeys {
  async function wrap(id: string, file: string, dataKey: Uint8Array): Promise<void> {
    const { id: keyId, key } = await keys.current()
    const content = JSON.stringify({ keyId, file, wrapped: encrypt(key, dataKey, wrappedFor(id, file)) })
    await place.put(dataKeyName(id), Readable.from([Buffer.from(content)]), Buffer.byteLength(content))
  }

  async function unwrap(id: string, file: string): Promise<DataKey> {
    const content = await place.read(dataKeyName(id))
    if (!content)
      throw storeFault(place, file, null, `its data key ${id} is gone: it was removed, or the backup has it`)
    const parsed = Wrapped.safeParse(parseJson(await text(content)))
    if (!parsed.success)
      throw storeFault(place, file, null, `its data key ${id} is damaged: bring it back from the backup`)
    const { keyId, wrapped } = parsed.data
    const key = await keys.find(keyId)
    if (!key)
      throw storeFault(place, file, keyId, `that key is not in ${keys.path}: bring the keys back from their backup`)
    try {
      return { keyId, dataKey: decrypt(key, wrapped, wrappedFor(id, file)) }
    } catch (cause) {
      throw storeFault(
        place,
        file,
        keyId,
        `its data key ${id} was altered, or the keys in ${keys.path} are others`,
        cause,
      )
    }
  }

  return {
    wrap,
    unwrap,
    async rewrap(signal) {
      const { id: current } = await keys.current()
      let wrapped = 0
      for await (const { name } of place.list(dataKeysPrefix)) {
        signal?.throwIfAborted()
        const content = await place.read(name)
        const { data } = Wrapped.safeParse(content && parseJson(await text(content)))
        if (!data || data.keyId === current) continue
        const id = posix.basename(name, '.json')
        const isThere = async () => (await place.size(objectName(data.file))) !== null
        // Of a file that is only being put there is the key alone.
        const wasThere = await isThere()
        const { dataKey } = await unwrap(id, data.file)
        await wrap(id, data.file, dataKey)
        // Removed meanwhile: its key must not be there again.
        if (wasThere && !(await isThere())) await place.remove(name)
        wrapped += 1
      }
      await keys.rewrapped(current)
      return wrapped
    },
  }
}

/** It cannot be unwrapped for another file. */
const wrappedFor = (id: string, file: string) => `stored file ${id} ${file}`

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    return undefined
  }
}
