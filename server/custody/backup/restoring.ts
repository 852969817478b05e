// Marks a restore that has not finished. It works inside the future DATA_DIR, because that may be a mount point, which
// cannot be renamed. While a folder of this name exists there, no server starts.
import { existsSync } from 'node:fs'
import { join } from 'node:path'

export const restoringName = '.restoring'

/** Whether a restore was begun there and did not end. */
export const isHalfRestored = (dataDir: string): boolean => existsSync(join(dataDir, restoringName))
