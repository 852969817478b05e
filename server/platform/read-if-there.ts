// A text file that may not be there yet. Called by server/custody/archive and server/platform/store.
import { readFile } from 'node:fs/promises'

/** null: it is not there. @throws when it is, and cannot be read. */
export function readIfThere(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
}
