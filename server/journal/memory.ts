// A journal in memory: for unit tests and benchmarks that are not about Redis. Same contract suite as the Redis one.
import type { Commit } from '../../shared/kernel/commit.ts'
import type { SessionId } from '../../shared/kernel/ids.ts'
import type { AppendResult, Journal } from './journal.ts'

export function createMemoryJournal(): Journal {
  const journals = new Map<SessionId, Commit[]>()
  const commits = (sessionId: SessionId) => journals.get(sessionId) ?? []
  const seqOf = (sessionId: SessionId, commandId: string) =>
    commits(sessionId).find(({ command }) => command.id === commandId)?.seq ?? null

  return {
    async append(sessionId, commit): Promise<AppendResult> {
      const seq = seqOf(sessionId, commit.command.id)
      if (seq !== null) return { kind: 'duplicate', seq }
      const lastSeq = commits(sessionId).length
      if (commit.seq !== lastSeq + 1) return { kind: 'conflict', lastSeq }
      journals.set(sessionId, [...commits(sessionId), structuredClone(commit)])
      return { kind: 'appended' }
    },
    async read(sessionId, afterSeq) {
      return structuredClone(commits(sessionId).slice(afterSeq))
    },
    async findCommand(sessionId, commandId) {
      return seqOf(sessionId, commandId)
    },
    async sessions() {
      return [...journals.keys()].reverse()
    },
  }
}
