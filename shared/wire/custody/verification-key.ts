// The key by which anybody checks the archives of this installation (ADR 0052), and what of a session it has sealed (ADR 0058).
import { z } from 'zod'

export const VerificationKey = z
  .object({
    fingerprint: z.string().describe('thumbprint of the key (RFC 7638), as `npm run verify -- ARCHIVE --key` takes it'),
    key: z
      .object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string() })
      .describe('the public key as a JWK (RFC 8037)'),
  })
  .meta({ id: 'VerificationKey' })
export type VerificationKey = z.infer<typeof VerificationKey>

const SealStampShown = z
  .discriminatedUnion('is', [
    z.object({ is: z.literal('none') }).describe('no authority is named in the settings'),
    z.object({ is: z.literal('pending') }).describe('asked for until the authority answers'),
    z.object({
      is: z.literal('stamped'),
      at: z.iso.datetime().describe('the seal was there at that hour, by the clock of the authority'),
      by: z.string().describe('whose certificate signed it'),
    }),
  ])
  .describe('the time stamp of an authority that is not this server (ADR 0069)')

export const SessionSeal = z
  .object({
    seal: z
      .object({
        sha256: z
          .string()
          .regex(/^[0-9a-f]{64}$/)
          .describe('of seal.json: to be noted outside of the server'),
        sealedAt: z.iso.datetime().describe('when the journal was sealed'),
        madeAt: z.iso.datetime().describe('when the seal was made, by the clock of the server'),
        files: z.int().nonnegative(),
        faults: z.int().nonnegative().describe('files that were gone or changed when the seal was made'),
        isRecordingOpen: z
          .boolean()
          .describe(
            'the recorder had not ended and was awaited no longer: what came of it after is under a supplement, once it has ended',
          ),
        stamp: SealStampShown,
        supplements: z
          .array(
            z.object({
              number: z.int().positive(),
              kind: z
                .enum(['recording', 'addition', 'correction'])
                .describe(
                  'recording: what a recorder wrote that had not ended at the sealing; addition, correction: a paper that people wrote',
                ),
              madeAt: z.iso.datetime(),
              files: z.int().nonnegative(),
              sha256: z.string().describe('of its text: what the next one names'),
              stamp: SealStampShown,
            }),
          )
          .describe('what came after the sealing, each under a seal of its own that names the one before'),
      })
      .nullable()
      .describe('null: not made yet'),
  })
  .meta({ id: 'SessionSeal' })
export type SessionSeal = z.infer<typeof SessionSeal>
