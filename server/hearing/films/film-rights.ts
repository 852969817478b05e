// Decides who may view the film of a session, and who may download it (ADR 0057).

import type { AccountId, SessionId } from '../../../shared/kernel/ids.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import type { Account } from '../../../shared/wire/identity/account.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import type { Accounts } from '../../identity/accounts/accounts.ts'
import { HttpError, notFound } from '../../platform/http/errors.ts'
import type { Appointments } from '../../reception/appointments/appointments.ts'
import type { FilmViewers } from './named-viewers.ts'
import { namedViewers } from './named-viewers.ts'

interface Dependencies {
  readonly sessions: Sessions
  readonly accounts: Accounts
  readonly filmViewers: FilmViewers
  readonly appointments: Appointments
}

export interface FilmRights {
  readonly mayLook: boolean
  readonly mayDownload: boolean
}

export async function filmRights(
  dependencies: Dependencies,
  { session }: SessionState,
  { accountId, role }: Account,
): Promise<FilmRights> {
  // The guard has turned away whoever is not named for a protected visit (ADR 0045). Nobody takes one home.
  if (session.isProtected) return { mayLook: true, mayDownload: false }
  if (role === 'administrator') return { mayLook: true, mayDownload: true }
  const named = namedViewers(await dependencies.filmViewers.changes(session.sessionId))
  const own = named.find((one) => one.accountId === accountId)
  if (own) return { mayLook: true, mayDownload: own.mayDownload }
  return { mayLook: (await atDesk(dependencies, session)).includes(accountId), mayDownload: false }
}

/** Chair and secretary of a visit sign in at its desk; those of a conference hold links, and no account is known to be theirs. */
async function atDesk(
  { appointments }: Dependencies,
  { visitOf }: SessionState['session'],
): Promise<readonly AccountId[]> {
  if (!visitOf) return []
  const { queue, desks } = await appointments.day(visitOf.day)
  const deskId = queue.tickets[visitOf.ticketId]?.deskId
  const desk = deskId ? desks.desks[deskId] : undefined
  return desk ? [desk.accountId, desk.noteTakerId] : []
}

/** The session, and what the account may do with its film. Throws HttpError. */
export async function demandFilm(
  dependencies: Dependencies,
  sessionId: SessionId,
  account: Account,
  right: keyof FilmRights = 'mayLook',
): Promise<{ state: SessionState; rights: FilmRights }> {
  const state = await closedSession(dependencies, sessionId)
  const rights = await filmRights(dependencies, state, account)
  if (rights[right]) return { state, rights }
  const ask = (await namesOfAdministrators(dependencies)).join(', ')
  const wish = right === 'mayLook' ? 'look at' : 'take away'
  const code = right === 'mayLook' ? 'film.not-viewer' : 'film.no-download'
  throw new HttpError(403, code, `You may not ${wish} the film of this session. Ask an administrator: ${ask}.`)
}

/** Throws HttpError. */
async function closedSession({ sessions }: Pick<Dependencies, 'sessions'>, sessionId: SessionId) {
  const state = await sessions.state(sessionId)
  if (!state) throw notFound('session')
  if (state.session.status !== 'closed' && state.session.status !== 'sealed')
    throw new HttpError(409, 'film.not-closed', 'A film is made when the session is closed.')
  return state
}

export async function namesOfAdministrators({ accounts }: Pick<Dependencies, 'accounts'>): Promise<string[]> {
  return (await accounts.list()).flatMap(({ role, isEnabled, displayName }) =>
    role === 'administrator' && isEnabled ? [displayName] : [],
  )
}
