// One server per DATA_DIR. Called by redis-process.ts.
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { realpath } from 'node:fs/promises'
import { createServer } from 'node:net'

export type DirectoryLock = { close(): Promise<void> }

/**
 * Holds a directory until closed, or until this process ends in whatever way: the lock is a Linux abstract socket, which
 * the kernel frees by itself, so a killed server leaves nothing stale. Elsewhere than on Linux there is no lock.
 * @throws Error when another process holds it.
 */
export async function lockDirectory(directory: string): Promise<DirectoryLock> {
  if (process.platform !== 'linux') return { close: async () => {} }
  const name = createHash('sha256')
    .update(await realpath(directory))
    .digest('hex')
  const server = createServer((socket) => socket.destroy())
  server.listen(`\0diemcau-${name}`)
  try {
    await once(server, 'listening')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    throw new Error(`Another server is using ${directory}: stop it first, or give this one a DATA_DIR of its own.`)
  }
  server.unref()
  return {
    async close() {
      server.close()
      await once(server, 'close')
    },
  }
}
