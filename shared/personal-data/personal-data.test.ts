import { describe, expect, it } from 'vitest'
import { compose } from '../kernel/aggregate.ts'
import { AccountId } from '../kernel/ids.ts'
import { calendarOf } from '../law/working-days.ts'
import { lastDayOf, requestClockOn, shippedClocks } from './clocks.ts'
import { personalRequestModules } from './index.ts'

const aggregate = compose(personalRequestModules, { freeze: true })
const actor = { kind: 'account', accountId: AccountId.parse('lan') } as const
const at = 1_790_000_000_000

type Step = readonly [name: string, data: object]
function following(...steps: Step[]) {
  let state = aggregate.initial
  for (const [name, data] of steps) {
    const context = { actor, at, newId: () => 'id', codeFor: () => 'none' }
    const outcome = aggregate.decide(state, { type: `personalRequest.${name}`, data }, context)
    if ('rejection' in outcome) return outcome.rejection.code
    if ('opens' in outcome) throw new Error('a request has no box')
    state = aggregate.evolve(state, { seq: 1, at, actor, events: [...outcome.events] })
  }
  return state.personalRequest
}
const receives = (changes: object = {}): Step => [
  'receive',
  { kind: 'erasure', citizenIds: ['c1'], receivedOn: '2026-11-25', today: '2026-11-26', ...changes },
]
const checks: Step = ['checkIdentity', { means: 'identityPaper' }]
const answers: Step = ['answer', { listId: 'l1' }]
const refuses: Step = ['refuse', { ground: 'hold', reason: 'Tòa án yêu cầu giữ' }]

describe('a request of a person about their data', () => {
  it('is received, its identity checked, and answered, each with author and time', () => {
    const stamp = { at, by: 'lan' }
    expect(following(receives(), checks, answers)).toEqual({
      status: 'answered',
      request: { kind: 'erasure', citizenIds: ['c1'], receivedOn: '2026-11-25', ...stamp },
      checked: { means: 'identityPaper', ...stamp },
      answered: { listId: 'l1', ...stamp },
      refused: null,
    })
  })

  it('cannot be answered before the identity was checked', () => {
    expect(following(receives(), answers)).toBe('personalRequest.not-checked')
  })

  it('can be refused with a ground before or after the identity check, and is then ended', () => {
    expect(following(receives(), refuses)).toMatchObject({ status: 'refused', refused: { ground: 'hold' } })
    expect(following(receives(), checks, refuses, answers)).toBe('personalRequest.ended')
    expect(following(receives(), checks, answers, refuses)).toBe('personalRequest.ended')
  })

  it('is received once, not with a future date, and before other commands', () => {
    expect(following(receives(), receives())).toBe('personalRequest.received')
    expect(following(receives({ receivedOn: '2026-11-27' }))).toBe('personalRequest.in-future')
    expect(following(checks)).toBe('personalRequest.unknown')
  })
})

describe('the deadlines of a request', () => {
  it('are shipped with the mark “summary”, because only a summary of the law was read', () => {
    expect(shippedClocks.map(({ mark }) => mark)).toEqual(['summary', 'summary', 'summary'])
  })

  it('count working days on the calendar of the agency, and other days as calendar days', () => {
    // A Friday, after which Monday is off.
    const calendar = calendarOf(['2026-11-30'])
    expect(lastDayOf({ amount: 2, unit: 'workingDays' }, '2026-11-27', calendar)).toBe('2026-12-02')
    expect(lastDayOf({ amount: 20, unit: 'days' }, '2026-11-27', calendar)).toBe('2026-12-17')
  })

  it('are those in force on the day of receipt; a row of the agency replaces the shipped one', () => {
    const own = {
      clock: 'erasure',
      amount: 15,
      unit: 'days',
      source: 'Nghị định …',
      mark: 'read',
      validFrom: '2026-06-01',
    } as const
    expect(requestClockOn([own], 'erasure', '2026-05-31').amount).toBe(20)
    expect(requestClockOn([own], 'erasure', '2026-06-01').amount).toBe(15)
    expect(requestClockOn([own], 'erasure', '2020-01-01').amount).toBe(20)
  })
})
