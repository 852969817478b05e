import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { delimiter, join } from 'node:path'

/** Those of these programs that this machine does not have. */
export async function missingPrograms(names: readonly string[]): Promise<string[]> {
  return (await Promise.all(names.map(async (name) => ((await isOnPath(name)) ? [] : [name])))).flat()
}

async function isOnPath(name: string): Promise<boolean> {
  for (const folder of (process.env.PATH ?? '').split(delimiter))
    try {
      await access(join(folder, name), constants.X_OK)
      return true
    } catch {
      // Not in this folder.
    }
  return false
}
