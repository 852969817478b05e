// The journal checks of a test server: a key, and the heads it has seen.
import { randomBytes } from 'node:crypto'
import { createBrokenJournals } from '../../server/engine/journal/broken-journals.ts'
import type { JournalChecks } from '../../server/engine/journal/checked-reading.ts'
import { createHeadProof } from '../../server/engine/journal/head-proof.ts'
import { createSeenHeads } from '../../server/engine/journal/seen-heads.ts'
import type { Log } from '../../server/platform/log.ts'

/** Several servers of one installation get the same secret. */
export const journalChecks = (
  secret: Uint8Array = randomBytes(32),
  log: Pick<Log, 'error'> = { error: () => undefined },
): JournalChecks => ({
  proof: createHeadProof(secret),
  seen: createSeenHeads(),
  broken: createBrokenJournals(log),
})
