// Paths of the project and of its data. Used by everything in scripts/.
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** @param {string[]} path */
export const inProject = (...path) => join(root, ...path)

/** Outside the clone: what took long to make serves every clone of this user. */
export const cacheFolder = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'diemcau')
