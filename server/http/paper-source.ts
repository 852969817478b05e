// What a paper is printed from: read as one by every route that prints.
import type { SessionId } from '../../shared/kernel/ids.ts'
import { journalOfVersion } from '../../shared/projections/minutes-versions.ts'
import type { HttpDependencies, PaperSource } from './dependencies.ts'
import { notFound } from './errors.ts'

/** Throws the answer “not found”. */
export async function paperSource(
  { sessions, now }: Pick<HttpDependencies, 'sessions' | 'now'>,
  sessionId: SessionId,
  version?: number,
): Promise<PaperSource> {
  const [state, whole, people] = await Promise.all([
    sessions.state(sessionId),
    sessions.journal(sessionId),
    sessions.people(sessionId),
  ])
  if (!state) throw notFound('session')
  const journal = version === undefined ? whole : journalOfVersion(whole, version)
  if (!journal) throw notFound('document')
  return { state, journal, people, printedAt: now() }
}
