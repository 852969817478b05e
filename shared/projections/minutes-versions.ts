// The documents of one session: the minutes, and one more for each correction after the issue. Each is what the journal said
// until the next began.
import type { Commit } from '../kernel/commit.ts'
import { approval } from '../modules/approval/contract.ts'

const begins = `${approval.name}.correctionBegun`

/** The journal of document 1, 2 …; null: there is no such document. */
export function journalOfVersion(journal: readonly Commit[], version: number): readonly Commit[] | null {
  const ends = journal.flatMap(({ events }, index) => (events.some(({ type }) => type === begins) ? [index] : []))
  return version <= ends.length + 1 ? journal.slice(0, ends[version - 1] ?? journal.length) : null
}
