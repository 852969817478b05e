// Reads a text file that may not exist yet. Called by server/custody/archive and server/platform/store.
import { readFile } from 'node:fs/promises'

/** null: it does not exist. @throws when it exists and cannot be read. */
export function readIfThere(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
}
