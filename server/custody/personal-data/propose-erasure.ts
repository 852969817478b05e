// Puts up the list by which the data of a person are erased at their request, unless something keeps them (ADR 0061).

import type { AccountId, CitizenId } from '../../../shared/kernel/ids.ts'
import { calendarDayOf } from '../../../shared/law/working-days.ts'
import type { Cases } from '../../casework/cases/cases.ts'
import { HttpError, rejected } from '../../platform/http/errors.ts'
import type { Register } from '../../reception/register/register.ts'
import type { Retention } from '../retention/retention.ts'
import { erasablesOf, keptOf, obstaclesOf } from './kept-of.ts'

interface Dependencies {
  readonly cases: Pick<Cases, 'lists' | 'state'>
  readonly register: Pick<Register, 'lists' | 'visitsOf'>
  readonly retention: Retention
  readonly now: () => number
}

interface AskedErasure {
  readonly requestId: string
  readonly citizenIds: readonly CitizenId[]
  readonly receivedOn: string
  readonly by: AccountId
}

/** Throws HttpError. */
export async function proposeErasure(
  dependencies: Dependencies,
  { requestId, citizenIds, receivedOn, by }: AskedErasure,
): Promise<void> {
  const { retention, now } = dependencies
  const [kept, state] = await Promise.all([keptOf(dependencies, citizenIds), retention.state()])
  const [obstacle] = obstaclesOf(kept, state, calendarDayOf(now()))
  if (obstacle)
    throw new HttpError(
      409,
      `personal-data.${obstacle.why}`,
      'Something keeps it: see what, and refuse with this ground, or wait until it is over.',
    )
  // A server that ended between the two has put it up already.
  if (!state.lists.some(({ listId }) => listId === requestId)) {
    const items = erasablesOf(kept)
    const reason = `Theo yêu cầu của người có dữ liệu, nhận ngày ${receivedOn}`
    const list = { listId: requestId, ground: 'request', reason, items } as const
    const proposed = await retention.propose(by, list)
    if (!proposed.ok) throw rejected(proposed.rejection)
  }
}
