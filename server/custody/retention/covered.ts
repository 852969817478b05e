// Finds what a hold on a session or a case holds with it: the citizens in it, the cases of the visit, the files of the petition.

import { CaseId, SessionId } from '../../../shared/kernel/ids.ts'
import type { Subject } from '../../../shared/retention/contract.ts'
import type { Cases } from '../../casework/cases/cases.ts'
import type { Sessions } from '../../engine/session/sessions.ts'

/** What is held with a session or a case; null: there is no such one. */
export async function coveredBy(
  { sessions, cases }: { readonly sessions: Pick<Sessions, 'state'>; readonly cases: Pick<Cases, 'state' | 'lists'> },
  subject: Subject,
): Promise<Subject[] | null> {
  if (subject.kind === 'session') {
    const found = await sessions.state(SessionId.parse(subject.id))
    if (!found) return null
    const ids = [...new Set(Object.values(found.identity.citizenIds))]
    const rows = await cases.lists.rows(await cases.lists.ofCitizens(ids))
    const ofVisit = rows.filter(({ petition }) => petition.reception?.sessionId === subject.id)
    return [
      subject,
      ...ids.map((id): Subject => ({ kind: 'citizen', id })),
      ...ofVisit.map(({ caseId }): Subject => ({ kind: 'case', id: caseId })),
    ]
  }
  const receipt = (await cases.state(CaseId.parse(subject.id)))?.intake.receipt
  if (!receipt) return null
  const sessionId = receipt.reception?.sessionId
  return [
    subject,
    ...(sessionId ? [{ kind: 'session' as const, id: sessionId }] : []),
    ...receipt.petitionerIds.map((id): Subject => ({ kind: 'citizen', id })),
    // Its files lie with the petition it was part of.
    ...(receipt.splitFrom ? [{ kind: 'case' as const, id: receipt.splitFrom }] : []),
  ]
}
