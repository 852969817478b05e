import { describe, expect, it } from 'vitest'
import { ItemId } from '../../../../../shared/kernel/ids.ts'
import type { Item } from '../../../../../shared/modules/agenda/contract.ts'
import type { MinutesEntry } from '../../../../../shared/modules/minutes/contract.ts'
import { byItem } from './by-item.ts'

const item = (id: string): Item => ({
  itemId: ItemId.parse(id),
  title: id,
  reporterId: null,
  plannedMinutes: 15,
  status: 'planned',
  skippedReason: null,
  spans: [],
})
const entry = (text: string, itemId: string | null): MinutesEntry => ({
  entryId: text,
  itemId: itemId === null ? null : ItemId.parse(itemId),
  content: { kind: 'note', text },
  at: 0,
  byParticipantId: null,
  revisedAt: null,
  revision: 1,
})

describe('the entries of the minutes', () => {
  it('are grouped by item, the newest first; those of a removed item are grouped with those without item', () => {
    const entries = [entry('a', 'one'), entry('b', null), entry('c', 'two'), entry('d', 'gone'), entry('e', 'one')]
    const shown = byItem(entries, [item('one'), item('two')]).map(({ item, entries }) => [
      item?.itemId ?? null,
      entries.map(({ entryId }) => entryId).join(' '),
    ])
    expect(shown).toEqual([
      ['one', 'e a'],
      [null, 'd b'],
      ['two', 'c'],
    ])
  })
})
