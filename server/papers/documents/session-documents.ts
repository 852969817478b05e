// Finds a session and a document of it for the routes, and says what the watermark of a viewer reads. Whatever is not there is answered
// with 404.

import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { SessionId } from '../../../shared/kernel/ids.ts'
import { documentOf, type SessionDocument } from '../../../shared/modules/documents/contract.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import { siteOf } from '../../../shared/modules/sites/contract.ts'
import type { AtDocument } from '../../../shared/wire/papers/document-api.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import { notFound } from '../../platform/http/errors.ts'
import { clock, shortDate } from '../model/times.ts'

interface Dependencies {
  readonly sessions: Sessions
  readonly now: () => number
}

/** Throws HttpError. */
export async function existingSession(
  { sessions }: Pick<Dependencies, 'sessions'>,
  sessionId: SessionId,
): Promise<SessionState> {
  const state = await sessions.state(sessionId)
  if (!state) throw notFound('session')
  return state
}

/** Throws HttpError. */
export async function existingDocument(
  dependencies: Pick<Dependencies, 'sessions'>,
  { sessionId, documentId }: z.infer<typeof AtDocument>,
): Promise<SessionDocument> {
  const { documents } = await existingSession(dependencies, sessionId)
  const document = documentOf(documents.documents, documentId)
  if (!document) throw notFound('document')
  return document
}

/** The lines of the watermark: who looks, from where, and when. */
export async function watermarkLines(
  { sessions, now }: Dependencies,
  { account, caller }: FastifyRequest,
  sessionId: SessionId,
): Promise<string[]> {
  const when = `${clock(now())} ${shortDate(now())}`
  if (!caller) return [account?.displayName ?? '', when]
  const [state, people] = await Promise.all([existingSession({ sessions }, sessionId), sessions.people(sessionId)])
  const participant = state.admission.participants[caller.participantId]
  const name = participant && people[participant.personId]?.name
  // Of whom nobody can say any more who they are, the id is left.
  const who = [name ?? caller.participantId, siteOf(state.sites.sites, participant?.siteId ?? null)?.name]
  return [who.filter(Boolean).join(' · '), when]
}
