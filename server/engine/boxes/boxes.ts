// Ballot boxes as the session actor sees them: a paper is put in with a commit; only the number of papers on each pile
// can be read (ADR 0018).
import type { Deposit } from '../../../shared/kernel/box.ts'
import type { SessionId } from '../../../shared/kernel/ids.ts'
import type { EncryptedBox } from '../journal/journal.ts'

/** A paper on its way into a box. */
export interface Paper {
  /** Goes into the journal in one stroke with the commit that the paper comes with. */
  readonly box: EncryptedBox
  /** The commit is written: the keys that could open the box as it was before are erased. */
  written(): Promise<void>
}

/** null where a box is kept but no key of this server opens it. Each method throws Unavailable when the journal is away. */
export interface Boxes {
  put(sessionId: SessionId, deposit: Deposit): Promise<Paper | null>
  /** How many papers lie on each pile. */
  open(sessionId: SessionId, boxId: string): Promise<readonly number[] | null>
  destroy(sessionId: SessionId, boxIds: readonly string[]): Promise<void>
}
