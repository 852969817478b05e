// The key with which papers are signed, and its storage format.
import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto'
import { z } from 'zod'

export interface AgencyKey {
  readonly key: KeyObject
  /** First the one of the key, then the others of the file. */
  readonly certificates: readonly X509Certificate[]
}

/** PKCS#8 and X.509, as DER. */
export const WrittenKey = z.object({ key: z.base64(), certificates: z.array(z.base64()).min(1) })
export type WrittenKey = z.infer<typeof WrittenKey>

export const writtenKey = ({ key, certificates }: AgencyKey): WrittenKey => ({
  key: key.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
  certificates: certificates.map(({ raw }) => raw.toString('base64')),
})

export function readKey({ key, certificates }: WrittenKey): AgencyKey {
  const bytes = (text: string) => Buffer.from(text, 'base64')
  return {
    key: createPrivateKey({ key: bytes(key), format: 'der', type: 'pkcs8' }),
    certificates: certificates.map((certificate) => new X509Certificate(bytes(certificate))),
  }
}
