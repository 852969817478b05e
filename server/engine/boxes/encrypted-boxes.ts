// Stores boxes beside the journal. With each paper a box is encrypted again under a new random key, and the earlier key
// is erased. A Redis file contains every state in order, but only as ciphertext that nobody can decrypt: comparing two
// states reveals no paper.
import { randomBytes } from 'node:crypto'
import type { SessionId } from '../../../shared/kernel/ids.ts'
import { decrypt, encrypt, KEY_BYTES } from '../../platform/encryption.ts'
import type { Journal } from '../journal/journal.ts'
import type { BoxKeys, BoxPlace } from './box-keys.ts'
import type { Boxes } from './boxes.ts'

const BYTES_PER_PILE = 4
/** Papers on their way whose commit may still arrive. A store that refuses to write would else fill the place of the keys. */
const KEPT_ATTEMPTS = 8

export function createEncryptedBoxes(journal: Pick<Journal, 'readBox' | 'destroyBoxes'>, keys: BoxKeys): Boxes {
  /** `counts` is null when no key fits, and empty when nothing was ever put in. */
  async function contents(place: BoxPlace) {
    const ciphertext = await journal.readBox(place.sessionId, place.boxId)
    const known = await keys.read(place)
    const { key, counts } = ciphertext === null ? { key: null, counts: [] } : decrypted(ciphertext, known, place)
    return { ciphertext, known, counts, attempts: known.filter((one) => one !== key) }
  }

  /** Between the box and its keys another node may have put a paper in: then both are read again. */
  async function settled(place: BoxPlace) {
    let seen = await contents(place)
    while (!seen.counts) {
      const again = await contents(place)
      if (again.ciphertext === seen.ciphertext && !again.counts) return again
      seen = again
    }
    return seen
  }

  return {
    async put(sessionId, { boxId, pile, piles }) {
      const place = { sessionId, boxId }
      const { ciphertext, known, counts, attempts } = await settled(place)
      const before = ciphertext === null ? Array<number>(piles).fill(0) : counts
      if (before?.length !== piles) return null
      if (attempts.length >= KEPT_ATTEMPTS) await keys.erase(place, attempts.slice(0, 1 - KEPT_ATTEMPTS))
      const next = randomBytes(KEY_BYTES)
      await keys.add(place, next)
      const after = before.map((count, index) => (index === pile ? count + 1 : count))
      return {
        box: { boxId, ciphertext: encrypt(next, packed(after), nameOf(place)) },
        // Not a key that came later: that one may belong to the next paper already.
        written: () => keys.erase(place, known),
      }
    },

    async open(sessionId, boxId) {
      const { ciphertext, counts } = await settled({ sessionId, boxId })
      return ciphertext === null ? null : counts
    },

    async destroy(sessionId: SessionId, boxIds) {
      for (const boxId of boxIds) await keys.eraseAll({ sessionId, boxId })
      await journal.destroyBoxes(sessionId, boxIds)
    },
  }
}

/** Of the keys that may fit, one does; null: none. */
function decrypted(ciphertext: string, keys: readonly Buffer[], place: BoxPlace) {
  for (const key of keys)
    try {
      return { key, counts: unpacked(decrypt(key, ciphertext, nameOf(place))) }
    } catch {
      // A key of another state of this box.
    }
  return { key: null, counts: null }
}

const nameOf = ({ sessionId, boxId }: BoxPlace) => `${sessionId} box ${boxId}`

/** Always the same length, whatever the numbers. */
function packed(counts: readonly number[]): Buffer {
  const bytes = Buffer.alloc(counts.length * BYTES_PER_PILE)
  for (const [pile, count] of counts.entries()) bytes.writeUInt32BE(count, pile * BYTES_PER_PILE)
  return bytes
}

const unpacked = (bytes: Buffer): readonly number[] =>
  Array.from({ length: bytes.length / BYTES_PER_PILE }, (_, pile) => bytes.readUInt32BE(pile * BYTES_PER_PILE))
