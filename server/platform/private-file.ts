// A file of this installation that is for its user alone, made once and never replaced: keys. Called by secrets.ts and server/custody/archive.
import { link, mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { synced } from './synced.ts'

/** What it holds; made by `make` at the first start. @throws Error that names the file and says what to do. */
export async function loadPrivateFile(directory: string, fileName: string, make: () => string): Promise<string> {
  const path = join(directory, fileName)
  const content = (await read(path)) ?? (await create(directory, path, make))
  if (content === null) throw new Error(`${path} was made and is gone: something else empties DATA_DIR.`)
  return content
}

async function create(directory: string, path: string, make: () => string): Promise<string | null> {
  const temporary = `${path}.${process.pid}`
  try {
    await mkdir(directory, { recursive: true })
    const file = await open(temporary, 'wx', 0o600)
    try {
      await file.writeFile(make())
      await file.sync()
    } finally {
      await file.close()
    }
    // Unlike a rename, a link never replaces the keys that another server has just made.
    await link(temporary, path).catch(ignoreExisting)
    await synced(directory)
  } catch (cause) {
    throw new Error(`${path} cannot be made (${reasonOf(cause)}): this user must be able to write into DATA_DIR.`, {
      cause,
    })
  } finally {
    await rm(temporary, { force: true })
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

function ignoreExisting(error: unknown): void {
  if (!isCode(error, 'EEXIST')) throw error
}

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code
const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
