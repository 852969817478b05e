// The data from which a paper is printed, read in one place for every route that prints.

import type { SessionId } from '../../../shared/kernel/ids.ts'
import { journalOfVersion } from '../../../shared/projections/minutes-versions.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import { type AccessRequest, accessLogActorOf } from '../../identity/citizens/access-log-actor.ts'
import type { Citizens } from '../../identity/citizens/citizens.ts'
import type { PaperSource } from '../../papers/session-papers.ts'
import { notFound } from '../../platform/http/errors.ts'
import type { Appointments } from '../../reception/appointments/appointments.ts'

/** Throws the answer “not found”. */
export async function paperSource(
  { sessions, now }: { readonly sessions: Sessions; readonly now: () => number },
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
  const storedJournal = () => sessions.storedJournal(sessionId)
  return { state, journal, storedJournal, people, printedAt: now(), partyPapers: {} }
}

/** With the identity papers of the parties of a dialogue, which its form names: out of the record of citizens, each look written down. */
export async function withPartyPapers(
  dependencies: { readonly citizens: Citizens; readonly appointments: Appointments },
  source: PaperSource,
  request: AccessRequest,
): Promise<PaperSource> {
  const { dialogue, identity, session } = source.state
  // Minutes lie where others read them: a denouncer has no number in them.
  if (!dialogue.isBegun || session.isProtected) return source
  const known = dialogue.parties.flatMap(({ participantId }) => {
    const citizenId = participantId && identity.citizenIds[participantId]
    return citizenId ? [{ participantId, citizenId }] : []
  })
  const ids = known.map(({ citizenId }) => citizenId)
  const purpose = `Biên bản đối thoại ${session.sessionId}`
  const found = await dependencies.citizens.read(
    ids,
    await accessLogActorOf(dependencies, request, source.state, purpose),
  )
  const papers = known.flatMap(({ participantId, citizenId }) => {
    const paper = found.get(citizenId)?.identity
    return paper ? [[participantId, paper] as const] : []
  })
  return { ...source, partyPapers: Object.fromEntries(papers) }
}
