// Short codes that are handed out on paper: derived from a key of this installation, so that none is stored.
import { createHmac, hkdfSync } from 'node:crypto'

const DIGITS = 8

/** `key`: the one that signs links. A key of its own is derived from it (RFC 5869). */
export function createCodes(key: Uint8Array): (subject: string) => string {
  const own = Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), 'diemcau codes', 32))
  return (subject) => {
    const number = createHmac('sha256', own).update(subject).digest().readBigUInt64BE() % 10n ** BigInt(DIGITS)
    return String(number).padStart(DIGITS, '0')
  }
}
