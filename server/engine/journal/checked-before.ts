// Remembers what this server has already checked of each journal, as one hash over the bytes. When the same bytes are
// read again, their commits need not be canonicalised and hashed one by one, which takes as long as the rest of
// reading.
import { createHash } from 'node:crypto'
import type { StoredJournal } from './check-journal.ts'

type Entries = StoredJournal['entries']

export interface CheckedBefore {
  /** So many of the first entries are, byte for byte, what was checked before. */
  count(id: string, entries: Entries): number
  /** All of these were checked. */
  note(id: string, entries: Entries): void
}

/** Beyond these the ones used longest ago are checked again commit by commit. */
const mostRemembered = 5000

export function createCheckedBefore(): CheckedBefore {
  const remembered = new Map<string, { readonly count: number; readonly sha256: string }>()
  return {
    count(id, entries) {
      const before = remembered.get(id)
      if (!before || entries.length < before.count) return 0
      return hashOf(entries.slice(0, before.count)) === before.sha256 ? before.count : 0
    },
    note(id, entries) {
      remembered.delete(id)
      remembered.set(id, { count: entries.length, sha256: hashOf(entries) })
      const [oldest] = remembered.keys()
      if (remembered.size > mostRemembered && oldest !== undefined) remembered.delete(oldest)
    },
  }
}

function hashOf(entries: Entries): string {
  const hash = createHash('sha256')
  // With their lengths: what ends one entry and begins the next is part of it.
  for (const [id, body] of entries) hash.update(`${id} ${body.length} ${body}`)
  return hash.digest('base64')
}
