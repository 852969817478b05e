// What the citizen at a desk has brought before: found by what is known of them, and nothing of denunciations.
import type { AccountId } from '../../shared/kernel/ids.ts'
import { SessionId } from '../../shared/kernel/ids.ts'
import type { Ticket } from '../../shared/reception/queue/contract.ts'
import type { CaseRow } from '../../shared/wire/cases.ts'
import { bringerOf } from '../cases/bringer.ts'
import { namesOfStaff, shownRow } from './case-views.ts'
import type { HttpDependencies } from './dependencies.ts'

const mostShown = 8

/** The newest first. The look at the citizen is written down; of who denounces nobody is looked up. Throws Unavailable. */
export async function casesOfCalled(
  dependencies: Pick<HttpDependencies, 'accounts' | 'cases' | 'citizens' | 'sessions'>,
  { isProtected: isOfDenouncer, number, citizenId, visit }: Ticket,
  accountId: AccountId,
): Promise<CaseRow[]> {
  if (isOfDenouncer) return []
  const { cases, citizens, sessions } = dependencies
  const session = visit && (await sessions.state(SessionId.parse(visit.sessionId)))
  // Whose papers were looked at in the room is known better than by the name on the ticket.
  const ids = [...Object.values(session?.identity.citizenIds ?? {}), ...(citizenId ? [citizenId] : [])]
  if (ids.length === 0) return []
  const known = await citizens.read([...new Set(ids)], { accountId, purpose: `Vụ việc trước, số ${number}` })
  const { marks } = bringerOf(citizens, [...known.values()])
  const [rows, nameOf] = await Promise.all([
    cases.lists.withMarks(marks).then((found) => cases.lists.rows(found.toSorted().toReversed())),
    namesOfStaff(dependencies),
  ])
  // That somebody has denounced is a word about who they are.
  return rows
    .filter(({ isProtected }) => !isProtected)
    .slice(0, mostShown)
    .map((row) => shownRow(row, nameOf))
}
