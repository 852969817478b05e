// What a paper is printed from: read as one by every route that prints.
import type { SessionId } from '../../shared/kernel/ids.ts'
import type { HttpDependencies, PaperSource } from './dependencies.ts'
import { notFound } from './errors.ts'

/** Throws the answer “not found”. */
export async function paperSource(
  { sessions, now }: Pick<HttpDependencies, 'sessions' | 'now'>,
  sessionId: SessionId,
): Promise<PaperSource> {
  const [state, journal, people] = await Promise.all([
    sessions.state(sessionId),
    sessions.journal(sessionId),
    sessions.people(sessionId),
  ])
  if (!state) throw notFound('session')
  return { state, journal, people, printedAt: now() }
}
