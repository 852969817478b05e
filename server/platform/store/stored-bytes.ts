// Reads the bytes of a stored file: whichever range is wanted, opened chunk by chunk. Called by encrypted-store.ts.
import { Readable } from 'node:stream'
import type { DataKey } from './data-keys.ts'
import { chunksOf, decryptChunk, encryptedChunks, lastChunk, plainSize } from './encrypted-bytes.ts'
import type { ByteRange, Place } from './place.ts'
import type { StoredFile } from './store.ts'
import { HEAD_BYTES, objectName, storeFault } from './stored-form.ts'

interface Opened extends DataKey {
  readonly place: Place
  readonly file: string
  /** Of the file as it was put. */
  readonly bytes: number
}

/** `size`: as it lies in its place. @throws StoreFault when it was cut off, or something was added. */
export async function openBytes(place: Place, file: string, size: number, key: DataKey): Promise<StoredFile> {
  const bytes = plainSize(size - HEAD_BYTES)
  if (bytes === null) throw storeFault(place, file, key.keyId, 'it was cut off or something was added')
  const opened: Opened = { ...key, place, file, bytes }
  // Says that nothing was cut off, whichever part is wanted (as in age).
  const { number, from, until } = lastChunk(bytes)
  // To its end: what a server sends and nobody reads keeps its connection.
  for await (const _chunk of openedChunks(opened, number, from, until));
  return { bytes, read: (range) => Readable.from(part(opened, range), { objectMode: false }) }
}

async function* part(opened: Opened, range: ByteRange | undefined) {
  const { place, file, keyId, bytes } = opened
  const { start, end } = range ?? { start: 0, end: bytes - 1 }
  if (end < start) return
  const { first, from, until, skip } = chunksOf(start, end, bytes)
  let toSkip = skip
  let left = end - start + 1
  for await (const chunk of openedChunks(opened, first, from, until)) {
    const wanted = chunk.subarray(toSkip, toSkip + left)
    toSkip = 0
    left -= wanted.length
    yield wanted
  }
  if (left > 0) throw storeFault(place, file, keyId, 'it was cut off while it was read')
}

async function* openedChunks(
  { place, file, bytes, dataKey, keyId }: Opened,
  first: number,
  from: number,
  until: number,
) {
  const content = await place.read(objectName(file), { start: HEAD_BYTES + from, end: HEAD_BYTES + until })
  if (!content) throw storeFault(place, file, keyId, 'it was removed while it was read')
  const last = lastChunk(bytes).number
  let number = first
  for await (const encrypted of encryptedChunks(content)) {
    let chunk: Buffer
    try {
      chunk = decryptChunk(dataKey, number, number === last, encrypted)
    } catch (cause) {
      throw storeFault(place, file, keyId, `chunk ${number} was altered: bring the file back from the backup`, cause)
    }
    number += 1
    yield chunk
  }
}
