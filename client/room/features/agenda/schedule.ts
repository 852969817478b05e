// Planned against real time: what is still to come, and when it ends if nothing changes. Pure; breaks are not foreseen.
import type { Ms } from '../../../../shared/kernel/ids.ts'
import { type Item, plannedMs, spentMs } from '../../../../shared/modules/agenda/contract.ts'

/** What an item still takes: nothing once it is over its time, finished or passed over. */
function toComeMs(item: Item, now: Ms): number {
  if (item.status === 'planned') return plannedMs(item)
  return item.status === 'running' ? Math.max(0, plannedMs(item) - spentMs(item, now)) : 0
}

/** When the last item ends. `null`: nothing is left to take up. */
export function projectedEndAt(items: readonly Item[], now: Ms): Ms | null {
  const isLeft = items.some(({ status }) => status === 'planned' || status === 'running')
  return isLeft ? now + items.reduce((sum, item) => sum + toComeMs(item, now), 0) : null
}

export const doneCount = (items: readonly Item[]): number =>
  items.filter(({ status }) => status === 'finished' || status === 'skipped').length

/** The one to take up next, in the order of business. */
export const nextItem = (items: readonly Item[]): Item | undefined => items.find(({ status }) => status === 'planned')
