import { describe, expect, it } from 'vitest'
import {
  answered,
  assigned,
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
import { stageOf } from './contract.ts'

const stage = (...steps: Step[]) => {
  const { intake, handling } = stateAfter(...steps)
  return stageOf(intake, handling)
}
const verifies: Step = ['handling.verify', { text: 'Đã đo lại.' }]
const suspends: Step = ['handling.suspend', { ground: 'Chờ giám định' }]
const resumes: Step = ['handling.resume', { ground: 'Đã có kết quả' }]
const extendsTo = (until: string): Step => ['handling.extend', { until, ground: 'Phức tạp' }]
const sendsOn: Step = ['handling.sendOn', paper]
const withdraws: Step = ['handling.withdraw', { on: today, reason: null }]
const by = ([type, data, on]: Step, who: string): Step => [type, data, on, who]

describe('a case in the agency’s own competence', () => {
  it('goes through the stages: classify, assign, handle, answer, close', () => {
    expect(stage(received())).toBe('toClassify')
    expect(stage(received(), checked(), judged('own'))).toBe('toAssign')
    expect(stage(...inHand, verifies)).toBe('inHand')
    expect(stage(...inHand, decided)).toBe('toAnswer')
    expect(stage(...inHand, decided, answered)).toBe('toClose')
  })

  it('rejects handling before competence is judged, and before it is assigned and decided', () => {
    expect(following(received(), assigned())).toBe('handling.not-own')
    expect(following(received(), checked(), judged('own'), verifies)).toBe('handling.not-assigned')
    expect(following(...inHand, answered)).toBe('handling.not-decided')
    expect(following(...inHand, ['handling.publish', { on: today, way: 'Niêm yết' }])).toBe('handling.not-decided')
  })

  it('can be handled only by its officer until reassigned, and by anybody if assigned to a unit without an officer', () => {
    expect(following(...inHand, by(verifies, 'other'))).toBe('handling.not-yours')
    expect(stage(...inHand, by(assigned('other'), 'other'), by(verifies, 'other'))).toBe('inHand')
    expect(stage(received(), checked(), judged('own'), assigned(null), by(verifies, 'other'))).toBe('inHand')
  })

  it('can be extended only to a later day each time', () => {
    expect(following(...inHand, extendsTo(today))).toBe('handling.not-later')
    expect(following(...inHand, extendsTo('2027-01-10'), extendsTo('2027-01-10'))).toBe('handling.not-later')
    expect(stateAfter(...inHand, extendsTo('2027-01-10'), extendsTo('2027-02-10')).handling.extensions).toHaveLength(2)
  })

  it('can be suspended and resumed; a decision is rejected while it is suspended', () => {
    expect(stage(...inHand, suspends)).toBe('suspended')
    for (const step of [decided, verifies, suspends])
      expect(following(...inHand, suspends, step)).toBe('handling.suspended')
    expect(stage(...inHand, suspends, resumes)).toBe('inHand')
    expect(following(...inHand, resumes)).toBe('handling.not-suspended')
  })

  it('can have several dialogues, each session once', () => {
    const books: Step = ['handling.bookDialogue', { sessionId: 'session', on: '2026-12-10' }]
    expect(stateAfter(...inHand, books).handling.dialogues).toMatchObject([{ sessionId: 'session', on: '2026-12-10' }])
    expect(following(...inHand, books, books)).toBe('handling.same-dialogue')
  })

  it('records the written notice of the earliest dialogue, once each', () => {
    const books = (sessionId: string, on: string): Step => ['handling.bookDialogue', { sessionId, on }]
    const notifies: Step = ['handling.notifyDialogue', paper]
    const both = [...inHand, books('later', '2026-12-20'), books('sooner', '2026-12-10')]
    expect(following(...inHand, notifies)).toBe('handling.no-dialogue')
    const { dialogues } = stateAfter(...both, notifies).handling
    expect(dialogues.map(({ sessionId, notice }) => [sessionId, notice?.paperNumber ?? null])).toEqual([
      ['later', null],
      ['sooner', paper.paperNumber],
    ])
    expect(following(...both, notifies, notifies, notifies)).toBe('handling.no-dialogue')
    expect(following(...both, ['handling.notifyDialogue', { ...paper, on: '2026-11-26' }])).toBe('handling.in-future')
  })

  it('records dialogues as held in the order of their days, once each, after which no notice can be recorded', () => {
    const books = (sessionId: string, on: string): Step => ['handling.bookDialogue', { sessionId, on }]
    const holds = (on = today): Step => ['handling.holdDialogue', { paperNumber: '3/BB', on }]
    const both = [...inHand, books('second', '2026-11-25'), books('first', '2026-11-24')]
    expect(following(...inHand, holds())).toBe('handling.no-dialogue-to-hold')
    expect(following(...both, holds('2026-11-26'))).toBe('handling.in-future')
    const { dialogues } = stateAfter(...both, holds('2026-11-24')).handling
    expect(dialogues.map(({ sessionId, held }) => [sessionId, held?.on ?? null])).toEqual([
      ['second', null],
      ['first', '2026-11-24'],
    ])
    const notifies: Step = ['handling.notifyDialogue', paper]
    expect(following(...both, holds(), holds(), notifies)).toBe('handling.no-dialogue')
    expect(following(...both, holds(), holds(), holds())).toBe('handling.no-dialogue-to-hold')
  })

  it('sent here by another body must report the result to that body before it is closed', () => {
    const sender = { sentBy: 'Thanh tra tỉnh', paperNumber: '7/CV', on: '2026-11-19', wantsResult: true }
    const notes: Step = ['intake.noteSender', sender]
    const tells: Step = ['handling.tellSender', paper]
    expect(following(...inHand, decided, tells)).toBe('handling.no-sender')
    expect(following(...inHand, notes, tells)).toBe('handling.no-result')
    expect(following(...inHand, notes, decided, answered, closed)).toBe('outcome.sender-not-told')
    expect(following(...inHand, notes, decided, tells, tells)).toBe('handling.sender-told')
    expect(stateAfter(...inHand, notes, decided, tells, answered, closed).outcome.closing).not.toBeNull()
    const unasked: Step = ['intake.noteSender', { ...sender, wantsResult: false }]
    expect(stateAfter(...inHand, unasked, decided, answered, closed).outcome.closing).not.toBeNull()
  })

  it('is decided once, on a day between its receipt and today', () => {
    expect(following(...inHand, decided, decided)).toBe('handling.decided')
    const on = (day: string): Step => ['handling.decide', { ...paper, on: day, result: 'right', text: 'Chấp nhận' }]
    expect(following(...inHand, on('2026-11-26'))).toBe('handling.in-future')
    expect(following(...inHand, on('2026-11-19'))).toBe('handling.before-receipt')
    expect(following(...inHand, on('2026-11-31'))).toBe('invalid')
  })

  it('about a reflection can be answered without a decision', () => {
    const reflection = received({ kind: 'reflection' })
    expect(stage(reflection, checked(), judged('own'), assigned(), answered)).toBe('toClose')
    expect(following(reflection, checked(), judged('own'), assigned(), answered, answered)).toBe('handling.answered')
  })
})

describe('a case in the competence of another body', () => {
  it('requires an answer if it is transferred; a letter of guidance counts as the answer', () => {
    const transfer = [received(), checked(), judged('transfer', 'Sở Xây dựng')]
    expect(stage(...transfer)).toBe('toSendOn')
    expect(stage(...transfer, sendsOn)).toBe('toAnswer')
    expect(stage(...transfer, sendsOn, answered)).toBe('toClose')
    expect(stage(received(), checked(), judged('guide', 'Tòa án'), sendsOn)).toBe('toClose')
  })

  it('is sent on once, with a paper, and cannot be handled', () => {
    const guide = [received(), checked(), judged('guide', 'Tòa án')]
    expect(following(...guide, answered)).toBe('handling.not-sent-on')
    expect(following(...guide, sendsOn, sendsOn)).toBe('handling.sent-on')
    expect(following(...guide, assigned())).toBe('handling.not-own')
    expect(following(...inHand, sendsOn)).toBe('handling.is-own')
    expect(following(received(), sendsOn)).toBe('handling.not-judged')
  })

  it('if transferred, receives a result that the citizen must be told before it is closed', () => {
    const transferred = [received(), checked(), judged('transfer', 'Sở Xây dựng'), sendsOn]
    const receives: Step = ['handling.receiveResult', { ...paper, text: 'Đã giải quyết xong' }]
    const passesOn = (on = today): Step => ['handling.passOnResult', { paperNumber: null, on }]
    expect(following(received(), checked(), judged('guide', 'Tòa án'), sendsOn, receives)).toBe(
      'handling.not-transferred',
    )
    expect(following(...transferred, passesOn())).toBe('handling.no-result-received')
    expect(following(...transferred, receives, receives)).toBe('handling.result-received')
    expect(following(...transferred, receives, passesOn('2026-11-24'))).toBe('handling.before-result')
    expect(following(...transferred, answered, receives, closed)).toBe('outcome.result-not-passed-on')
    const told = [...transferred, answered, receives, passesOn()]
    expect(following(...told, passesOn())).toBe('handling.result-passed-on')
    expect(stateAfter(...told, closed).outcome.closing).not.toBeNull()
    expect(stateAfter(...transferred, answered, closed).outcome.closing).not.toBeNull()
  })

  it('changes its stage when competence is judged again', () => {
    const turned = [...inHand, decided, judged('transfer', 'Sở Xây dựng')]
    expect(stage(...turned)).toBe('toSendOn')
    expect(stage(...turned, sendsOn, answered, judged('own'))).toBe('inHand')
  })
})

describe('a withdrawn petition', () => {
  it('can only be closed', () => {
    expect(stage(...inHand, withdraws)).toBe('toClose')
    for (const step of [verifies, decided, answered, withdraws, assigned()])
      expect(following(...inHand, withdraws, step)).toBe('handling.withdrawn')
  })

  it('cannot be split, classified or judged', () => {
    const matter = (caseId: string) => ({ caseId, kind: 'complaint', subject: 'Đất đai', content: 'Xin xem xét.' })
    const splits: Step = ['intake.split', { parts: [matter('one'), matter('two')] }]
    expect(following(received({ kind: 'mixed' }), withdraws, splits)).toBe('handling.withdrawn')
    for (const step of [checked(), judged('guide', 'Sở Xây dựng')])
      expect(following(...inHand, withdraws, step)).toBe('handling.withdrawn')
  })
})

it('a case is changed by accounts of the agency only', () => {
  expect(following(...inHand, by(verifies, 'system'))).toBe('forbidden')
})
