// A file that is written whole or not at all, durably, and never replaced: the first one stands. Called by server/custody/archive.
import { link, mkdir, open, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { v7 as newId } from 'uuid'

/** False: one was there already, and is left as it is. Durable when it returns. @throws when the disk is full or not to be written. */
export async function writeOnce(path: string, content: string | Uint8Array): Promise<boolean> {
  const folder = dirname(path)
  const temporary = `${path}.${newId()}.tmp`
  await mkdir(folder, { recursive: true, mode: 0o700 })
  try {
    const file = await open(temporary, 'wx', 0o600)
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    // Unlike a rename, a link never takes the place of what another has just written.
    const isFirst = await link(temporary, path).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'EEXIST') return false
        throw error
      },
    )
    const directory = await open(folder, 'r')
    try {
      await directory.sync()
    } finally {
      await directory.close()
    }
    return isFirst
  } finally {
    await rm(temporary, { force: true })
  }
}
