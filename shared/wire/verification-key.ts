// The key by which anybody checks the archives of this installation (ADR 0052).
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
