// Where the files of the store are: a folder of this machine, or a bucket. It sees names and encrypted bytes only.
import type { Readable } from 'node:stream'
import { Unavailable } from '../errors.ts'

/** Both ends are included, as in RFC 9110, 14.1.2. */
export interface ByteRange {
  readonly start: number
  readonly end: number
}

/** Names are words of letters, digits, “-”, “_” and “.”, with “/” between them. */
export interface Place {
  /** For people. */
  readonly description: string
  /** Whole or not at all, and durable when it resolves. Replaces what was there. */
  put(name: string, content: Readable, bytes: number): Promise<void>
  /** null: it is not there. */
  read(name: string, range?: ByteRange): Promise<Readable | null>
  /** null: it is not there. */
  size(name: string): Promise<number | null>
  remove(name: string): Promise<void>
  /** All whose name begins so, in no order. */
  list(prefix: string): AsyncIterable<{ readonly name: string; readonly bytes: number }>
}

/** Why a place elsewhere does not do what it is asked for. */
export type PlaceTrouble =
  | 'unreachable'
  | 'untrusted'
  | 'refused'
  | 'no-bucket'
  | 'wrong-region'
  | 'full'
  | 'clock'
  | 'other'

/** A place elsewhere cannot be used now. Its text names it, and says what to do. */
export class PlaceFault extends Unavailable {
  override name = 'PlaceFault'
  readonly trouble: PlaceTrouble

  constructor(trouble: PlaceTrouble, message: string, cause: unknown) {
    super(message, { cause })
    this.trouble = trouble
  }
}
