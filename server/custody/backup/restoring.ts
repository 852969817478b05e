// A restore is made inside the folder that becomes DATA_DIR, which may be a disk or a volume of its own and cannot take the place of
// another folder then. Until it is through, a folder of this name lies there, and no server starts on half of it.
import { existsSync } from 'node:fs'
import { join } from 'node:path'

export const restoringName = '.restoring'

/** Whether a restore was begun there and did not end. */
export const isHalfRestored = (dataDir: string): boolean => existsSync(join(dataDir, restoringName))
