// Records that an account is shown links of a session in the journal before showing them, and other access to links and
// codes (ADR 0075).

import type { FastifyRequest } from 'fastify'
import type { ParticipantId, SessionId } from '../../../shared/kernel/ids.ts'
import type { CommandData } from '../../../shared/kernel/module.ts'
import { wish } from '../../../shared/kernel/wish.ts'
import { accessList } from '../../../shared/modules/access-list/contract.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import { siteOf } from '../../../shared/modules/sites/contract.ts'
import type { People } from '../../../shared/wire/engine/socket-events.ts'
import type { AccessList } from '../../../shared/wire/hearing/access-list.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import type { NameOf } from '../../identity/accounts/staff-names.ts'
import { notFound, rejected } from '../../platform/http/errors.ts'
import { accountOf, byAccount } from '../../platform/http/route-access.ts'

/** Throws the HTTP answer if it cannot be recorded; then nothing may be shown. */
export async function noteLookAtLinks(
  { sessions, newId }: { readonly sessions: Sessions; readonly newId: () => string },
  request: FastifyRequest,
  sessionId: SessionId,
  look: CommandData<typeof accessList, 'noteLook'>,
): Promise<void> {
  if (!(await sessions.state(sessionId))) throw notFound('session')
  const note = wish(accessList, 'noteLook', look)
  const answer = await sessions.dispatch(sessionId, byAccount(accountOf(request)), { id: newId(), ...note })
  if (!answer.ok) throw rejected(answer.rejection)
}

/** Of links as accounts were shown them, of codes as they were printed; the latest first. */
export function looksAt(
  { accessList: { looks }, ballot: { printings }, admission: { participants }, sites }: SessionState,
  people: People,
  nameOf: NameOf,
): AccessList['looks'] {
  const participantCalled = (participantId: ParticipantId | null) => {
    const participant = participantId === null ? undefined : participants[participantId]
    return (participant && people[participant.personId]?.name) ?? null
  }
  const ofLinks = looks.map(({ at, by, way, participantId }) => ({
    ...{ at, by: nameOf(by), reason: null },
    what: way === 'calendar' ? ('calendar' as const) : ('links' as const),
    whose: participantId && (participantCalled(participantId) ?? '…'),
  }))
  const ofCodes = printings.map(({ at, by, siteId, reason }) => ({
    ...{ at, reason, what: 'codes' as const, whose: siteOf(sites.sites, siteId)?.name ?? '…' },
    by:
      by.kind === 'account'
        ? nameOf(by.accountId)
        : participantCalled(by.kind === 'participant' ? by.participantId : null),
  }))
  return [...ofLinks, ...ofCodes].sort((one, other) => other.at - one.at)
}
