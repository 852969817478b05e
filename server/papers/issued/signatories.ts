// The signatory of a paper to be issued: the name is stored in the people record, and remembered as a proposal for the
// next paper. Called by the routes that issue papers.

import type { PersonId, SessionId } from '../../../shared/kernel/ids.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import { mayLeave } from '../../../shared/projections/leaving.ts'
import type { NamedSignatory } from '../../../shared/wire/papers/issuing.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import { rejected } from '../../platform/http/errors.ts'
import type { LastSignatory } from './last-signatory.ts'

/** Events name people by id alone. */
export async function registerSignatory(
  sessions: Sessions,
  sessionId: SessionId,
  { name, signing }: NamedSignatory,
): Promise<PersonId> {
  const [person] = await sessions.registerPeople(sessionId, [{ name, title: signing.office }])
  if (!person?.ok) throw rejected({ code: 'unavailable', params: {} })
  return person.personId
}

/** Of what stays inside a session nothing is offered in another one. */
export async function rememberSignatory(
  { lastSignatory }: { readonly lastSignatory: LastSignatory },
  state: SessionState,
  signatory: NamedSignatory,
): Promise<void> {
  if (mayLeave(state)) await lastSignatory.keep(signatory)
}
