// Prints the papers of the seal of a closed session in advance, once nothing has been written for a while, so that
// sealing takes less time (ADR 0058). Called by seals.ts only.
import type { SessionId } from '../../../shared/kernel/ids.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import { isRunning } from '../../../shared/modules/session/contract.ts'
import type { Log } from '../../platform/log.ts'
import { createMailbox } from '../../platform/mailbox.ts'
import type { SealPrint, SealPrints } from './seal-prints.ts'

export interface PrintAhead {
  /** Told after each commit, and when a session was read from its journal. */
  changed(state: SessionState): void
  /** One after the other, and no seal waits for that of another session. */
  print(sessionId: SessionId): Promise<void>
  /** Resolves when it is printed, or has failed. null: another session was the last, or none. */
  printing(sessionId: SessionId): Promise<unknown> | null
  /** Resolves when nothing is being printed any more of what was begun. */
  atRest(): Promise<void>
  /** Prints nothing more; what is being printed goes on. */
  stop(): void
}

interface Dependencies {
  readonly sealPrints: Pick<SealPrints, 'setAhead'>
  /** What would be printed if the journal were sealed as it stands; none: it is not closed, or sealed already. */
  readonly printsAhead: (sessionId: SessionId) => Promise<readonly SealPrint[]>
  readonly log: Log
}

/** Nothing was written in a closed session for so long: its minutes may be as they will be sealed. */
const quietMs = 10_000
/** The first time: whoever closes a session may well seal it next, and Typst sets again only what was written since. */
const firstQuietMs = 100

export function createPrintAhead({ sealPrints, printsAhead, log }: Dependencies): PrintAhead {
  const quiet = new Map<SessionId, NodeJS.Timeout>()
  /** Seen going on, and not printed ahead since. */
  const live = new Set<SessionId>()
  const aheads = createMailbox()
  /** The last that was printed, or is being. */
  let last: { sessionId: SessionId; isDone: Promise<unknown> } | null = null
  let isStopped = false

  function print(sessionId: SessionId): Promise<void> {
    return aheads.post(async () => {
      if (isStopped) return
      const printed = printsAhead(sessionId).then((prints) => sealPrints.setAhead(sessionId, prints))
      last = { sessionId, isDone: printed.catch(() => undefined) }
      await printed
    })
  }

  function whenQuiet(sessionId: SessionId): void {
    const waiting = setTimeout(
      () => {
        quiet.delete(sessionId)
        live.delete(sessionId)
        print(sessionId).catch((err: unknown) =>
          log.warn({ sessionId, err }, 'nothing was printed ahead of a seal: it prints for itself'),
        )
      },
      live.has(sessionId) ? firstQuietMs : quietMs,
    )
    quiet.set(sessionId, waiting.unref())
  }

  return {
    changed({ session: { sessionId, status } }) {
      clearTimeout(quiet.get(sessionId))
      quiet.delete(sessionId)
      if (isRunning(status)) live.add(sessionId)
      if (status === 'sealed') live.delete(sessionId)
      if (status === 'closed' && !isStopped) whenQuiet(sessionId)
    },
    print,
    printing: (sessionId) => (last?.sessionId === sessionId ? last.isDone : null),
    atRest: () => aheads.post(async () => {}),
    stop() {
      isStopped = true
      for (const waiting of quiet.values()) clearTimeout(waiting)
    },
  }
}
