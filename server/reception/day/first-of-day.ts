// The first act of a day takes over how the queue ran on the last day that had a desk.

import { wish } from '../../../shared/kernel/wish.ts'
import type { ReceptionDayState } from '../../../shared/reception/index.ts'
import { queue as queueModule } from '../../../shared/reception/queue/contract.ts'
import type { Aggregates } from '../../engine/aggregates/aggregates.ts'
import { unlessBroken } from '../../platform/broken-journal.ts'

/** Receptions are held at least once a month. */
const daysLookedBack = 40

/** Before each act that may be the first. Throws Unavailable when the journal cannot be reached. */
export function createFirstOfDay(days: Aggregates<ReceptionDayState>): (day: string) => Promise<void> {
  let preparedDay = ''

  return async (day) => {
    if (preparedDay === day) return
    const { queue, desks } = await days.state(day)
    const isNew = Object.keys(queue.tickets).length === 0 && Object.keys(desks.desks).length === 0
    // Days to come have appointments already, and days without a desk had no queue.
    const earlier = isNew
      ? (await days.ids())
          .filter((id) => id < day)
          .sort()
          .slice(-daysLookedBack)
      : []
    for (const last of earlier.reverse()) {
      const before = await unlessBroken(days.state(last))
      if (before === null || Object.keys(before.desks.desks).length === 0) continue
      const data = { ...before.queue.settings, takesTickets: true }
      await days.dispatch(day, { kind: 'system' }, wish(queueModule, 'setUp', data))
      break
    }
    preparedDay = day
  }
}
