// Makes the seal of a session once, when its journal is sealed, and keeps it unchanged in DATA_DIR/seals/SESSION (ADR
// 0058). A seal interrupted by a crash is made at the next start from the parts already stored. Called by HTTP;
// notified by the sessions.
import { join } from 'node:path'
import { SessionId } from '../../../shared/kernel/ids.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import type { Log } from '../../platform/log.ts'
import { createMailbox } from '../../platform/mailbox.ts'
import type { TimeStamps } from '../../platform/time-stamps/time-stamps.ts'
import { createKeptSeals } from './kept-seals.ts'
import { createLateSupplements, type LateSupplements } from './late-supplements.ts'
import { createMissingSeals } from './missing-seals.ts'
import { createPrintAhead } from './print-ahead.ts'
import { type KeptSeal, sealStampName } from './seal.ts'
import { createSealMaker } from './seal-maker.ts'
import { createSealPrints, type SealPrint } from './seal-prints.ts'
import type { SealSource } from './seal-source.ts'
import { createSealStamps, type SealStamp } from './seal-stamps.ts'
import type { SigningKey } from './signature.ts'
import { createSupplements, type KeptSupplement } from './supplements.ts'

export interface Seals {
  /** Told after each commit, and when a session was read from its journal. */
  changed(state: SessionState): void
  /** Made now when it is not there; whoever asks again gets the same. null: the journal is not sealed. */
  of(sessionId: SessionId): Promise<KeptSeal | null>
  /** null: not made yet. */
  kept(sessionId: SessionId): Promise<KeptSeal | null>
  /** pending: it is asked for. null: there is none, and no authority to ask. */
  stampOf(kept: KeptSeal): Promise<SealStamp | 'pending' | null>
  /** In their order. What was written since is under one first; files of a recording, too, once the recorder has ended. */
  supplements(sessionId: SessionId): Promise<KeptSupplement[]>
  /** What was written since, and printed, is under a supplement from now on; the seal itself is there first. */
  sealWritten(sessionId: SessionId): Promise<void>
  /** In their order, as they are now. */
  keptSupplements(sessionId: SessionId): Promise<KeptSupplement[]>
  stampOfSupplement(supplement: KeptSupplement): Promise<SealStamp | 'pending' | null>
  /** As it was printed for the seal; null: it is gone, or altered. */
  readPrint(sessionId: SessionId, path: string): Promise<Buffer | null>
  /** What was printed for the seal has names in it: it goes with them. The seal stays, and has its hash. */
  erasePrints(sessionId: SessionId): Promise<void>
}

export interface RunningSeals extends Seals {
  /** Makes, one after the other, the seals that are missing, and from now on each when its session is sealed. */
  start(): void
  /** Prints what the seal of a closed session would take as it stands. */
  printAhead(sessionId: SessionId): Promise<void>
  /** Resolves when the one that is being made is made; the next start makes the others. */
  close(): Promise<void>
}

export interface SealsDependencies {
  readonly dataDir: string
  readonly key: Pick<SigningKey, 'sign'>
  readonly secret: Uint8Array
  /** null: seals bear no time stamp of another. */
  readonly timeStamps: Pick<TimeStamps, 'stamp'> | null
  /** null: its journal is not sealed. */
  readonly sourceOf: (sessionId: SessionId) => Promise<SealSource | null>
  /** What would be printed if the journal were sealed as it stands; none: it is not closed, or sealed already. */
  readonly printsAhead: (sessionId: SessionId) => Promise<readonly SealPrint[]>
  /** Resolves with true when all that was recorded is on the disk and in its index, with false when that is awaited no longer. */
  readonly recorded: (sessionId: SessionId) => Promise<boolean>
  /** Sessions whose journal is sealed, but for these. */
  readonly sealedBut: (known: ReadonlySet<string>) => Promise<readonly SessionId[]>
  readonly now: () => number
  readonly log: Log
}

const againMs = 60_000

export function createSeals(dependencies: SealsDependencies): RunningSeals {
  const { dataDir, key, secret, timeStamps, sourceOf, printsAhead, recorded, sealedBut, now, log } = dependencies
  const root = join(dataDir, 'seals')
  const keptSeals = createKeptSeals(root, key)
  const sealPrints = createSealPrints(root, secret, log)
  const supplements = createSupplements({ root, key, now, log })
  const sealStamps = createSealStamps({
    root,
    timeStamps,
    textOf: async (sessionId, name) =>
      name === sealStampName
        ? ((await keptSeals.of(sessionId))?.text ?? null)
        : ((await supplements.of(sessionId)).find((one) => one.stampName === name)?.text ?? null),
    log,
  })
  /** One at a time: hearings go on beside it. */
  const sealing = createMailbox()
  const ahead = createPrintAhead({ sealPrints, printsAhead, log })
  const maker = createSealMaker({
    ...{ keptSeals, sealPrints, sealStamps, ahead, sealing, sourceOf, recorded, now, log },
    recordingOpen: (sessionId) => setTimeout(() => void late.ofRecordingSoon(sessionId), againMs).unref(),
  })
  const late: LateSupplements = createLateSupplements({
    kept: keptSeals.of,
    sealOf: maker.of,
    ...{ sourceOf, recorded, supplements, sealStamps, sealing, againMs, log },
  })
  const missing = createMissingSeals({ root, keptSeals, maker, late, supplements, sealStamps, sealedBut, againMs, log })
  /** Resolves when nothing is being made or printed any more of what was begun. */
  const atRest = () => Promise.all([sealing.post(async () => {}), ahead.atRest()])

  return {
    of: maker.of,
    kept: keptSeals.of,
    async stampOf({ seal, text }) {
      return (await sealStamps.of(SessionId.parse(seal.sessionId), text)) ?? (timeStamps && 'pending')
    },
    async supplements(sessionId) {
      await late.ofRecording(sessionId)
      await late.ofWritten(sessionId)
      return supplements.of(sessionId)
    },
    sealWritten: late.ofWritten,
    keptSupplements: supplements.of,
    async stampOfSupplement({ content, text, stampName }) {
      return (await sealStamps.of(SessionId.parse(content.sessionId), text, stampName)) ?? (timeStamps && 'pending')
    },
    readPrint: sealPrints.read,
    async erasePrints(sessionId) {
      // What is being printed has the names in it.
      await atRest()
      await sealPrints.erase(sessionId)
    },
    printAhead: ahead.print,
    changed(state) {
      ahead.changed(state)
      missing.changed(state)
    },
    start: missing.start,
    async close() {
      missing.stop()
      ahead.stop()
      late.stop()
      await atRest()
      await sealStamps.close()
    },
  }
}
