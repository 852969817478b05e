// The answer of the program that reads uploaded files.
import { z } from 'zod'
import { SecrecyLevel } from '../../../../shared/secrecy/levels.ts'
import type { documentFaults } from '../../../../shared/wire/papers/documents.ts'

export const FileFacts = z.object({
  pages: z.int().nullable().describe('of what can be shown as it is; null: of an office file'),
  picture: z
    .object({ width: z.number(), height: z.number() })
    .nullable()
    .describe('in pixels, as it is looked at; null: it is no picture'),
  marking: SecrecyLevel.nullable().describe('the highest secrecy marking that was read; null: none'),
})
export type FileFacts = z.infer<typeof FileFacts>

export type Answer = FileFacts | { fault: (typeof documentFaults)[number] }
