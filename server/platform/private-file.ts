// A file that only the user of the server may read, created once and never replaced: keys. Called by secrets.ts and
// server/custody/archive.
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { writeOnce } from './durable-file.ts'

/** Its content; created by `make` at the first start. @throws Error that names the file and says what to do. */
export async function loadPrivateFile(directory: string, fileName: string, make: () => string): Promise<string> {
  const path = join(directory, fileName)
  const content = (await read(path)) ?? (await create(path, make))
  if (content === null) throw new Error(`${path} was made and is gone: something else empties DATA_DIR.`)
  return content
}

async function create(path: string, make: () => string): Promise<string | null> {
  try {
    // Another server may just have made them: those stand.
    await writeOnce(path, make())
  } catch (cause) {
    throw new Error(`${path} cannot be made (${reasonOf(cause)}): this user must be able to write into DATA_DIR.`, {
      cause,
    })
  }
  return read(path)
}

async function read(path: string): Promise<string | null> {
  try {
    const file = await open(path, 'r')
    try {
      const { mode } = await file.stat()
      if ((mode & 0o077) !== 0) throw new Error('other users may read it: chmod 600')
      return await file.readFile('utf8')
    } finally {
      await file.close()
    }
  } catch (cause) {
    if (isCode(cause, 'ENOENT')) return null
    throw new Error(`${path} cannot be used (${reasonOf(cause)}): it must belong to this user, with mode 600.`, {
      cause,
    })
  }
}

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code
const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
