// The journals that failed a check: each is closed to commands and views until it is repaired and the server restarted;
// all others stay open. Found by server/engine/journal/redis.ts; shown on /health and logged (ADR 0076).
import type { BrokenJournal } from '../../platform/broken-journal.ts'
import type { Log } from '../../platform/log.ts'

export interface BrokenJournals {
  /** Tells the log the first time; what was found first stands. */
  note(found: BrokenJournal): void
  of(kind: string, id: string): BrokenJournal | null
  all(): readonly BrokenJournal[]
  /** Called once for each that is found. Ends with the function returned. */
  listen(listener: (found: BrokenJournal) => void): () => void
}

export function createBrokenJournals(log: Pick<Log, 'error'>): BrokenJournals {
  const broken = new Map<string, BrokenJournal>()
  const listeners = new Set<(found: BrokenJournal) => void>()
  return {
    note(found) {
      const { kind, id, seq, reason } = found
      const key = `${kind} ${id}`
      if (broken.has(key)) return
      broken.set(key, found)
      log.error(
        { kind, id, seq, reason },
        'a journal does not hold: it is closed until it is restored from a backup and the server started again',
      )
      for (const listener of listeners) listener(found)
    },
    of: (kind, id) => broken.get(`${kind} ${id}`) ?? null,
    all: () => [...broken.values()],
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
