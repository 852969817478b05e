// The signing key of this installation, and its signature of a manifest: a JWS with detached content (RFC 7515,
// appendix F; Ed25519 by RFC 8037). The public key is part of the signature; its owner is confirmed by comparing its
// thumbprint (RFC 7638) over another channel.
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { join } from 'node:path'
import { base64url, CompactSign, calculateJwkThumbprint, compactVerify, decodeProtectedHeader, importJWK } from 'jose'
import { z } from 'zod'
import type { VerificationKey } from '../../../shared/wire/custody/verification-key.ts'
import { loadPrivateFile } from '../../platform/private-file.ts'

const fileName = 'signing-key.pem'
const algorithm = 'EdDSA'
const PublicKey = z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string() })

export interface SigningKey {
  readonly published: VerificationKey
  sign(content: Uint8Array): Promise<string>
}

/** Made at the first start. @throws Error that names the file and says what to do. */
export async function loadSigningKey(dataDirectory: string): Promise<SigningKey> {
  const pem = await loadPrivateFile(dataDirectory, fileName, () =>
    generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
  )
  const privateKey = keyIn(pem)
  if (!privateKey)
    throw new Error(
      `${join(dataDirectory, fileName)} is damaged: restore it from the backup. ` +
        'With another key, later archives do not show the fingerprint that was published.',
    )
  const key = PublicKey.parse(createPublicKey(privateKey).export({ format: 'jwk' }))
  const fingerprint = await calculateJwkThumbprint(key)
  return {
    published: { fingerprint, key },
    async sign(content) {
      const jws = await new CompactSign(content)
        .setProtectedHeader({ alg: algorithm, kid: fingerprint, jwk: key })
        .sign(privateKey)
      const [header, , signature] = jws.split('.')
      return `${header}..${signature}`
    },
  }
}

function keyIn(pem: string): KeyObject | null {
  try {
    const key = createPrivateKey(pem)
    return key.asymmetricKeyType === 'ed25519' ? key : null
  } catch {
    return null
  }
}

/** The fingerprint of the key that signed `content`; null: the signature is none, or of something else. */
export async function signerOf(detached: string, content: Uint8Array): Promise<string | null> {
  try {
    const [header, empty, signature, ...more] = detached.trim().split('.')
    if (empty !== '' || more.length > 0) return null
    const key = PublicKey.parse(decodeProtectedHeader(`${header}..${signature}`).jwk)
    await compactVerify(`${header}.${base64url.encode(content)}.${signature}`, await importJWK(key, algorithm), {
      algorithms: [algorithm],
    })
    return await calculateJwkThumbprint(key)
  } catch {
    return null
  }
}
