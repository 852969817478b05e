// Writes the rows of sessions that have changed: soon, the newest of each alone, and again after a fault. Called by
// session-lists.ts.
import type { SessionId } from '../../../shared/kernel/ids.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import type { Log } from '../../platform/log.ts'
import type { Rows } from '../../platform/rows.ts'
import { memberOf, type Row, rowOf, setsOf } from './session-rows.ts'

const retryMs = 1000

export interface RowWriting {
  changed(state: SessionState, seq: number): void
  /** What was told is written. Throws Unavailable when Redis cannot be reached. */
  settled(): Promise<void>
  close(): void
}

export function createRowWriting(rows: Pick<Rows<Row>, 'keep'>, log: Log): RowWriting {
  const waiting = new Map<SessionId, { state: SessionState; seq: number }>()
  let writing: Promise<void> | null = null
  let retry: NodeJS.Timeout | undefined

  async function write(): Promise<void> {
    for (let next = waiting.entries().next(); !next.done; next = waiting.entries().next()) {
      const [sessionId, told] = next.value
      const row = rowOf(told.state, told.seq)
      await rows.keep(sessionId, row, { member: memberOf(row.summary), sets: setsOf(row) })
      // A newer one may have come meanwhile.
      if (waiting.get(sessionId) === told) waiting.delete(sessionId)
    }
  }

  function settled(): Promise<void> {
    clearTimeout(retry)
    writing ??= write().finally(() => {
      writing = null
    })
    return writing
  }

  function writeSoon(): void {
    settled().catch((error: unknown) => {
      log.warn({ err: error, sessions: waiting.size }, 'the lists of sessions are behind; they are written again')
      retry = setTimeout(writeSoon, retryMs)
      retry.unref()
    })
  }

  return {
    settled,
    changed(state, seq) {
      waiting.set(state.session.sessionId, { state, seq })
      if (writing === null) writeSoon()
    },
    close: () => clearTimeout(retry),
  }
}
