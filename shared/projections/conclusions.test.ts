import { describe, expect, it } from 'vitest'
import { atReception, by, closes, given, inFullSession, start } from '../../tests/harness/given.ts'
import { assignmentsWithin, isOverdue } from './conclusions.ts'

const assignment = {
  text: 'Rà soát các vụ việc tồn đọng.',
  unit: 'Thanh tra thành phố',
  supportingUnits: ['Sở Xây dựng'],
  ground: null,
  dueOn: '2026-12-31',
}
const assigns = by('secretary', 'minutes.add', { content: { kind: 'assignment', ...assignment } })
const decides = by('secretary', 'minutes.add', { content: { kind: 'decision', text: 'Thống nhất.' } })

describe('the assignments to follow up', () => {
  it('are those of a closed session, with their origin', () => {
    expect(assignmentsWithin(given(inFullSession, assigns, decides, closes).state)).toEqual([
      {
        entryId: expect.any(String),
        sessionId: 'model',
        sessionTitle: 'Hội nghị thử',
        heldAt: start,
        ...assignment,
      },
    ])
  })

  it('include those of a reception', () => {
    expect(assignmentsWithin(atReception(inFullSession, assigns, closes).state)).toMatchObject([assignment])
  })

  it('are none before the session is closed', () => {
    expect(assignmentsWithin(given(inFullSession, assigns).state)).toEqual([])
  })
})

describe('an assignment', () => {
  it('is overdue from the day after its due day, unless it is done or has no due day', () => {
    expect(isOverdue('2026-12-31', false, '2026-12-31')).toBe(false)
    expect(isOverdue('2026-12-31', false, '2027-01-01')).toBe(true)
    expect(isOverdue('2026-12-31', true, '2027-01-01')).toBe(false)
    expect(isOverdue(null, false, '2027-01-01')).toBe(false)
  })
})
