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

describe('the projected end of a session', () => {
  it('is now plus the rest of the running item and all planned items', () => {
    const items = [finished, running(minutes(3)), skipped, item('one'), item('two', { plannedMinutes: 5 })]
    expect(projectedEndAt(items, minutes(7))).toBe(minutes(7 + 6 + 10 + 5))
  })

  it('moves on while the running item exceeds its time', () => {
    expect(projectedEndAt([running(0), item('one')], minutes(14))).toBe(minutes(24))
  })

  it('is null when nothing is left', () => {
    expect(projectedEndAt([finished, skipped], minutes(7))).toBeNull()
    expect(projectedEndAt([], minutes(7))).toBeNull()
  })
})

it('finished and skipped items count as done; the next is the first planned one', () => {
  const items = [skipped, finished, running(0), item('one'), item('two')]
  expect(doneCount(items)).toBe(2)
  expect(nextItem(items)?.title).toBe('one')
})
