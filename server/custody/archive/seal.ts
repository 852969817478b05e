// The format of the seal of a session: every file that existed when its journal was sealed, with size and hash (ADR
// 0058). Signed like a manifest.
import { z } from 'zod'
import { Manifest } from './manifest.ts'

export const sealName = 'seal.json'
export const sealSignatureName = 'seal.sig'
/** The answer of a time stamp authority (ADR 0069). */
export const sealStampName = 'seal.tsr'

export const Seal = Manifest.pick({ sessionId: true, sealedAt: true, journal: true, files: true, faults: true }).extend(
  {
    format: z.literal('diemcau-seal'),
    version: z.literal(1),
    /** By the clock of the server; before `sealedAt` when that was set back. */
    madeAt: z.iso.datetime(),
    /** The recorder had not ended, and was awaited no longer: files of the recording may have come after. */
    isRecordingOpen: z.boolean().default(false),
  },
)
export type Seal = z.infer<typeof Seal>

export interface KeptSeal {
  readonly seal: Seal
  /** As it was signed. */
  readonly text: string
  readonly signature: string
  /** Of the text. */
  readonly sha256: string
}

/** What came after the sealing, under a seal of its own that names the one before it: the seal, then each supplement (ADR 0082). */
export const Supplement = Manifest.pick({ sessionId: true, files: true }).extend({
  format: z.literal('diemcau-supplement'),
  version: z.literal(1),
  /** 1, 2, 3 … of this session. */
  number: z.int().positive(),
  /** SHA-256 of the text of what it follows. */
  previous: z.string().regex(/^[0-9a-f]{64}$/),
  madeAt: z.iso.datetime(),
  /** recording: what a recorder wrote that had not ended when the journal was sealed; else a paper that people wrote. */
  kind: z.enum(['recording', 'addition', 'correction']),
  /** null: nobody wrote it. */
  written: z
    .object({
      /** As the journal names it. */
      supplementId: z.uuid(),
      number: z.int().positive(),
      year: z.int(),
      writtenAt: z.iso.datetime(),
      /** null: the office, by no account that is known. */
      accountId: z.string().nullable(),
      /** null: it stays inside the session; the paper has it. */
      reason: z.string().nullable(),
    })
    .nullable()
    .default(null),
})
export type Supplement = z.infer<typeof Supplement>
export type Written = NonNullable<Supplement['written']>

/** Where the archive has an issued paper. */
export const paperPath = (
  kind: string,
  { number, year }: Pick<Written, 'number' | 'year'>,
  extension: string,
): string => `papers/${kind}-${number}-${year}.${extension}`
/** What a supplement that people wrote has sealed. */
export const writtenPaths = (written: Pick<Written, 'number' | 'year'>): string[] =>
  ['pdf', 'docx'].map((extension) => paperPath('supplement', written, extension))

export const supplementName = (number: number): string => `supplements/${number}.json`
export const supplementSignatureName = (number: number): string => `supplements/${number}.sig`
export const supplementStampName = (number: number): string => `supplements/${number}.tsr`
