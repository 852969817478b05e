// The journal: the one truth of a session. An implementation keeps commits durable before append() resolves.
import type { Commit } from '../../shared/kernel/commit.ts'
import type { SessionId } from '../../shared/kernel/ids.ts'

export type AppendResult =
  | { kind: 'appended' }
  /** The journal does not end where the caller believed. Nothing was written. */
  | { kind: 'conflict'; lastSeq: number }
  /** A commit of this command is already there, under `seq`. Nothing was written. */
  | { kind: 'duplicate'; seq: number }

/** The store cannot be reached or did not answer in time: whether a commit was written is unknown until it can be read again. */
export class JournalUnavailable extends Error {
  override name = 'JournalUnavailable'
}

export interface Journal {
  /** Appends `commit`, which must be number `lastSeq + 1` of the stored journal. Throws JournalUnavailable. */
  append(sessionId: SessionId, commit: Commit): Promise<AppendResult>
  /** The commits after `afterSeq`, in order; empty for a session that does not exist. Throws JournalUnavailable. */
  read(sessionId: SessionId, afterSeq: number): Promise<Commit[]>
  /** The number of the commit that holds this command’s effect. Throws JournalUnavailable. */
  findCommand(sessionId: SessionId, commandId: string): Promise<number | null>
  /** Every session that has a journal, the newest first. */
  sessions(): Promise<SessionId[]>
}
