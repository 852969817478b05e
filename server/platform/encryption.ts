// AES-256-GCM (NIST SP 800-38D): nonce, tag and ciphertext in one base64url text. For the people record and the boxes.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const algorithm = 'aes-256-gcm'
export const KEY_BYTES = 32
/** SP 800-38D, 8.2.2: with random nonces of 96 bits, one key may serve 2^32 texts. */
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** `place` is where the text belongs; it cannot be decrypted as one that belongs elsewhere. */
export function encrypt(key: Uint8Array, plain: Uint8Array, place: string): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(place))
  const ciphertext = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), ciphertext]).toString('base64url')
}

/** @throws Error when the text was altered, belongs elsewhere, or was encrypted with another key. */
export function decrypt(key: Uint8Array, encrypted: string, place: string): Buffer {
  const bytes = Buffer.from(encrypted, 'base64url')
  const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(place))
    .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
  return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()])
}
