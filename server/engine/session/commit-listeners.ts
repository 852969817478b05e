// Who is told of each commit of a session. It is made before the sessions, and those who listen after them, for they need the sessions:
// so nothing is handed what is not made yet. Called by app.ts.
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
