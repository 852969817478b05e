// By its hash the plan of a film is told from the one it would have now.
import { createHash } from 'node:crypto'

export const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex')
