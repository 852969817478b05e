// The proof of the head of a journal: number and hash of its last commit, authenticated under a key that is not in
// Redis. It detects commits with valid hashes written by somebody who has access to Redis alone (ADR 0076). RFC 2104,
// RFC 5869.
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import type { Head, JournalKind } from './journal.ts'

export interface HeadProof {
  /** What is kept beside the journal. */
  proved(kind: JournalKind, id: string, head: Head): string
  /** null: it is none that this key has made for that journal. */
  opened(kind: JournalKind, id: string, kept: string): Head | null
}

/** A key of its own out of one that is in every copy of the keys already: no new file that a backup could lack. */
export function createHeadProof(secret: Uint8Array): HeadProof {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'diemcau heads of journals', 32))
  const macOf = (kind: JournalKind, id: string, { seq, hash }: Head) =>
    createHmac('sha256', key)
      .update(JSON.stringify([kind, id, seq, hash]))
      .digest()

  return {
    proved: (kind, id, head) => `${head.seq} ${head.hash} ${macOf(kind, id, head).toString('base64url')}`,
    opened(kind, id, kept) {
      const [, seq, hash, mac] = /^(\d{1,15}) ([0-9a-f]{64}) ([\w-]{43})$/.exec(kept) ?? []
      if (seq === undefined || hash === undefined || mac === undefined) return null
      const head = { seq: Number(seq), hash }
      return timingSafeEqual(Buffer.from(mac, 'base64url'), macOf(kind, id, head)) ? head : null
    },
  }
}
