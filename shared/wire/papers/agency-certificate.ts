// The certificate of the agency, by which issued papers are signed (ADR 0058): what is known of it, and handing it in.
import { z } from 'zod'

/** What is wrong with a certificate that is handed in. */
export const CertificateFault = z.enum([
  'not-pkcs12',
  'too-demanding',
  'wrong-password',
  'no-private-key',
  'no-certificate',
  'weak-key',
  'key-usage',
  'expired',
  'not-yet-valid',
])
export type CertificateFault = z.infer<typeof CertificateFault>

export const AgencyCertificateState = z
  .object({
    certificate: z
      .object({
        subject: z.string().describe('whose it is'),
        issuer: z.string().describe('who has made it out'),
        validFrom: z.iso.datetime(),
        validUntil: z.iso.datetime(),
        fingerprint: z.string().describe('SHA-256 of the certificate'),
      })
      .nullable(),
    standing: z
      .enum(['none', 'valid', 'expiresSoon', 'expired', 'notYetValid', 'unreadable'])
      .describe('expiresSoon: within 30 days; from expired on, papers are issued without a signature'),
  })
  .meta({ id: 'AgencyCertificateState' })
export type AgencyCertificateState = z.infer<typeof AgencyCertificateState>

/** Larger ones are no PKCS#12 files of one agency. */
const longestFile = 100_000

export const NewAgencyCertificate = z
  .object({
    file: z.base64().min(1).max(longestFile).describe('the PKCS#12 file (.p12, .pfx)'),
    password: z.string().max(200),
  })
  .meta({ id: 'NewAgencyCertificate' })
export type NewAgencyCertificate = z.infer<typeof NewAgencyCertificate>
