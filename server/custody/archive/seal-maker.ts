// Makes the seal of a session once: prints its papers, measures its files, signs. One at a time: hearings go on beside it.
// Called by seals.ts only.
import { createHash } from 'node:crypto'
import type { SessionId } from '../../../shared/kernel/ids.ts'
import type { Log } from '../../platform/log.ts'
import type { Mailbox } from '../../platform/mailbox.ts'
import type { KeptSeals } from './kept-seals.ts'
import { measure, measured } from './measure.ts'
import type { PrintAhead } from './print-ahead.ts'
import type { KeptSeal, Seal } from './seal.ts'
import type { SealPrint, SealPrints } from './seal-prints.ts'
import type { SealSource } from './seal-source.ts'
import type { SealStamps } from './seal-stamps.ts'

export interface SealMaker {
  /** Made now when it is not there; whoever asks again gets the same. null: the journal is not sealed. */
  of(sessionId: SessionId): Promise<KeptSeal | null>
  /** Seen by this process: each session is loaded many times. */
  isMade(sessionId: SessionId): boolean
}

interface Dependencies {
  readonly keptSeals: KeptSeals
  readonly sealPrints: Pick<SealPrints, 'take' | 'setAhead'>
  readonly sealStamps: Pick<SealStamps, 'want'>
  readonly ahead: Pick<PrintAhead, 'printing'>
  readonly sealing: Mailbox
  /** null: its journal is not sealed. */
  readonly sourceOf: (sessionId: SessionId) => Promise<SealSource | null>
  readonly recorded: (sessionId: SessionId) => Promise<boolean>
  /** Told of a session that was sealed before its recording had ended. */
  readonly recordingOpen: (sessionId: SessionId) => void
  readonly now: () => number
  readonly log: Log
}

export function createSealMaker(dependencies: Dependencies): SealMaker {
  const { keptSeals, sealPrints, sealStamps, sealing, recorded, recordingOpen, log } = dependencies
  const making = new Map<SessionId, Promise<KeptSeal | null>>()
  const made = new Set<SessionId>()

  async function make(sessionId: SessionId, isRecorded: boolean): Promise<KeptSeal | null> {
    const seal = await measuredSeal(dependencies, sessionId, isRecorded)
    if (!seal) return null
    const isFirst = await keptSeals.add(sessionId, seal)
    await sealPrints.setAhead(sessionId, [])
    sealStamps.want(sessionId)
    const stands = await keptSeals.of(sessionId)
    if (isFirst && !isRecorded) {
      log.error(
        { sessionId },
        'sealed without the end of a recording that does not end; what comes of it will be under a supplement',
      )
      recordingOpen(sessionId)
    }
    if (isFirst)
      log.info({ sessionId, files: seal.files.length, faults: seal.faults.length, sha256: stands?.sha256 }, 'sealed')
    return stands
  }

  async function ensured(sessionId: SessionId): Promise<KeptSeal | null> {
    const known = await keptSeals.of(sessionId)
    if (known) return known
    const isRecorded = await recorded(sessionId)
    return sealing.post(() => make(sessionId, isRecorded))
  }

  return {
    async of(sessionId) {
      const begun = making.get(sessionId) ?? ensured(sessionId)
      making.set(sessionId, begun)
      try {
        const found = await begun
        if (found) made.add(sessionId)
        return found
      } finally {
        making.delete(sessionId)
      }
    },
    isMade: (sessionId) => made.has(sessionId),
  }
}

/** null: the journal is not sealed. */
async function measuredSeal(
  { sealPrints, ahead, sourceOf, now }: Dependencies,
  sessionId: SessionId,
  isRecorded: boolean,
): Promise<Seal | null> {
  const isAhead = ahead.printing(sessionId)
  const source = await sourceOf(sessionId)
  if (!source) return null
  const { path: journalPath, lines, ...journal } = source.journal
  // Typst sets the minutes in a thread of its own: the attendance is printed and the journal hashed meanwhile.
  const print = async () => {
    await isAhead
    return printedAll(sealPrints, sessionId, source.prints)
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
  return seal
}

async function printedAll(
  sealPrints: Pick<SealPrints, 'take'>,
  sessionId: SessionId,
  prints: readonly SealPrint[],
): Promise<Seal['files']> {
  const taken = prints.map(async (print) => {
    const content = await sealPrints.take(sessionId, print)
    const sha256 = createHash('sha256').update(content).digest('hex')
    return { path: print.path, kind: 'print' as const, bytes: content.length, sha256 }
  })
  // Nothing is written any more of a seal that could not be made: it may be made again, or its names erased.
  await Promise.allSettled(taken)
  return Promise.all(taken)
}
