// Makes supplements for what comes to a session after its seal: files of a recorder that was still running, and written
// supplements (ADR 0082, 0085). Called by seals.ts only.
import type { SessionId } from '../../../shared/kernel/ids.ts'
import type { Log } from '../../platform/log.ts'
import type { Mailbox } from '../../platform/mailbox.ts'
import { type KeptSeal, writtenPaths } from './seal.ts'
import type { SealSource } from './seal-source.ts'
import type { SealStamps } from './seal-stamps.ts'
import type { Supplements } from './supplements.ts'

export interface LateSupplements {
  /** False: the recorder has not ended yet. */
  ofRecording(sessionId: SessionId): Promise<boolean>
  /** Again and again, until the recorder has ended. */
  ofRecordingSoon(sessionId: SessionId): Promise<void>
  /** What is not printed yet is left for whoever prints it: a supplement seals the paper itself. */
  ofWritten(sessionId: SessionId): Promise<void>
  stop(): void
}

interface Dependencies {
  readonly kept: (sessionId: SessionId) => Promise<KeptSeal | null>
  /** Made now when it is not there. */
  readonly sealOf: (sessionId: SessionId) => Promise<KeptSeal | null>
  readonly sourceOf: (sessionId: SessionId) => Promise<SealSource | null>
  readonly recorded: (sessionId: SessionId) => Promise<boolean>
  readonly supplements: Supplements
  readonly sealStamps: Pick<SealStamps, 'want'>
  /** One at a time, with the seals. */
  readonly sealing: Mailbox
  readonly againMs: number
  readonly log: Log
}

export function createLateSupplements(dependencies: Dependencies): LateSupplements {
  const { kept, sealOf, sourceOf, recorded, supplements, sealStamps, sealing, againMs, log } = dependencies
  let isStopped = false

  async function ofRecording(sessionId: SessionId): Promise<boolean> {
    const seal = await kept(sessionId)
    if (!seal?.seal.isRecordingOpen) return true
    if (!(await recorded(sessionId))) return false
    await sealing.post(async () => {
      const source = await sourceOf(sessionId)
      const before = await supplements.of(sessionId)
      const known = new Set(
        [...seal.seal.files, ...seal.seal.faults, ...before.flatMap(({ content }) => content.files)].map(
          ({ path }) => path,
        ),
      )
      const late = (source?.files ?? []).filter(({ path, kind }) => kind === 'recording' && !known.has(path))
      // One without files says that nothing more came.
      if (late.length === 0 && before.some(({ content }) => content.kind === 'recording')) return
      const added = await supplements.add(seal, { kind: 'recording', written: null, files: late })
      sealStamps.want(sessionId, added.stampName)
    })
    return true
  }

  async function ofRecordingSoon(sessionId: SessionId): Promise<void> {
    if (isStopped) return
    const isDone = await ofRecording(sessionId).catch((err: unknown) => {
      log.warn({ sessionId, err }, 'what came late of a recording is not sealed yet; it is tried again')
      return false
    })
    if (!isDone && !isStopped) setTimeout(() => void ofRecordingSoon(sessionId), againMs).unref()
  }

  return {
    ofRecording,
    ofRecordingSoon,
    async ofWritten(sessionId) {
      const seal = await sealOf(sessionId)
      if (!seal) return
      await sealing.post(async () => {
        const source = await sourceOf(sessionId)
        const sealed = new Set((await supplements.of(sessionId)).map(({ content }) => content.written?.supplementId))
        for (const { kind, ...written } of source?.written ?? []) {
          if (sealed.has(written.supplementId)) continue
          const paths = writtenPaths(written)
          const files = (source?.files ?? []).filter(({ path }) => paths.includes(path))
          if (files.length < paths.length) continue
          const added = await supplements.add(seal, { kind, written, files })
          sealStamps.want(sessionId, added.stampName)
        }
      })
    },
    stop() {
      isStopped = true
    },
  }
}
