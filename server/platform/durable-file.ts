// Writes files that are durable when the function returns: completely or not at all, even after a power failure.
import { link, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { v7 as newId } from 'uuid'

type Content = string | Uint8Array

/** Never replaced: the first one stands. False: one was there already, and is left as it is. @throws when the disk is full or not to be written. */
export async function writeOnce(path: string, content: Content): Promise<boolean> {
  return await writtenBeside(path, content, (beside) =>
    // Unlike a rename, a link never takes the place of what another has just written.
    link(beside, path).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'EEXIST') return false
        throw error
      },
    ),
  )
}

/** In the place of what was there. @throws when the disk is full or not to be written: what was there stays. */
export const replaceFile = (path: string, content: Content): Promise<void> =>
  writtenBeside(path, content, (beside) => rename(beside, path))

async function writtenBeside<Result>(
  path: string,
  content: Content,
  put: (beside: string) => Promise<Result>,
): Promise<Result> {
  const folder = dirname(path)
  const beside = `${path}.${newId()}.tmp`
  await mkdir(folder, { recursive: true, mode: 0o700 })
  try {
    const file = await open(beside, 'wx', 0o600)
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    const result = await put(beside)
    await synced(folder)
    return result
  } finally {
    await rm(beside, { force: true })
  }
}

/** Of a folder: which files are in it. Of a file: its bytes. */
export async function synced(path: string): Promise<void> {
  const handle = await open(path)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
