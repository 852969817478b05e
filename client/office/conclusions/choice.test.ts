import { describe, expect, it } from 'vitest'
import { SessionId } from '../../../shared/kernel/ids.ts'
import type { Conclusion } from '../../../shared/wire/casework/conclusions.ts'
import { chosen, counts, unitsOf } from './choice.ts'

const conclusion = (entryId: string, changes: Partial<Conclusion>): Conclusion => ({
  entryId,
  sessionId: SessionId.parse('s'),
  sessionTitle: 'Hội nghị',
  heldAt: 0,
  text: 'Rà soát',
  unit: 'Sở Y tế',
  unitEmail: null,
  supportingUnits: [],
  ground: null,
  dueOn: null,
  status: 'open',
  isOverdue: false,
  steps: [],
  reminders: [],
  nextReminder: null,
  isToRemind: false,
  ...changes,
})
const all = [
  conclusion('a', { isOverdue: true, isToRemind: true }),
  conclusion('b', { status: 'reported', isOverdue: true, supportingUnits: ['Đài Phát thanh'] }),
  conclusion('c', { status: 'accepted', unit: 'Ủy ban phường' }),
]
const ids = (found: readonly Conclusion[]) => found.map(({ entryId }) => entryId)

describe('filtering assignments', () => {
  it('selects all, those of one state, or overdue ones in any state', () => {
    expect(ids(chosen(all, { choice: 'open', unit: null }))).toEqual(['a'])
    expect(ids(chosen(all, { choice: 'overdue', unit: null }))).toEqual(['a', 'b'])
    expect(ids(chosen(all, { choice: 'toRemind', unit: null }))).toEqual(['a'])
    expect(counts(all)).toEqual({ all: 3, open: 1, overdue: 2, toRemind: 1, reported: 1, accepted: 1 })
  })

  it('selects those in which a unit is in charge or supporting', () => {
    expect(ids(chosen(all, { choice: 'all', unit: 'Đài Phát thanh' }))).toEqual(['b'])
    expect(unitsOf(all)).toEqual(['Đài Phát thanh', 'Sở Y tế', 'Ủy ban phường'])
  })
})
