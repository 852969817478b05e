// Opens a file for reading and reports whether it exists before anything is read.
import { createReadStream, type ReadStream } from 'node:fs'

/** null: there is none. */
export function openedFile(
  path: string,
  options?: { readonly start: number; readonly end: number } | { readonly signal: AbortSignal },
): Promise<ReadStream | null> {
  const stream = createReadStream(path, options)
  return new Promise((resolve, fail) => {
    stream.once('open', () => resolve(stream))
    stream.once('error', (error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? resolve(null) : fail(error)))
  })
}
