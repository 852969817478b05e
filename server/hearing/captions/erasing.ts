// Erases the transcript of a session at once when the session is sealed or cancelled, or becomes protected. Called
// after each commit.
import type { SessionState } from '../../../shared/modules/index.ts'
import { mayHaveTranscript } from '../../../shared/projections/captions.ts'
import type { Transcripts } from '../../engine/session/transcript.ts'
import type { Log } from '../../platform/log.ts'

export const eraseWhereNotAllowed =
  (transcripts: Pick<Transcripts, 'erase'>, log: Log) =>
  (state: SessionState): void => {
    if (mayHaveTranscript(state)) return
    const { sessionId } = state.session
    // The next commit, or the next start, tries again; until then no door shows it.
    transcripts
      .erase(sessionId)
      .catch((error: unknown) => log.warn({ sessionId, err: error }, 'a transcript could not be erased'))
  }
