// How the store lies in its place (ADR 0059): objects/KEY is a stored file, which begins with the id by which its data
// key is found, data-keys/ID. Used by what reads and writes there.
import { randomBytes } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import type { Place } from './place.ts'
import { StoreFault } from './store.ts'

const magic = Buffer.from('diemcau-store/1\n')
const ID_BYTES = 16
export const HEAD_BYTES = magic.length + ID_BYTES

export const objectsPrefix = 'objects/'
export const dataKeysPrefix = 'data-keys/'
export const objectName = (key: string) => `${objectsPrefix}${key}`
export const dataKeyName = (id: string) => `${dataKeysPrefix}${id.slice(0, 2)}/${id}.json`

/** Of a new file: its id, and what it begins with. */
export function newHead(): { id: string; head: Buffer } {
  const id = randomBytes(ID_BYTES)
  return { id: id.toString('hex'), head: Buffer.concat([magic, id]) }
}

/** The id of a stored file; null: it is not there. @throws StoreFault */
export async function idOf(place: Place, file: string): Promise<string | null> {
  const content = await place.read(objectName(file), { start: 0, end: HEAD_BYTES - 1 })
  if (!content) return null
  const head = await buffer(content)
  if (head.length < HEAD_BYTES || !head.subarray(0, magic.length).equals(magic))
    throw storeFault(place, file, null, 'it does not begin as a stored file does: it was altered or cut off')
  return head.subarray(magic.length).toString('hex')
}

export const storeFault = (place: Place, file: string, keyId: string | null, what: string, cause?: unknown) =>
  new StoreFault(`${file} in ${place.description}${keyId === null ? '' : `, key ${keyId}`}: ${what}.`, { cause })
