// Encrypts the files of the store (ADR 0059): objects/KEY begins with the id of the file, followed by its chunks;
// data-keys/ID has the key of that file, wrapped with a key of the installation. Rotation rewrites the small files and
// never touches the large ones.
import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { posix } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { buffer, text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { decrypt, encrypt, KEY_BYTES } from '../encryption.ts'
import { type ByteRange, type Place, PlaceFault } from './place.ts'
import { chunksOf, lastChunk, openChunk, openedSize, sealedChunks, sealedSize, sealing } from './sealed-bytes.ts'
import { type Store, type StoredFile, StoreFault } from './store.ts'
import type { StoreKeys } from './store-keys.ts'

const magic = Buffer.from('diemcau-store/1\n')
const ID_BYTES = 16
export const HEAD_BYTES = magic.length + ID_BYTES

/** Many chunks at a time: each turn of the loop costs more than encrypting one. */
const READ_BYTES = 1024 * 1024

export const objectsPrefix = 'objects/'
export const dataKeysPrefix = 'data-keys/'
const objectName = (key: string) => `${objectsPrefix}${key}`
const dataKeyName = (id: string) => `${dataKeysPrefix}${id.slice(0, 2)}/${id}.json`

const keyShape = /^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/
const Wrapped = z.object({ keyId: z.string(), file: z.string(), wrapped: z.string() })

interface Opened {
  readonly id: string
  readonly keyId: string
  readonly dataKey: Buffer
}

export interface EncryptedStore extends Store {
  /** Wraps every data key by the current key of the installation; goes on where it was broken off. @returns how many it wrapped. */
  rewrap(signal?: AbortSignal): Promise<number>
}

export function createEncryptedStore(place: Place, keys: StoreKeys): EncryptedStore {
  /** It cannot be unwrapped for another file. */
  const wrappedFor = (id: string, file: string) => `stored file ${id} ${file}`

  async function wrap(id: string, file: string, dataKey: Uint8Array): Promise<void> {
    const { id: keyId, key } = await keys.current()
    const content = JSON.stringify({ keyId, file, wrapped: encrypt(key, dataKey, wrappedFor(id, file)) })
    await place.put(dataKeyName(id), Readable.from([Buffer.from(content)]), Buffer.byteLength(content))
  }

  async function unwrap(id: string, file: string): Promise<Opened> {
    const content = await place.read(dataKeyName(id))
    if (!content) throw fault(file, null, `its data key ${id} is gone: it was removed, or the backup has it`)
    const parsed = Wrapped.safeParse(parseJson(await text(content)))
    if (!parsed.success) throw fault(file, null, `its data key ${id} is damaged: bring it back from the backup`)
    const { keyId, wrapped } = parsed.data
    const key = await keys.find(keyId)
    if (!key) throw fault(file, keyId, `that key is not in ${keys.path}: bring the keys back from their backup`)
    try {
      return { id, keyId, dataKey: decrypt(key, wrapped, wrappedFor(id, file)) }
    } catch (cause) {
      throw fault(file, keyId, `its data key ${id} was altered, or the keys in ${keys.path} are others`, cause)
    }
  }

  const fault = (file: string, keyId: string | null, what: string, cause?: unknown) =>
    new StoreFault(`${file} in ${place.description}${keyId === null ? '' : `, key ${keyId}`}: ${what}.`, { cause })

  async function headOf(file: string): Promise<string | null> {
    const content = await place.read(objectName(file), { start: 0, end: HEAD_BYTES - 1 })
    if (!content) return null
    const head = await buffer(content)
    if (head.length < HEAD_BYTES || !head.subarray(0, magic.length).equals(magic))
      throw fault(file, null, 'it does not begin as a stored file does: it was altered or cut off')
    return head.subarray(magic.length).toString('hex')
  }

  async function open(file: string): Promise<StoredFile | null> {
    demandKey(file)
    const [id, size] = await Promise.all([headOf(file), place.size(objectName(file))])
    if (id === null || size === null) return null
    const opened = await unwrap(id, file)
    const bytes = openedSize(size - HEAD_BYTES)
    if (bytes === null) throw fault(file, opened.keyId, 'it was cut off or something was added')
    // Says that nothing was cut off, whichever part is wanted (as in age).
    const { number, from, until } = lastChunk(bytes)
    // To its end: what a server sends and nobody reads keeps its connection.
    for await (const _chunk of openedChunks(file, opened, bytes, number, from, until));
    return { bytes, read: (range) => Readable.from(part(file, opened, bytes, range), { objectMode: false }) }
  }

  async function* part(file: string, opened: Opened, bytes: number, range: ByteRange | undefined) {
    const { start, end } = range ?? { start: 0, end: bytes - 1 }
    if (end < start) return
    const { first, from, until, skip } = chunksOf(start, end, bytes)
    let toSkip = skip
    let left = end - start + 1
    for await (const chunk of openedChunks(file, opened, bytes, first, from, until)) {
      const wanted = chunk.subarray(toSkip, toSkip + left)
      toSkip = 0
      left -= wanted.length
      yield wanted
    }
    if (left > 0) throw fault(file, opened.keyId, 'it was cut off while it was read')
  }

  async function* openedChunks(
    file: string,
    { dataKey, keyId }: Opened,
    bytes: number,
    first: number,
    from: number,
    until: number,
  ) {
    const content = await place.read(objectName(file), { start: HEAD_BYTES + from, end: HEAD_BYTES + until })
    if (!content) throw fault(file, keyId, 'it was removed while it was read')
    const last = lastChunk(bytes).number
    let number = first
    for await (const sealed of sealedChunks(content)) {
      let chunk: Buffer
      try {
        chunk = openChunk(dataKey, number, number === last, sealed)
      } catch (cause) {
        throw fault(file, keyId, `chunk ${number} was altered: bring the file back from the backup`, cause)
      }
      number += 1
      yield chunk
    }
  }

  /** Undefined: a place before it takes what is put, and it cannot be asked itself now. */
  async function sizeIfKnown(name: string): Promise<number | null | undefined> {
    try {
      return await place.size(name)
    } catch (error) {
      if (error instanceof PlaceFault) return undefined
      throw error
    }
  }

  return {
    open,
    async put(key, from) {
      demandKey(key)
      const isThere = await sizeIfKnown(objectName(key))
      if (typeof isThere === 'number') return false
      const id = randomBytes(ID_BYTES)
      const dataKey = randomBytes(KEY_BYTES)
      const { size } = await stat(from)
      // Its key first: no file is ever there without one.
      await wrap(id.toString('hex'), key, dataKey)
      const content = new PassThrough()
      content.write(Buffer.concat([magic, id]))
      const written = place.put(objectName(key), content, HEAD_BYTES + sealedSize(size))
      await Promise.all([
        written,
        pipeline(createReadStream(from, { highWaterMark: READ_BYTES }), sealing(dataKey, size), content),
      ])
      return isThere === null
    },
    async remove(key) {
      demandKey(key)
      const id = await headOf(key).catch((error: unknown) => {
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

function demandKey(key: string): void {
  if (!keyShape.test(key)) throw new Error(`${key} is no key of a stored file`)
}

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    return undefined
  }
}
