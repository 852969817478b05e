import { describe, expect, it } from 'vitest'
import { compose, type DecisionContext } from '../../kernel/aggregate.ts'
import { AccountId } from '../../kernel/ids.ts'
import { followUpModules } from '../index.ts'
import { type EvidenceFile, maximumFiles, maximumFilesAtOnce, maximumSteps } from './contract.ts'

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
const file: EvidenceFile = { title: 'Báo cáo', format: 'pdf', bytes: 9, sha256: 'a'.repeat(64), scan: 'clean' }
const many = (count: number) => Array.from({ length: count }, () => file)
const reminds = (number: number, occasion = 'overdue'): Step => ['remind', { occasion, dueOn: '2026-12-31', number }]

describe('the follow-up of an assignment', () => {
  it('is open, and lists progress and evidence with their author', () => {
    expect(
      following(['noteProgress', text], ['addEvidence', { title: 'Báo cáo số 45', reference: 'Văn thư, tập 3' }]),
    ).toEqual({
      status: 'open',
      steps: [
        { kind: 'progress', ...text, reference: null, files: [], at, byAccountId: accountId },
        { kind: 'evidence', text: 'Báo cáo số 45', reference: 'Văn thư, tập 3', files: [], at, byAccountId: accountId },
      ],
      reminders: [],
    })
  })

  it('accepts files with progress, evidence and report', () => {
    const words = { ...text, files: [file] }
    const evidence = { title: 'Báo cáo số 45', reference: null, files: [file] }
    expect(following(['noteProgress', words], ['addEvidence', evidence], ['report', words])).toMatchObject({
      steps: [{ files: [file] }, { files: [file], reference: null }, { kind: 'report', files: [file] }],
    })
  })

  it('rejects evidence with neither a reference nor a file', () => {
    expect(following(['addEvidence', { title: 'Báo cáo', reference: null }])).toBe('followUp.no-evidence')
  })

  it(`accepts ${maximumFilesAtOnce} files at once, ${maximumFiles} in all`, () => {
    const hands = (count: number): Step => ['noteProgress', { ...text, files: many(count) }]
    expect(following(hands(maximumFilesAtOnce + 1))).toBe('invalid')
    const full = Array.from({ length: maximumFiles / maximumFilesAtOnce }, () => hands(maximumFilesAtOnce))
    expect(following(...full, hands(1))).toBe('followUp.too-many-files')
    expect(following(...full, hands(0))).toMatchObject({ status: 'open' })
  })

  it('reads events of the first release, which had no files', () => {
    const event = { type: 'followUp.progressNoted', v: 1, data: text }
    expect(aggregate.readEvent(event).data).toEqual({ ...text, files: [] })
  })

  it('is reported as done, and then accepted or returned with a reason', () => {
    expect(following(reports)).toMatchObject({ status: 'reported' })
    expect(following(reports, ['accept'])).toMatchObject({ status: 'accepted', steps: [{}, { kind: 'acceptance' }] })
    expect(following(reports, ['return', { text: 'Thiếu văn bản trả lời.' }])).toMatchObject({
      status: 'open',
      steps: [{}, { kind: 'return', text: 'Thiếu văn bản trả lời.' }],
    })
    expect(following(reports, ['return', text], reports, ['accept'])).toMatchObject({ status: 'accepted' })
  })

  it('is reported once until returned, and accepted or returned only after a report', () => {
    expect(following(reports, reports)).toBe('followUp.reported')
    expect(following(['accept'])).toBe('followUp.not-reported')
    expect(following(['return', text])).toBe('followUp.not-reported')
  })

  it('rejects further steps after it was accepted', () => {
    for (const step of [['noteProgress', text], ['addEvidence', { title: 'a', reference: 'b' }], reports] as const)
      expect(following(reports, ['accept'], step)).toBe('followUp.accepted')
  })

  it(`accepts ${maximumSteps} steps at most`, () => {
    const full = Array.from({ length: maximumSteps }, (): Step => ['noteProgress', text])
    expect(following(...full, ['noteProgress', text])).toBe('followUp.too-many')
  })

  it('records numbered reminders, and rejects one with a wrong number', () => {
    expect(following(reminds(1, 'before'), reminds(2))).toMatchObject({
      steps: [],
      reminders: [
        { occasion: 'before', dueOn: '2026-12-31', at, byAccountId: accountId },
        { occasion: 'overdue', dueOn: '2026-12-31' },
      ],
    })
    expect(following(reminds(1), reminds(1))).toBe('followUp.reminded')
    expect(following(reminds(2))).toBe('followUp.reminded')
  })

  it('rejects reminders after it was reported or accepted, and allows them again after a return', () => {
    expect(following(reports, reminds(1))).toBe('followUp.reported')
    expect(following(reports, ['accept'], reminds(1))).toBe('followUp.accepted')
    expect(following(reports, ['return', text], reminds(1))).toMatchObject({ reminders: { length: 1 } })
  })

  it('rejects steps by the system', () => {
    const wish = { type: 'followUp.noteProgress', data: text }
    expect(aggregate.decide(aggregate.initial, wish, { ...context, actor: { kind: 'system' } })).toMatchObject({
      rejection: { code: 'forbidden' },
    })
  })

  it('accepts reminders by the system', () => {
    const [name, data] = reminds(1)
    const wish = { type: `followUp.${name}`, data }
    expect(aggregate.decide(aggregate.initial, wish, { ...context, actor: { kind: 'system' } })).toMatchObject({
      events: [{ type: 'followUp.reminded' }],
    })
  })
})
