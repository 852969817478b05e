import { describe, expect, it } from 'vitest'
import {
  answered,
  checked,
  closed,
  decided,
  following,
  inHand,
  judged,
  paper,
  received,
  type Step,
  stateAfter,
  today,
} from '../case.fixture.ts'

const thinks = ['outcome.noteSatisfaction', { satisfaction: 'notSatisfied', note: 'Sẽ khiếu nại lần hai' }] as const
const result = (...steps: readonly Step[]) => stateAfter(...steps, closed).outcome.closing?.result

describe('closing a case', () => {
  it('records the result of its decision, or what was done instead', () => {
    expect(result(...inHand, decided, answered)).toBe('partlyRight')
    const sent = ['handling.sendOn', paper] as const
    expect(result(received(), checked(), judged('guide', 'Tòa án'), sent)).toBe('guided')
    expect(result(received(), checked(), judged('return', null, 'Không ký'), sent)).toBe('returned')
    expect(result(...inHand, ['handling.withdraw', { on: today, reason: null }])).toBe('withdrawn')
    const reflection = [received({ kind: 'reflection' }), ...inHand.slice(1)]
    expect(result(...reflection, answered)).toBe('answered')
  })

  it('is rejected before the required steps are done', () => {
    for (const steps of [[received()], inHand, [...inHand, decided]])
      expect(following(...steps, closed)).toBe('outcome.not-finished')
  })

  it('is done once; the opinion of the citizen can be recorded afterwards', () => {
    const done = [...inHand, decided, answered]
    expect(following(...done, thinks)).toBe('outcome.open')
    expect(following(...done, closed, closed)).toBe('case.closed')
    expect(stateAfter(...done, closed, thinks).outcome.closing).toMatchObject({
      result: 'partlyRight',
      satisfaction: 'notSatisfied',
      note: 'Sẽ khiếu nại lần hai',
    })
  })

  it('is rejected for a split case, whose parts are closed instead', () => {
    const part = (caseId: string) => ({ caseId, kind: 'complaint', subject: caseId, content: caseId })
    const split = ['intake.split', { parts: [part('a'), part('b')] }] as const
    expect(following(received({ kind: 'mixed' }), split, closed)).toBe('outcome.split')
  })
})
