// The entries grouped by the item of the agenda they belong to, what was written last on top. Pure.
import { type Item, itemOf } from '../../../../../shared/modules/agenda/contract.ts'
import type { MinutesEntry } from '../../../../../shared/modules/minutes/contract.ts'

export interface EntryGroup {
  /** null: of no item, or of one that is no longer on the agenda. */
  readonly item: Item | null
  readonly entries: readonly MinutesEntry[]
}

export function byItem(entries: readonly MinutesEntry[], items: readonly Item[]): EntryGroup[] {
  const groups = new Map<Item | null, MinutesEntry[]>()
  for (const entry of entries.toReversed()) {
    const item = itemOf(items, entry.itemId) ?? null
    const group = groups.get(item)
    if (group) group.push(entry)
    else groups.set(item, [entry])
  }
  return [...groups].map(([item, grouped]) => ({ item, entries: grouped }))
}
