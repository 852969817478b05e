import { describe, expect, it } from 'vitest'
import { ItemId } from '../../../../shared/kernel/ids.ts'
import type { Item } from '../../../../shared/modules/agenda/contract.ts'
import { doneCount, nextItem, projectedEndAt } from './schedule.ts'

const minutes = (count: number) => count * 60_000
const item = (id: string, part: Partial<Item> = {}): Item => ({
  itemId: ItemId.parse(id),
  title: id,
  reporterId: null,
  plannedMinutes: 10,
  status: 'planned',
  skippedReason: null,
  spans: [],
  ...part,
})
const running = (from: number) => item('running', { status: 'running', spans: [{ from, to: null }] })
const finished = item('finished', { status: 'finished', spans: [{ from: 0, to: minutes(3) }] })
const skipped = item('skipped', { status: 'skipped' })

describe('the projected end', () => {
  it('is now, what the item going on still has, and all that is planned', () => {
    const items = [finished, running(minutes(3)), skipped, item('one'), item('two', { plannedMinutes: 5 })]
    expect(projectedEndAt(items, minutes(7))).toBe(minutes(7 + 6 + 10 + 5))
  })

  it('moves on with an item that is over its time', () => {
    expect(projectedEndAt([running(0), item('one')], minutes(14))).toBe(minutes(24))
  })

  it('is not told when nothing is left', () => {
    expect(projectedEndAt([finished, skipped], minutes(7))).toBeNull()
    expect(projectedEndAt([], minutes(7))).toBeNull()
  })
})

it('items finished or passed over are done, and the next is the first not taken up', () => {
  const items = [skipped, finished, running(0), item('one'), item('two')]
  expect(doneCount(items)).toBe(2)
  expect(nextItem(items)?.title).toBe('one')
})
