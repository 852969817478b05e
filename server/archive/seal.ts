// What the seal of a session says: every file there was when its journal was sealed, with size and hash (ADR 0058). Signed as manifests are.
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
