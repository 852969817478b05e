// The versions of the minutes of a session: the first and one for each correction. Each is built from the journal up to
// the start of the next.
import type { Commit } from '../kernel/commit.ts'
import { approval } from '../modules/approval/contract.ts'

const begins = `${approval.name}.correctionBegun`

/** The journal of document 1, 2 …; null: there is no such document. */
export function journalOfVersion(journal: readonly Commit[], version: number): readonly Commit[] | null {
  const ends = journal.flatMap(({ events }, index) => (events.some(({ type }) => type === begins) ? [index] : []))
  return version <= ends.length + 1 ? journal.slice(0, ends[version - 1] ?? journal.length) : null
}
