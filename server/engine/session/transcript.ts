// Where finished lines of captions are kept. Implemented over Redis by transcripts.ts; the session room sees this alone.
import type { Ms, SessionId } from '../../../shared/kernel/ids.ts'
import type { TranscriptLine } from '../../../shared/wire/captions.ts'

/** A line more than this is not kept; sixteen hours of steady speech are fewer. */
export const mostTranscriptLines = 20_000

/** Each method throws Unavailable when Redis cannot be reached. */
export interface Transcripts {
  /** A line that is there already stays as it was. */
  add(sessionId: SessionId, line: TranscriptLine): Promise<void>
  /** In the order in which they were finished. */
  lines(sessionId: SessionId): Promise<TranscriptLine[]>
  /** null: there is none. */
  erasedAt(sessionId: SessionId): Promise<Ms | null>
  erase(sessionId: SessionId): Promise<void>
}
