// What a folder or a file says is on the disk for good.
import { open } from 'node:fs/promises'

export async function synced(path: string): Promise<void> {
  const handle = await open(path)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
