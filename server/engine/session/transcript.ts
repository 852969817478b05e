// Where finished lines of captions are stored. Implemented over Redis by transcripts.ts; the loaded session sees only
// this interface.
import type { Ms, SessionId } from '../../../shared/kernel/ids.ts'
import type { TranscriptLine } from '../../../shared/wire/hearing/captions.ts'

/** Lines beyond this number are not stored; sixteen hours of continuous speech have fewer. */
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
