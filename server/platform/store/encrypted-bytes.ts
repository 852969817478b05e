// The encryption of the bytes of a file: chunks of 64 KiB, each under AES-256-GCM, numbered, the last one marked, so
// that any part can be read and no chunk can be altered, moved or cut off. The construction is STREAM (Hoang,
// Reyhanitabar, Rogaway, Vizár, CRYPTO 2015) with the nonce as in age (age-encryption.org/v1, “Payload”): 11 bytes of
// counter, 1 byte of mark.
import { createCipheriv, createDecipheriv } from 'node:crypto'
import { Transform } from 'node:stream'

export const CHUNK_BYTES = 64 * 1024
const TAG_BYTES = 16
const ENCRYPTED_CHUNK_BYTES = CHUNK_BYTES + TAG_BYTES
const algorithm = 'aes-256-gcm'

/** Every file has a key of its own, so a number never comes twice under one key. */
function nonceOf(number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  // Six of the eleven bytes: 2^48 chunks are more than there are disks.
  nonce.writeUIntBE(number, 5, 6)
  nonce[11] = isLast ? 1 : 0
  return nonce
}

const chunksIn = (bytes: number) => Math.max(1, Math.ceil(bytes / CHUNK_BYTES))

export const encryptedSize = (bytes: number): number => bytes + chunksIn(bytes) * TAG_BYTES

/** null: no file has such a size. */
export function plainSize(encrypted: number): number | null {
  const chunks = Math.ceil(encrypted / ENCRYPTED_CHUNK_BYTES)
  const bytes = encrypted - chunks * TAG_BYTES
  return chunks > 0 && bytes >= 0 && encryptedSize(bytes) === encrypted ? bytes : null
}

function encryptChunk(key: Uint8Array, number: number, isLast: boolean, chunk: Uint8Array): Buffer {
  const cipher = createCipheriv(algorithm, key, nonceOf(number, isLast), { authTagLength: TAG_BYTES })
  return Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()])
}

/** @throws Error when it is not chunk `number` of the file of this key. */
export function decryptChunk(key: Uint8Array, number: number, isLast: boolean, encrypted: Buffer): Buffer {
  const tagAt = encrypted.length - TAG_BYTES
  const decipher = createDecipheriv(algorithm, key, nonceOf(number, isLast), { authTagLength: TAG_BYTES })
  decipher.setAuthTag(encrypted.subarray(tagAt))
  return Buffer.concat([decipher.update(encrypted.subarray(0, tagAt)), decipher.final()])
}

/** @throws Error when other than `bytes` come through. */
export function encrypting(key: Uint8Array, bytes: number): Transform {
  const last = chunksIn(bytes) - 1
  let number = 0
  let passed = 0
  let waiting: Buffer[] = []
  let waitingBytes = 0
  const flush = (stream: Transform, chunk: Buffer) => {
    stream.push(encryptChunk(key, number, number === last, chunk))
    number += 1
  }
  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      passed += piece.length
      waiting.push(piece)
      waitingBytes += piece.length
      if (waitingBytes >= CHUNK_BYTES) {
        let rest = Buffer.concat(waiting)
        while (rest.length >= CHUNK_BYTES) {
          flush(this, rest.subarray(0, CHUNK_BYTES))
          rest = rest.subarray(CHUNK_BYTES)
        }
        waiting = [rest]
        waitingBytes = rest.length
      }
      done(passed > bytes ? new Error('the file grew while it was read') : null)
    },
    flush(done) {
      if (passed !== bytes) return done(new Error('the file changed while it was read'))
      if (waitingBytes > 0 || bytes === 0) flush(this, Buffer.concat(waiting))
      done()
    },
  })
}

/** Which chunks a range needs, where they lie, and what of them is wanted. */
export function chunksOf(start: number, end: number, bytes: number) {
  const first = Math.floor(start / CHUNK_BYTES)
  const last = Math.floor(end / CHUNK_BYTES)
  return {
    first,
    last,
    from: first * ENCRYPTED_CHUNK_BYTES,
    until: Math.min((last + 1) * ENCRYPTED_CHUNK_BYTES, encryptedSize(bytes)) - 1,
    skip: start - first * CHUNK_BYTES,
  }
}

export const lastChunk = (bytes: number) => {
  const number = chunksIn(bytes) - 1
  return { number, from: number * ENCRYPTED_CHUNK_BYTES, until: encryptedSize(bytes) - 1 }
}

/** Cuts what comes into encrypted chunks; the last may be shorter. */
export async function* encryptedChunks(content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = []
  let waitingBytes = 0
  for await (const piece of content) {
    waiting.push(piece)
    waitingBytes += piece.length
    if (waitingBytes < ENCRYPTED_CHUNK_BYTES) continue
    let rest = Buffer.concat(waiting)
    while (rest.length >= ENCRYPTED_CHUNK_BYTES) {
      yield rest.subarray(0, ENCRYPTED_CHUNK_BYTES)
      rest = rest.subarray(ENCRYPTED_CHUNK_BYTES)
    }
    waiting = rest.length > 0 ? [rest] : []
    waitingBytes = rest.length
  }
  if (waitingBytes > 0) yield Buffer.concat(waiting)
}
