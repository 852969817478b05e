import { describe, expect, it } from 'vitest'
import {
  answered,
  checked,
  closed,
  decided,
  inHand,
  judged,
  officer,
  paper,
  received,
  type Step,
  stateAfter,
} from '../cases/case.fixture.ts'
import { mayRead, readersOf } from '../cases/readers.ts'
import { AccountId, ReaderId } from '../kernel/ids.ts'
import { clockRows } from '../law/clock-rows.ts'
import { usualWarning } from '../law/legal-clocks.ts'
import { calendarOf, startOf } from '../law/working-days.ts'
import { actsOf } from './case-acts.ts'
import { clocksOf } from './case-clocks.ts'
import { caseFacts } from './case-facts.ts'
import { matterOf, milestonesOf, registerColumns } from './cases.ts'

const law = { rows: clockRows, calendar: calendarOf([]), lastDay: 'stays', warning: usualWarning } as const

const other = AccountId.parse('other')
const reader = (accountId: AccountId, isOfIntakeGroup = false) => ({
  accountId,
  reader: ReaderId.parse(accountId),
  isOfIntakeGroup,
})
const on = (day: string, [type, data, , by]: Step): Step => [type, data, day, by]

describe('the legal facts of a case', () => {
  it('contain each step with its day, in order', () => {
    const steps = inHand.map((step) => on('2026-11-23', step))
    const rest: Step[] = [
      on('2026-11-24', ['handling.notify', { paperNumber: '1/TB', on: '2026-11-24', text: 'Đã thụ lý' }]),
      on('2026-11-24', ['handling.suspend', { ground: 'Chờ giám định' }]),
      on('2026-11-25', ['handling.resume', { ground: 'Đã có' }]),
      on('2026-11-25', ['handling.extend', { until: '2027-01-20', ground: 'Phức tạp' }]),
      decided,
    ]
    expect(caseFacts(stateAfter(...steps, ...rest))).toEqual([
      { kind: 'lodged', on: '2026-11-18' },
      { kind: 'received', on: '2026-11-20' },
      { kind: 'classified', on: '2026-11-20', subject: 'complaint' },
      { kind: 'checked', on: '2026-11-23' },
      { kind: 'accepted', on: '2026-11-23' },
      { kind: 'citizenTold', on: '2026-11-24' },
      { kind: 'acceptanceTold', on: '2026-11-24' },
      { kind: 'suspended', on: '2026-11-24' },
      { kind: 'extended', on: '2026-11-25', clock: 'complaintResolution', until: '2027-01-20' },
      { kind: 'resumed', on: '2026-11-25' },
      { kind: 'resolved', on: '2026-11-25' },
    ])
  })

  it('of a petition with several matters contain its receipt only', () => {
    expect(
      caseFacts(stateAfter(received({ kind: 'mixed', register: { year: 2026, kind: 'mixed', number: 1 } }))),
    ).toEqual([
      { kind: 'lodged', on: '2026-11-18' },
      { kind: 'received', on: '2026-11-20' },
    ])
  })

  it('of a case of another body contain the paper that forwarded it', () => {
    const facts = caseFacts(
      stateAfter(received(), checked(), judged('transfer', 'Sở Xây dựng'), ['handling.sendOn', paper]),
    )
    expect(facts.at(-1)).toEqual({ kind: 'forwarded', on: paper.on })
    expect(facts.some(({ kind }) => kind === 'accepted')).toBe(false)
  })
})

describe('the facts before and after the handling', () => {
  const sentHere: Step = [
    'intake.noteSender',
    { sentBy: 'Thanh tra tỉnh', paperNumber: '7/CV', on: '2026-11-19', wantsResult: true },
  ]
  const told: Step = ['handling.tellSender', paper]
  const fact = (kind: string, ...steps: Step[]) =>
    caseFacts(stateAfter(...steps)).find((one) => one.kind === kind)?.on ?? null

  it('include the first decision, the decision complained of, the sending body, and the report to it', () => {
    const second: Step = ['intake.find', { circumstance: 'secondStage' }]
    expect(fact('firstDecisionReceived', received(), second, ['intake.noteFirstDecision', { on: '2026-10-01' }])).toBe(
      '2026-10-01',
    )
    expect(fact('decisionKnown', received(), ['intake.noteDecisionKnown', { on: '2026-10-01' }])).toBe('2026-10-01')
    expect(fact('sentHere', received(), sentHere)).toBe('2026-11-19')
    expect(fact('senderTold', ...inHand, sentHere, decided, told)).toBe(paper.on)
  })

  it('require no report to a body that does not ask for the result', () => {
    const unasked: Step = ['intake.noteSender', { ...sentHere[1], wantsResult: false }]
    expect(fact('sentHere', received(), unasked)).toBeNull()
    expect(actsOf(stateAfter(...inHand, unasked, decided), reader(officer), paper.on)).not.toContain('tellSender')
  })

  it('offer to report to the sender once there is a result and before the case can be closed', () => {
    const offered = (...steps: Step[]) => actsOf(stateAfter(...inHand, ...steps), reader(officer), paper.on)
    expect(offered(sentHere)).not.toContain('tellSender')
    expect(offered(sentHere, decided)).toContain('tellSender')
    expect(offered(sentHere, decided, answered)[0]).toBe('tellSender')
    expect(offered(sentHere, decided, answered)).not.toContain('close')
    expect(offered(sentHere, decided, answered, told)[0]).toBe('close')
  })

  it('offer to record a dialogue as held once its day has come', () => {
    const books: Step = ['handling.bookDialogue', { sessionId: 'session', on: '2026-12-10' }]
    const state = stateAfter(...inHand, books)
    expect(actsOf(state, reader(officer), '2026-12-09')).not.toContain('holdDialogue')
    expect(actsOf(state, reader(officer), '2026-12-10')[0]).toBe('holdDialogue')
    const held = stateAfter(...inHand, books, ['handling.holdDialogue', { paperNumber: null, on: paper.on }])
    expect(caseFacts(held)).toContainEqual({ kind: 'dialogueHeld', on: paper.on })
    expect(milestonesOf(held).map(({ kind }) => kind)).toContain('dialogueHeld')
  })

  it('show the citizen the result of a transferred petition, and that they were told', () => {
    const state = stateAfter(
      received(),
      checked(),
      judged('transfer', 'Sở Xây dựng'),
      ['handling.sendOn', paper],
      ['handling.receiveResult', { ...paper, text: 'Đã giải quyết' }],
      ['handling.passOnResult', { paperNumber: null, on: paper.on }],
    )
    expect(milestonesOf(state).map(({ kind }) => kind)).toEqual([
      'received',
      'transferred',
      'resultReceived',
      'resultPassedOn',
    ])
    const facts = caseFacts(state).map(({ kind }) => kind)
    expect(facts).toEqual(expect.arrayContaining(['forwarded', 'senderTold', 'resultTold']))
  })
})

describe('a result received after the case was closed', () => {
  const sentOn: Step[] = [received(), checked(), judged('transfer', 'Sở Xây dựng'), ['handling.sendOn', paper]]
  const ended: Step[] = [...sentOn, answered, closed]
  const result: Step = ['handling.receiveResult', { ...paper, text: 'Đã giải quyết' }]
  const told: Step = ['handling.passOnResult', { paperNumber: null, on: paper.on }]
  const actsAfter = (...steps: Step[]) => actsOf(stateAfter(...steps), reader(officer), paper.on)

  it('can be entered, must be passed on to the citizen, and does not change the outcome', () => {
    expect(actsAfter(...ended)).toEqual(['noteSatisfaction', 'receiveResult', 'setLevel'])
    const owing = stateAfter(...ended, result)
    expect(owing.outcome).toEqual(stateAfter(...ended).outcome)
    expect(actsOf(owing, reader(officer), paper.on)).toEqual(['passOnResult', 'noteSatisfaction', 'setLevel'])
    expect(matterOf(stateAfter(...ended))).toBeNull()
    expect(matterOf(owing)).not.toBeNull()
    const done = stateAfter(...ended, result, told)
    expect(actsOf(done, reader(officer), paper.on)).toEqual(['noteSatisfaction', 'setLevel'])
    expect(matterOf(done)).toBeNull()
    expect(milestonesOf(done).map(({ kind }) => kind)).toEqual(expect.arrayContaining(['closed', 'resultPassedOn']))
  })

  it('starts the clock for telling the citizen, although the case is closed', () => {
    const clockAfter = (...steps: Step[]) =>
      clocksOf(caseFacts(stateAfter(...steps)), law, startOf(paper.on)).find(({ clock }) => clock === 'resultPassedOn')
    expect(clockAfter(...ended)).toBeUndefined()
    expect(clockAfter(...ended, result)?.state).toBe('running')
    expect(clockAfter(...ended, result, told)?.state).toBe('met')
    const open = clocksOf(caseFacts(stateAfter(...ended, result)), law, startOf(paper.on))
    expect(open.filter(({ ended: end }) => end === null).map(({ clock }) => clock)).toEqual(['resultPassedOn'])
  })
})

describe('the identity of the petitioner', () => {
  it('is visible to all staff, but of a denunciation only to who received it, who handles it and named readers', () => {
    expect(mayRead(stateAfter(...inHand), reader(other))).toBe(true)
    const denunciation = received({ kind: 'denunciation' })
    expect(mayRead(stateAfter(denunciation), reader(other))).toBe(false)
    expect(mayRead(stateAfter(denunciation), reader(officer))).toBe(true)
    const named: Step = ['intake.nameReader', { accountId: 'other', reason: 'Xác minh' }]
    expect(mayRead(stateAfter(denunciation, named), reader(other))).toBe(true)
    const handled: Step = ['handling.assign', { unit: 'Thanh tra', officerId: 'other', note: null }]
    expect(mayRead(stateAfter(denunciation, checked(), judged('own'), handled), reader(other))).toBe(true)
  })

  it('is visible to the intake group until an officer is assigned', () => {
    const third = reader(AccountId.parse('third'), true)
    const denunciation = received({ kind: 'denunciation' })
    expect(mayRead(stateAfter(denunciation), third)).toBe(true)
    expect(mayRead(stateAfter(received({ kind: 'mixed' })), third)).toBe(true)
    const handled: Step = ['handling.assign', { unit: 'Thanh tra', officerId: 'other', note: null }]
    expect(mayRead(stateAfter(denunciation, checked(), judged('own'), handled), third)).toBe(false)
  })

  it('is protected in a mixed petition until it is classified as no denunciation', () => {
    const mixed = received({ kind: 'mixed' })
    expect(mayRead(stateAfter(mixed), reader(other))).toBe(false)
    const register = { year: 2026, kind: 'proposal', number: 1 }
    const called: Step = ['intake.classify', { kind: 'proposal', signers: 1, register }]
    expect(mayRead(stateAfter(mixed, called), reader(other))).toBe(true)
  })
})

describe('a case of Mật and above', () => {
  const secret = received({ kind: 'complaint', secrecy: 'confidential' })
  const named: Step = ['intake.nameReader', { accountId: 'other', reason: 'Xác minh' }]

  it('is visible to who received it, who handles it and named readers', () => {
    expect(readersOf(stateAfter(secret))).toEqual([officer])
    expect(readersOf(stateAfter(secret, named))).toEqual([officer, other])
    const raised: Step = ['intake.setLevel', { secrecy: 'secret', reason: '12/QĐ-UBND' }]
    expect(mayRead(stateAfter(...inHand), reader(other))).toBe(true)
    expect(mayRead(stateAfter(...inHand, raised), reader(other))).toBe(false)
    const internal: Step = ['intake.setLevel', { secrecy: 'internal', reason: '13/QĐ-UBND' }]
    expect(readersOf(stateAfter(secret, internal))).toBeNull()
  })

  it('can be handled by them only, not by the intake group either', () => {
    expect(actsOf(stateAfter(secret), reader(other), '2026-11-24')).toEqual([])
    expect(actsOf(stateAfter(secret, named), reader(other), '2026-11-24')).toContain('check')
    expect(actsOf(stateAfter(secret), reader(other, true), '2026-11-24')).toEqual([])
    expect(actsOf(stateAfter(received({ kind: 'denunciation' })), reader(other), '2026-11-24')).toEqual([])
    expect(actsOf(stateAfter(received({ kind: 'denunciation' })), reader(other, true), '2026-11-24')).toContain('check')
  })
})

describe('the milestones shown to the citizen', () => {
  it('contain days and kinds of steps, and no text of the case', () => {
    const milestones = milestonesOf(stateAfter(...inHand, decided, answered, closed))
    expect(milestones.map(({ kind }) => kind)).toEqual([
      'received',
      'accepted',
      'assigned',
      'decided',
      'answered',
      'closed',
    ])
    expect(JSON.stringify(milestones)).not.toMatch(/Kinh tế|thu hồi|bồi thường/)
  })
})

describe('the columns of the register', () => {
  it('contain who handles the case and its result, or where the citizen was directed', () => {
    expect(registerColumns(stateAfter(...inHand, decided, answered, closed))).toEqual({
      people: 1,
      isOwn: true,
      guidedTo: null,
      handledBy: { body: 'Phòng Kinh tế', paperNumber: null },
      result: { result: 'partlyRight', paperNumber: '45/QĐ-UBND', on: '2026-11-25', satisfaction: 'satisfied' },
    })
    const guided = stateAfter(received(), checked(), judged('guide', 'Tòa án'), ['handling.sendOn', paper])
    expect(registerColumns(guided)).toMatchObject({
      isOwn: false,
      guidedTo: { body: 'Tòa án', paperNumber: '45/QĐ-UBND' },
      handledBy: null,
    })
  })
})
