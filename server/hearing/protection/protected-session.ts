// Finds a protected session for the routes, and sends it a command. What is refused is answered as an error of HTTP.

import type { ActorReference } from '../../../shared/kernel/actor.ts'
import type { Wish } from '../../../shared/kernel/aggregate.ts'
import type { SessionId } from '../../../shared/kernel/ids.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import { notFound, rejected } from '../../platform/http/errors.ts'

interface Dependencies {
  readonly sessions: Sessions
  readonly newId: () => string
}

/** Throws HttpError. */
export async function protectedSession(
  { sessions }: Pick<Dependencies, 'sessions'>,
  sessionId: SessionId,
): Promise<SessionState> {
  const state = await sessions.state(sessionId)
  if (!state?.session.isProtected) throw notFound('protected session')
  return state
}

/** Throws HttpError. */
export async function dispatchTo(
  { sessions, newId }: Dependencies,
  sessionId: SessionId,
  by: ActorReference,
  wanted: Wish,
): Promise<void> {
  if (!(await sessions.state(sessionId))) throw notFound('session')
  const reply = await sessions.dispatch(sessionId, by, { id: newId(), ...wanted })
  if (!reply.ok) throw rejected(reply.rejection)
}
