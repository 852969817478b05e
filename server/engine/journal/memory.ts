// A journal in memory, for unit tests and benchmarks that do not concern Redis. Passes the same contract tests as the
// Redis one.
import type { Commit } from '../../../shared/kernel/commit.ts'
import type { SessionId } from '../../../shared/kernel/ids.ts'
import type { AppendResult, Journal } from './journal.ts'

export function createMemoryJournal<Id extends string = SessionId>(): Journal<Id> {
  const journals = new Map<Id, Commit[]>()
  const boxes = new Map<string, string>()
  const boxKey = (sessionId: Id, boxId: string) => `${sessionId} ${boxId}`
  const commits = (sessionId: Id) => journals.get(sessionId) ?? []
  const seqOf = (sessionId: Id, commandId: string) =>
    commits(sessionId).find(({ command }) => command.id === commandId)?.seq ?? null

  return {
    async append(sessionId, commit, box): Promise<AppendResult> {
      const seq = seqOf(sessionId, commit.command.id)
      if (seq !== null) return { kind: 'duplicate', seq }
      const lastSeq = commits(sessionId).length
      if (commit.seq !== lastSeq + 1) return { kind: 'conflict', lastSeq }
      journals.set(sessionId, [...commits(sessionId), structuredClone(commit)])
      if (box) boxes.set(boxKey(sessionId, box.boxId), box.ciphertext)
      return { kind: 'appended' }
    },
    async read(sessionId, after) {
      return structuredClone(commits(sessionId).slice(after?.seq ?? 0))
    },
    // Nobody but us can reach it.
    demandUnbroken: () => undefined,
    onBroken: () => () => undefined,
    async findCommand(sessionId, commandId) {
      return seqOf(sessionId, commandId)
    },
    async readBox(sessionId, boxId) {
      return boxes.get(boxKey(sessionId, boxId)) ?? null
    },
    async destroyBoxes(sessionId, boxIds) {
      for (const boxId of boxIds) boxes.delete(boxKey(sessionId, boxId))
    },
    async lastSeqs(ids) {
      return ids.map((id) => commits(id).length)
    },
    async sessions() {
      return [...journals.keys()].reverse()
    },
  }
}
