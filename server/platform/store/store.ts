// The interface of the store: files are put once under a key and read back, whole or in ranges. Encryption and location
// are hidden below it (ADR 0059).
import type { Readable } from 'node:stream'
import type { ByteRange } from './place.ts'

export interface StoredFile {
  /** Of the file as it was put. */
  readonly bytes: number
  /** Errors with a StoreFault before it hands out a byte that is not what was put. */
  read(range?: ByteRange): Readable
}

/** Keys are paths such as documents/session-1/HASH: words of letters, digits, “-”, “_” and “.”. Each method throws StoreFault, or PlaceFault. */
export interface Store {
  /** True: it was not there before. Something that is there already stays, if that can be known now. Durable when it resolves. */
  put(key: string, from: string): Promise<boolean>
  /** null: it is not there. */
  open(key: string): Promise<StoredFile | null>
  /** Its data key goes first: whatever copy of the bytes is left says nothing any more. */
  remove(key: string): Promise<void>
  /** All whose key begins so, in no order. */
  keys(prefix: string): Promise<string[]>
}

/** A file of the store cannot be read. Its text names the file and the key, and says what to do. */
export class StoreFault extends Error {
  override name = 'StoreFault'
}
