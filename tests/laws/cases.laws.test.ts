// Property tests of cases for random commands in any order, and for replaying their journal.

import { describe, expect, it } from 'vitest'
import { createAggregates } from '../../server/engine/aggregates/aggregates.ts'
import { createMemoryJournal } from '../../server/engine/journal/memory.ts'
import { actorOf, aggregate, morning, officer, today } from '../../shared/cases/case.fixture.ts'
import type { CaseState } from '../../shared/cases/index.ts'
import { intakeGroupName } from '../../shared/intake-group/contract.ts'
import { ReaderId } from '../../shared/kernel/ids.ts'
import { actsOf } from '../../shared/projections/case-acts.ts'
import { caseFacts } from '../../shared/projections/case-facts.ts'
import { caseStatuses, milestonesOf, statusOf } from '../../shared/projections/cases.ts'
import { fc } from '../harness/properties.ts'

const words = fc.constantFrom('Đã đo lại.', 'Chờ giám định', 'Phức tạp')
const days = fc.integer({ min: 1, max: 30 }).map((day) => `2026-11-${String(day).padStart(2, '0')}`)
const kinds = fc.constantFrom('complaint', 'denunciation', 'proposal', 'reflection', 'mixed')
const partKinds = fc.constantFrom('complaint', 'denunciation', 'proposal', 'reflection')
const paper = fc.record({ paperNumber: fc.constant('45/QĐ-UBND'), on: days })
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })
const parts = fc
  .uniqueArray(
    fc.record({ caseId: fc.constantFrom('a', 'b', 'c', 'd'), kind: partKinds, subject: words, content: words }),
    {
      minLength: 2,
      selector: ({ caseId }) => caseId,
    },
  )
  .map((list) => ({ parts: list }))
const register = (kind: string) => ({ year: 2026, kind, number: 1 })

const data: Readonly<Record<string, fc.Arbitrary<object>>> = {
  'intake.receive': fc.record({ kind: kinds, receivedOn: days }).map(({ kind, receivedOn }) => ({
    caseId: 'case',
    register: register(kind),
    way: 'hand',
    reception: null,
    receivedOn,
    writtenOn: null,
    kind,
    signers: 1,
    subject: 'Đơn',
    content: 'Nội dung',
    petitionerIds: [],
    attachments: [],
    splitFrom: null,
    isProtected: false,
  })),
  'intake.correct': fc.record({ subject: words, content: words }),
  'intake.classify': kinds.map((kind) => ({ kind, signers: 1, register: register(kind) })),
  'intake.check': fc
    .boolean()
    .map((isMet) => ({ checks: [{ condition: 'signed', wording: 'Có chữ ký', isMet }], note: null })),
  'intake.judge': fc.record({
    outcome: fc.constantFrom('own', 'own', 'guide', 'transfer', 'return'),
    body: maybe(words),
    reason: maybe(words),
  }),
  'intake.find': fc.constant({ circumstance: 'secondStage' }),
  'intake.noteSender': paper.map((one) => ({ ...one, sentBy: 'Thanh tra tỉnh', wantsResult: true })),
  'intake.noteDecisionKnown': days.map((on) => ({ on })),
  'intake.noteFirstDecision': days.map((on) => ({ on })),
  'intake.split': parts,
  'handling.assign': fc.record({
    unit: words,
    officerId: fc.constantFrom('lan', 'minh', null),
    note: fc.constant(null),
  }),
  'handling.sendOn': paper,
  'handling.notify': paper.map((one) => ({ ...one, text: 'Đã thụ lý' })),
  'handling.verify': words.map((text) => ({ text })),
  'handling.bookDialogue': fc.record({ sessionId: fc.constantFrom('one', 'two'), on: days }),
  'handling.notifyDialogue': paper,
  'handling.holdDialogue': paper,
  'handling.tellSender': paper,
  'handling.receiveResult': paper.map((one) => ({ ...one, text: 'Đã giải quyết' })),
  'handling.passOnResult': paper,
  'handling.extend': fc.record({ until: days.map((day) => day.replace('-11-', '-12-')), ground: words }),
  'handling.suspend': words.map((ground) => ({ ground })),
  'handling.resume': words.map((ground) => ({ ground })),
  'handling.decide': paper.map((one) => ({ ...one, result: 'right', text: 'Chấp nhận' })),
  'handling.answer': paper.map((one) => ({ ...one, text: 'Kính gửi' })),
  'handling.withdraw': days.map((on) => ({ on, reason: null })),
  'outcome.close': fc.constant({ satisfaction: 'unknown', note: null }),
  'outcome.noteSatisfaction': fc.constant({ satisfaction: 'satisfied', note: null }),
}
const wishes = fc
  .constantFrom(...Object.keys(data))
  .chain((type) =>
    fc.record({ type: fc.constant(type), data: data[type] ?? fc.constant({}), by: fc.constantFrom('lan', 'minh') }),
  )
const courses = fc.tuple(data['intake.receive'] ?? fc.constant({}), fc.array(wishes, { maxLength: 60 }))

/** Every wish that is not refused happens; `looked` sees the state after each. */
function run(
  [receipt, list]: [object, { type: string; data: object; by: string }[]],
  looked: (state: CaseState) => void,
) {
  let state = aggregate.initial
  const commits = []
  for (const [index, { type, data: sent, by }] of [
    { type: 'intake.receive', data: receipt, by: 'lan' },
    ...list,
  ].entries()) {
    const actor = actorOf(by)
    const at = morning('2026-11-30') + index
    const outcome = aggregate.decide(
      state,
      { type, data: sent },
      { actor, at, newId: () => 'id', codeFor: () => 'none' },
    )
    if (!('events' in outcome)) continue
    const commit = { seq: index + 1, at, actor, events: [...outcome.events] }
    commits.push(commit)
    state = aggregate.evolve(state, commit)
    looked(state)
  }
  return { state, commits }
}

describe('for random commands, a case', () => {
  it('replayed from its journal equals the live state', () => {
    fc.assert(
      fc.property(courses, (course) => {
        const { state, commits } = run(course, () => undefined)
        const stored = JSON.parse(JSON.stringify(commits)) as typeof commits
        const again = stored
          .map((commit) => ({ ...commit, events: commit.events.map((event) => aggregate.readEvent(event)) }))
          .reduce((one, commit) => aggregate.evolve(one, commit), aggregate.initial)
        expect(again).toEqual(state)
      }),
    )
  })

  it('has exactly one status, and offers each action once', () => {
    fc.assert(
      fc.property(courses, (course) => {
        run(course, (state) => {
          const status = statusOf(state)
          expect(caseStatuses).toContain(status)
          expect(status === 'closed').toBe(state.outcome.closing !== null)
          if (status === 'split') expect(state.handling).toEqual(aggregate.initial.handling)
          const reader = { accountId: officer, reader: ReaderId.parse(officer), isOfIntakeGroup: false }
          const acts = actsOf(state, reader, today)
          expect(new Set(acts).size).toBe(acts.length)
        })
      }),
    )
  })

  it('that is closed or split does not change, except for the opinion of the citizen', () => {
    fc.assert(
      fc.property(courses, (course) => {
        let over: CaseState | null = null
        run(course, (state) => {
          if (over) expect({ ...state, outcome: null }).toEqual({ ...over, outcome: null })
          if (['closed', 'split'].includes(statusOf(state))) over = state
        })
      }),
    )
  })

  it('keeps every part as written when it is split', () => {
    fc.assert(
      fc.property(parts, fc.array(wishes, { maxLength: 20 }), (split, later) => {
        const receipt = {
          ...fc.sample(data['intake.receive'] ?? fc.constant({}), 1)[0],
          kind: 'mixed',
          register: register('mixed'),
        }
        const { state } = run([receipt, [{ type: 'intake.split', data: split, by: 'lan' }, ...later]], () => undefined)
        expect(state.intake.parts).toEqual(split.parts)
        expect(state.intake.receipt).toMatchObject({ subject: 'Đơn', content: 'Nội dung' })
        const denounces = split.parts.some(({ kind }) => kind === 'denunciation')
        expect(state.intake.receipt?.isProtected).toBe(denounces)
      }),
    )
  })

  it('lists facts and milestones in the order of their days', () => {
    fc.assert(
      fc.property(courses, (course) => {
        const { state } = run(course, () => undefined)
        for (const list of [caseFacts(state), milestonesOf(state)]) {
          const told = list.map(({ on }) => on)
          expect(told).toEqual([...told].sort())
        }
        expect(caseFacts(state).filter(({ kind }) => kind === 'suspended').length).toBeGreaterThanOrEqual(
          caseFacts(state).filter(({ kind }) => kind === 'resumed').length,
        )
      }),
    )
  })

  it('accepts one of several concurrent edits of the same revision, and then each edit of the newest', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('lan', 'minh', 'tuấn'), { minLength: 2, maxLength: 8 }),
        async (officers) => {
          const journal = createMemoryJournal<string>()
          let ids = 0
          const node = () =>
            createAggregates({
              aggregate,
              journal,
              // Also of one that is protected.
              actorOf: async (who) => ({ ...who, groups: [intakeGroupName] }),
              now: () => morning('2026-11-30'),
              newId: () => `id-${++ids}`,
            })
          const [one, other] = [node(), node()]
          const by = (name: string) => actorOf(name === 'tuấn' ? 'tuan' : name)
          const receipt = fc.sample(data['intake.receive'] ?? fc.constant({}), { numRuns: 1, seed: 1 })[0]
          await one.dispatch('case', by('lan'), { type: 'intake.receive', data: receipt })
          const mends = (name: string, expectedSeq: number, index: number) =>
            (index % 2 ? one : other).dispatch('case', by(name), {
              type: 'intake.correct',
              data: { subject: `Sửa bởi ${name} ${index}`, content: 'x' },
              expectedSeq,
            })
          const replies = await Promise.all(officers.map((name, index) => mends(name, 1, index)))
          expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
          for (const [index, name] of officers.entries()) {
            const seq = (await one.journal('case')).length
            expect((await mends(name, seq, index)).ok).toBe(true)
          }
          expect(await one.journal('case')).toHaveLength(officers.length + 2)
        },
      ),
      { numRuns: 30 },
    )
  })
})
