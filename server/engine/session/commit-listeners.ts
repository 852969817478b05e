// Notifies listeners of each commit of a session. Created before the sessions; the listeners are created after them,
// because they need the sessions, and register here. Called by engine/open.ts.
import type { SessionState } from '../../../shared/modules/index.ts'

export type CommitListener = (state: SessionState, seq: number) => void

export interface CommitListeners {
  /** From now on: what was before, a listener catches up with by itself. */
  listen(listener: CommitListener): void
  readonly tell: CommitListener
}

export function createCommitListeners(): CommitListeners {
  const listeners: CommitListener[] = []
  return {
    listen: (listener) => void listeners.push(listener),
    tell(state, seq) {
      for (const listener of listeners) listener(state, seq)
    },
  }
}
