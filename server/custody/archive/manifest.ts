// The format of manifest.json in an archive: every file with its size and hash, and what the archive of the session
// leaves out (ADR 0052).
import { z } from 'zod'

export const manifestName = 'manifest.json'
export const signatureName = 'manifest.sig'
export const journalName = 'journal.jsonl'
export const recordingIndexName = 'recordings/index.jsonl'

/**
 * journal · paper: as it was issued · print: printed from the journal when it was sealed · document: as it was handed in, or shown ·
 * signature: drawn under a statement · recording · seal: what there was at the sealing · certificate: of what was erased, with its
 * signature beside it.
 */
const FileKind = z.enum(['journal', 'paper', 'print', 'document', 'signature', 'recording', 'seal', 'certificate'])
export type FileKind = z.infer<typeof FileKind>

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const Named = z.object({ path: z.string(), kind: FileKind })

export const Manifest = z.object({
  format: z.literal('diemcau-archive'),
  version: z.literal(1),
  sessionId: z.string(),
  sealedAt: z.iso.datetime(),
  exportedAt: z.iso.datetime(),
  journal: z.object({ commits: z.int().nonnegative(), headHash: Sha256 }),
  files: z.array(Named.extend({ bytes: z.int().nonnegative(), sha256: Sha256 })),
  /** Whoever took the archive may not have these; by the hash another copy can be checked. */
  withheld: z.array(Named.extend({ sha256: Sha256 })),
  /** What was erased by decision before the archive was made (ADR 0060); archives of earlier builds know nothing of it. */
  erased: z
    .array(
      Named.extend({
        sha256: Sha256,
        erasedAt: z.iso.datetime(),
        decidedAt: z.iso.datetime(),
        certificate: z.string(),
      }),
    )
    .default([]),
  /** What the server itself found wrong when it wrote the archive; the hash is the one that was noted first. */
  faults: z.array(Named.extend({ sha256: Sha256, fault: z.enum(['missing', 'altered']) })),
})
export type Manifest = z.infer<typeof Manifest>

/** null: it is none. */
export function parsed<Shape>(text: Buffer, shape: z.ZodType<Shape>): Shape | null {
  try {
    return shape.parse(JSON.parse(text.toString()))
  } catch {
    return null
  }
}
