import { describe, expect, it } from 'vitest'
import { compose, type DecisionContext } from '../../kernel/aggregate.ts'
import { AccountId } from '../../kernel/ids.ts'
import { followUpModules } from '../index.ts'
import { maximumSteps } from './contract.ts'

const aggregate = compose(followUpModules, { freeze: true })
const accountId = AccountId.parse('office')
const at = 1_790_000_000_000
const context: DecisionContext = { actor: { kind: 'account', accountId }, at, newId: () => 'id', codeFor: () => 'none' }

type Step = readonly [name: string, data?: object]
/** Each step is accepted, or the code of the first that is not. */
function following(...steps: Step[]) {
  let state = aggregate.initial
  for (const [name, data = {}] of steps) {
    const outcome = aggregate.decide(state, { type: `followUp.${name}`, data }, context)
    if ('rejection' in outcome) return outcome.rejection.code
    if ('opens' in outcome) throw new Error('a follow-up has no box')
    state = aggregate.evolve(state, { seq: 1, at, actor: { kind: 'account', accountId }, events: [...outcome.events] })
  }
  return state.followUp
}
const text = { text: 'Đã rà soát 12 vụ.' }
const reports: Step = ['report', text]

describe('an assignment after its meeting', () => {
  it('is open, and tells its progress and what shows it, with who wrote it', () => {
    expect(
      following(['noteProgress', text], ['addEvidence', { title: 'Báo cáo số 45', reference: 'Văn thư, tập 3' }]),
    ).toEqual({
      status: 'open',
      steps: [
        { kind: 'progress', ...text, reference: null, at, byAccountId: accountId },
        { kind: 'evidence', text: 'Báo cáo số 45', reference: 'Văn thư, tập 3', at, byAccountId: accountId },
      ],
    })
  })

  it('is reported done, and then accepted or returned with the reason', () => {
    expect(following(reports)).toMatchObject({ status: 'reported' })
    expect(following(reports, ['accept'])).toMatchObject({ status: 'accepted', steps: [{}, { kind: 'acceptance' }] })
    expect(following(reports, ['return', { text: 'Thiếu văn bản trả lời.' }])).toMatchObject({
      status: 'open',
      steps: [{}, { kind: 'return', text: 'Thiếu văn bản trả lời.' }],
    })
    expect(following(reports, ['return', text], reports, ['accept'])).toMatchObject({ status: 'accepted' })
  })

  it('is reported once at a time, and accepted or returned only when reported', () => {
    expect(following(reports, reports)).toBe('followUp.reported')
    expect(following(['accept'])).toBe('followUp.not-reported')
    expect(following(['return', text])).toBe('followUp.not-reported')
  })

  it('is at its end when accepted', () => {
    for (const step of [['noteProgress', text], ['addEvidence', { title: 'a', reference: 'b' }], reports] as const)
      expect(following(reports, ['accept'], step)).toBe('followUp.accepted')
  })

  it(`takes ${maximumSteps} steps at most`, () => {
    const full = Array.from({ length: maximumSteps }, (): Step => ['noteProgress', text])
    expect(following(...full, ['noteProgress', text])).toBe('followUp.too-many')
  })

  it('is nobody’s but the accounts’ of the agency', () => {
    const wish = { type: 'followUp.noteProgress', data: text }
    expect(aggregate.decide(aggregate.initial, wish, { ...context, actor: { kind: 'system' } })).toMatchObject({
      rejection: { code: 'forbidden' },
    })
  })
})
