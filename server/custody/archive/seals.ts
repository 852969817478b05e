// Makes the seal of a session once, when its journal is sealed, and keeps it unchanged in DATA_DIR/seals/SESSION (ADR
// 0058). A seal interrupted by a crash is made at the next start from the parts already stored. Called by HTTP;
// notified by the sessions.
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { SessionId } from '../../../shared/kernel/ids.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import { BrokenJournal } from '../../platform/broken-journal.ts'
import { writeOnce } from '../../platform/durable-file.ts'
import { Unavailable } from '../../platform/errors.ts'
import type { Log } from '../../platform/log.ts'
import { createMailbox } from '../../platform/mailbox.ts'
import { readIfThere } from '../../platform/read-if-there.ts'
import type { TimeStamps } from '../../platform/time-stamps/time-stamps.ts'
import { createLateSupplements } from './late-supplements.ts'
import { measure, measured } from './measure.ts'
import { createPrintAhead } from './print-ahead.ts'
import { type KeptSeal, Seal, sealStampName } from './seal.ts'
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

const KeptFile = z.object({ seal: z.string(), signature: z.string() })
const keptName = 'seal.json'
const againMs = 60_000
const hashOf = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex')

export function createSeals(dependencies: SealsDependencies): RunningSeals {
  const { dataDir, key, secret, timeStamps, sourceOf, printsAhead, recorded, sealedBut, now, log } = dependencies
  const root = join(dataDir, 'seals')
  const sealPrints = createSealPrints(root, secret, log)
  const supplements = createSupplements({ root, key, now, log })
  const sealStamps = createSealStamps({
    root,
    timeStamps,
    textOf: async (sessionId, name) =>
      name === sealStampName
        ? ((await kept(sessionId))?.text ?? null)
        : ((await supplements.of(sessionId)).find((one) => one.stampName === name)?.text ?? null),
    log,
  })
  const making = new Map<SessionId, Promise<KeptSeal | null>>()
  /** Of this process: each session is loaded many times. */
  const made = new Set<SessionId>()
  const beforeStart = new Set<SessionId>()
  let isStarted = false
  let isClosed = false
  /** One at a time: hearings go on beside it. */
  const sealing = createMailbox()
  const ahead = createPrintAhead({ sealPrints, printsAhead, log })
  const late = createLateSupplements({
    kept,
    sealOf: of,
    sourceOf,
    recorded,
    supplements,
    sealStamps,
    sealing,
    againMs,
    log,
  })

  const pathOf = (sessionId: string) => join(root, sessionId, keptName)

  async function kept(sessionId: SessionId): Promise<KeptSeal | null> {
    const content = await readIfThere(pathOf(sessionId))
    if (content === null) return null
    const { seal: text, signature } = KeptFile.parse(JSON.parse(content))
    return { seal: Seal.parse(JSON.parse(text)), text, signature, sha256: hashOf(text) }
  }

  async function printedAll(sessionId: SessionId, prints: readonly SealPrint[]): Promise<Seal['files']> {
    const taken = prints.map(async (print) => {
      const content = await sealPrints.take(sessionId, print)
      return { path: print.path, kind: 'print' as const, bytes: content.length, sha256: hashOf(content) }
    })
    // Nothing is written any more of a seal that could not be made: it may be made again, or its names erased.
    await Promise.allSettled(taken)
    return Promise.all(taken)
  }

  async function make(sessionId: SessionId, isRecorded: boolean): Promise<KeptSeal | null> {
    const isAhead = ahead.printing(sessionId)
    const source = await sourceOf(sessionId)
    if (!source) return null
    const { path: journalPath, lines, ...journal } = source.journal
    // Typst sets the minutes in a thread of its own: the attendance is printed and the journal hashed meanwhile.
    const print = async () => {
      await isAhead
      return printedAll(sessionId, source.prints)
    }
    const [prints, journalFile] = await Promise.all([print(), measured(lines)])
    const seal: Seal = {
      format: 'diemcau-seal',
      version: 1,
      sessionId,
      sealedAt: new Date(source.sealedAt).toISOString(),
      madeAt: new Date(now()).toISOString(),
      isRecordingOpen: !isRecorded,
      journal,
      files: [{ path: journalPath, kind: 'journal', ...journalFile }],
      faults: [],
    }
    seal.files.push(...prints)
    for (const file of source.files) {
      const { path, kind, sha256 } = file
      const found = await measure(file)
      // What is gone or was changed before is said: sealed is what was noted, never what took its place.
      if (found === null) seal.faults.push({ path, kind, sha256, fault: 'missing' })
      else if (found.sha256 !== sha256) seal.faults.push({ path, kind, sha256, fault: 'altered' })
      else seal.files.push({ path, kind, ...found })
    }
    const text = `${JSON.stringify(seal, null, 2)}\n`
    const signature = await key.sign(Buffer.from(text))
    const isFirst = await writeOnce(pathOf(sessionId), `${JSON.stringify({ seal: text, signature })}\n`)
    await sealPrints.setAhead(sessionId, [])
    sealStamps.want(sessionId)
    const stands = await kept(sessionId)
    if (isFirst && !isRecorded)
      log.error(
        { sessionId },
        'sealed without the end of a recording that does not end; what comes of it will be under a supplement',
      )
    if (isFirst && !isRecorded) setTimeout(() => void late.ofRecordingSoon(sessionId), againMs).unref()
    if (isFirst)
      log.info({ sessionId, files: seal.files.length, faults: seal.faults.length, sha256: stands?.sha256 }, 'sealed')
    return stands
  }

  async function ensured(sessionId: SessionId): Promise<KeptSeal | null> {
    const known = await kept(sessionId)
    if (known) return known
    const isRecorded = await recorded(sessionId)
    return sealing.post(() => make(sessionId, isRecorded))
  }

  async function of(sessionId: SessionId): Promise<KeptSeal | null> {
    const begun = making.get(sessionId) ?? ensured(sessionId)
    making.set(sessionId, begun)
    try {
      const found = await begun
      if (found) made.add(sessionId)
      return found
    } finally {
      making.delete(sessionId)
    }
  }

  async function begin(sessionId: SessionId): Promise<void> {
    await of(sessionId).catch((err: unknown) => {
      // Redis, or the bucket of the store, will be back.
      if (err instanceof Unavailable) {
        log.warn({ sessionId, err }, 'a seal waits for what it seals')
        setTimeout(() => isClosed || void begin(sessionId), againMs).unref()
      } else if (err instanceof BrokenJournal)
        log.error({ sessionId, seq: err.seq, reason: err.reason }, 'unsealed: the journal does not hold')
      else
        log.error(
          { sessionId, err },
          'a seal could not be made; it is made when the archive is asked for, or at the next start',
        )
    })
  }

  /** Resolves when nothing is being made or printed any more of what was begun. */
  const atRest = () => Promise.all([sealing.post(async () => {}), ahead.atRest()])

  async function catchUp(): Promise<void> {
    const known = new Set<string>()
    for (const sessionId of await readdir(root).catch(() => [])) if (existsSync(pathOf(sessionId))) known.add(sessionId)
    for (const sessionId of await sealedBut(known)) {
      if (isClosed) return
      await begin(sessionId)
    }
    for (const name of known) {
      const sessionId = SessionId.parse(name)
      if (isClosed) return
      if ((await kept(sessionId))?.seal.isRecordingOpen) await late.ofRecordingSoon(sessionId)
      for (const stamp of [sealStampName, ...(await supplements.of(sessionId)).map(({ stampName }) => stampName)])
        if (!existsSync(join(root, sessionId, stamp))) sealStamps.want(sessionId, stamp)
    }
  }

  return {
    of,
    kept,
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
      const { sessionId, status } = state.session
      ahead.changed(state)
      if (status !== 'sealed' || made.has(sessionId)) return
      if (isStarted) void begin(sessionId)
      else beforeStart.add(sessionId)
    },
    start() {
      isStarted = true
      for (const sessionId of beforeStart) void begin(sessionId)
      catchUp().catch((err: unknown) => log.error({ err }, 'which seals are missing is not known'))
    },
    async close() {
      isClosed = true
      ahead.stop()
      late.stop()
      await atRest()
      await sealStamps.close()
    },
  }
}
