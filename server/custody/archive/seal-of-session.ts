// Collects what the seal of a session covers: its journal, the prints made for the seal, its files, and written
// supplements (ADR 0058, 0085). custody/open.ts passes it to the seals.

import { createHash } from 'node:crypto'
import { mayLeave } from '../../../shared/projections/leaving.ts'
import type { PaperName } from '../../../shared/wire/hearing/paper-api.ts'
import { journalLines } from '../../engine/journal/journal-file.ts'
import type { PaperSource, Papers } from '../../papers/session-papers.ts'
import { notedFiles, type Stores } from './archived-files.ts'
import { journalName } from './manifest.ts'
import type { SealPrint } from './seal-prints.ts'
import type { SealSource } from './seal-source.ts'

/** What the seal would have printed if the journal were sealed as it stands. */
export const sealPrintsAhead = (papers: Papers, plain: PaperSource): readonly SealPrint[] =>
  plain.state.session.status === 'closed' ? sealPrints(papers, plain) : []

/** As the journal stood before it was sealed, which adds nothing to them: so they can be printed before. */
function sealPrints(papers: Papers, source: PaperSource): readonly SealPrint[] {
  const { state, journal, people } = source
  const last = journal.at(-1)
  // The words of who denounces stand sealed in the journal, and nowhere in clear (ADR 0047).
  if (!last || state.session.isProtected) return []
  const of = createHash('sha256')
    .update(`${last.hash} ${JSON.stringify(people)}`)
    .digest('hex')
  // Minutes that were never issued are sealed as they stand. Not again as a workbook: that has the hour of its printing in it.
  const isIssued = state.approval.issues.minutes !== null
  // First what takes longest, in a thread of its own.
  const names: PaperName[] = [...(isIssued ? [] : ['minutes.pdf' as const]), 'attendance.csv']
  return names.map((path) => ({ path, of, print: () => papers[path]({ ...source, printedAt: last.at }) }))
}

/** null: the session is not sealed. */
export async function sealSource(
  { papers, ...stores }: Stores & { readonly papers: Papers },
  plain: PaperSource,
): Promise<SealSource | null> {
  // But for who denounces it is one and the same; reading twenty thousand commits twice takes its time.
  const stored = plain.state.session.isProtected ? await plain.storedJournal() : plain.journal
  const sealing = stored.find(({ events }) => events.some(({ type }) => type === 'session.sealed'))
  if (!sealing) return null
  const { session } = plain.state
  // A paper may have been withdrawn since.
  const journal = stored.slice(0, sealing.seq)
  return {
    sealedAt: sealing.at,
    journal: {
      commits: journal.length,
      headHash: sealing.hash,
      path: journalName,
      lines: journalLines(session.sessionId, journal),
    },
    prints: sealPrints(papers, { ...plain, journal: plain.journal.slice(0, sealing.seq - 1) }),
    files: await notedFiles(stores, plain),
    written: writtenOf(plain),
  }
}

/** A supplement lies in clear, and for ever: words that stay inside the session are in its paper alone. */
const writtenOf = ({ state }: PaperSource): SealSource['written'] =>
  state.supplement.written.map(({ supplementId, kind, number, year, at, by, reason }) => ({
    supplementId,
    kind,
    number,
    year,
    writtenAt: new Date(at).toISOString(),
    accountId: by.kind === 'account' ? by.accountId : null,
    reason: mayLeave(state) ? reason : null,
  }))
