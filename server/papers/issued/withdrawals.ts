// Withdraws an issued paper: first in the journal of its session, then on the public page.

import type { ActorReference } from '../../../shared/kernel/actor.ts'
import type { SessionId } from '../../../shared/kernel/ids.ts'
import { wish } from '../../../shared/kernel/wish.ts'
import { withdrawal, withdrawalOf } from '../../../shared/modules/withdrawal/contract.ts'
import type { Withdrawal } from '../../../shared/wire/papers/issued-papers.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import { rejected } from '../../platform/http/errors.ts'
import type { IssuedPapers } from './issued-papers.ts'

/** False: there is none of the session, or it stands no more already. Asked again after a failure, it ends what was begun. */
export async function withdrawPaper(
  {
    sessions,
    issuedPapers,
    newId,
  }: { readonly sessions: Sessions; readonly issuedPapers: IssuedPapers; readonly newId: () => string },
  sessionId: SessionId,
  by: ActorReference,
  code: string,
  { reason, replacedBy }: Withdrawal,
): Promise<boolean> {
  const paper = await issuedPapers.ofCode(sessionId, code)
  if (paper?.standing.is !== 'issued') return false
  const { kind, number, year } = paper
  const declaring = wish(withdrawal, 'declare', { kind, number, year, reason, replacedBy })
  const reply = await sessions.dispatch(sessionId, by, { id: newId(), ...declaring })
  if (!reply.ok && reply.rejection.code !== 'withdrawal.stands-no-more') throw rejected(reply.rejection)
  const state = await sessions.state(sessionId)
  const declared = state && withdrawalOf(state.withdrawal, paper)
  return declared ? issuedPapers.withdraw(code, declared) : false
}
