// Makes, one after the other, the seals that are missing at the start, and from then on each when its session is sealed. Called
// by seals.ts only.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { SessionId } from '../../../shared/kernel/ids.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import { BrokenJournal } from '../../platform/broken-journal.ts'
import { Unavailable } from '../../platform/errors.ts'
import type { Log } from '../../platform/log.ts'
import type { KeptSeals } from './kept-seals.ts'
import type { LateSupplements } from './late-supplements.ts'
import { sealStampName } from './seal.ts'
import type { SealMaker } from './seal-maker.ts'
import type { SealStamps } from './seal-stamps.ts'
import type { Supplements } from './supplements.ts'

export interface MissingSeals {
  /** Told after each commit, and when a session was read from its journal. */
  changed(state: SessionState): void
  start(): void
  /** Begins nothing more. */
  stop(): void
}

interface Dependencies {
  /** Of the folder of all seals. */
  readonly root: string
  readonly keptSeals: KeptSeals
  readonly maker: SealMaker
  readonly late: Pick<LateSupplements, 'ofRecordingSoon'>
  readonly supplements: Pick<Supplements, 'of'>
  readonly sealStamps: Pick<SealStamps, 'want'>
  /** Sessions whose journal is sealed, but for these. */
  readonly sealedBut: (known: ReadonlySet<string>) => Promise<readonly SessionId[]>
  readonly againMs: number
  readonly log: Log
}

export function createMissingSeals(dependencies: Dependencies): MissingSeals {
  const { root, keptSeals, maker, late, supplements, sealStamps, sealedBut, againMs, log } = dependencies
  const beforeStart = new Set<SessionId>()
  let isStarted = false
  let isStopped = false

  async function begin(sessionId: SessionId): Promise<void> {
    await maker.of(sessionId).catch((err: unknown) => {
      // Redis, or the bucket of the store, will be back.
      if (err instanceof Unavailable) {
        log.warn({ sessionId, err }, 'a seal waits for what it seals')
        setTimeout(() => isStopped || void begin(sessionId), againMs).unref()
      } else if (err instanceof BrokenJournal)
        log.error({ sessionId, seq: err.seq, reason: err.reason }, 'unsealed: the journal does not hold')
      else
        log.error(
          { sessionId, err },
          'a seal could not be made; it is made when the archive is asked for, or at the next start',
        )
    })
  }

  async function catchUp(): Promise<void> {
    const known = new Set(await keptSeals.names())
    for (const sessionId of await sealedBut(known)) {
      if (isStopped) return
      await begin(sessionId)
    }
    for (const name of known) {
      const sessionId = SessionId.parse(name)
      if (isStopped) return
      if ((await keptSeals.of(sessionId))?.seal.isRecordingOpen) await late.ofRecordingSoon(sessionId)
      for (const stamp of [sealStampName, ...(await supplements.of(sessionId)).map(({ stampName }) => stampName)])
        if (!existsSync(join(root, sessionId, stamp))) sealStamps.want(sessionId, stamp)
    }
  }

  return {
    changed({ session: { sessionId, status } }) {
      if (status !== 'sealed' || maker.isMade(sessionId)) return
      if (isStarted) void begin(sessionId)
      else beforeStart.add(sessionId)
    },
    start() {
      isStarted = true
      for (const sessionId of beforeStart) void begin(sessionId)
      catchUp().catch((err: unknown) => log.error({ err }, 'which seals are missing is not known'))
    },
    stop() {
      isStopped = true
    },
  }
}
