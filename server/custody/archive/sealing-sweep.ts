// Sends the sealing command to closed sessions whose sealing is due by shared/projections/sealing.ts (ADR 0082) and the
// current calendar of working days. Reads no journals: the session lists know which sessions are closed. Several nodes
// may send it: one succeeds.

import type { SessionId } from '../../../shared/kernel/ids.ts'
import { wish } from '../../../shared/kernel/wish.ts'
import { session } from '../../../shared/modules/session/contract.ts'
import { isToBeSealed } from '../../../shared/projections/sealing.ts'
import type { LawData } from '../../casework/deadlines/law-data.ts'
import type { SessionLists } from '../../engine/lists/session-lists.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import type { Log } from '../../platform/log.ts'
import { createMailbox } from '../../platform/mailbox.ts'

interface Dependencies {
  readonly sessions: Pick<Sessions, 'dispatch'>
  readonly sessionLists: Pick<SessionLists, 'unsealed'>
  readonly law: Pick<LawData, 'calendar'>
  readonly now: () => number
  readonly newId: () => string
  readonly log: Pick<Log, 'warn'>
}

export interface SealingSweep {
  /** Throws Unavailable when Redis cannot be reached. */
  sweep(): Promise<void>
  /** Sweeps now, then every ten minutes. */
  start(): void
  close(): Promise<void>
}

const everyMs = 10 * 60_000

export function createSealingSweep(dependencies: Dependencies): SealingSweep {
  const { sessions, sessionLists, law, now, newId, log } = dependencies
  const sweeping = createMailbox()
  let timer: NodeJS.Timeout | null = null
  let isClosed = false

  async function seal(sessionId: SessionId): Promise<void> {
    const reply = await sessions.dispatch(sessionId, { kind: 'system' }, { id: newId(), ...wish(session, 'seal', {}) })
    // Somebody else was faster, or began a correction: it is asked again by what its row says then.
    if (!reply.ok) log.warn({ sessionId, code: reply.rejection.code }, 'a session was not sealed; it is asked again')
  }

  const sweep = () =>
    sweeping.post(async () => {
      const [unsealed, calendar] = await Promise.all([sessionLists.unsealed(), law.calendar()])
      for (const { summary, facts } of unsealed)
        if (!isClosed && isToBeSealed(facts, calendar, now())) await seal(summary.sessionId)
    })
  const tell = (err: unknown) => log.warn({ err }, 'closed sessions were not asked to be sealed: tried again soon')

  return {
    sweep,
    start() {
      void sweep().catch(tell)
      timer = setInterval(() => void sweep().catch(tell), everyMs)
      timer.unref()
    },
    async close() {
      isClosed = true
      if (timer) clearInterval(timer)
      await sweeping.post(async () => undefined)
    },
  }
}
