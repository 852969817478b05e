// Computes size and hash of what is sealed: of lines as they are produced, or of a file as it is read. Called by
// seals.ts and its supplements.
import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import type { FileKind } from './manifest.ts'

/** A file whose hash was noted when it was taken in. */
export interface NotedFile {
  readonly path: string
  readonly kind: FileKind
  readonly sha256: string
  /** As noted with its hash; null: it is read through, and hashed anew. */
  readonly bytes: number | null
  /** null: it should be there, and is not. */
  open(): Promise<Readable | null>
}

const linesAtOnce = 1000

/** In turns with what else there is to do: hearings go on beside it. */
export async function measured(lines: Iterable<string>): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256')
  let bytes = 0
  let count = 0
  for (const line of lines) {
    hash.update(line)
    bytes += Buffer.byteLength(line)
    if (++count % linesAtOnce === 0) await setImmediate()
  }
  return { bytes, sha256: hash.digest('hex') }
}

/** null: it is not there. */
export async function measure({
  bytes,
  sha256,
  open,
}: Pick<NotedFile, 'bytes' | 'sha256' | 'open'>): Promise<{ bytes: number; sha256: string } | null> {
  const content = await open()
  if (!content) return null
  if (bytes !== null) {
    content.destroy()
    return { bytes, sha256 }
  }
  const hash = createHash('sha256')
  let read = 0
  for await (const chunk of content) {
    hash.update(chunk)
    read += chunk.length
  }
  return { bytes: read, sha256: hash.digest('hex') }
}
