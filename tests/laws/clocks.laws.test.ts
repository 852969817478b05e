// Property tests of legal clocks for random facts in any order.
import { describe, expect, it } from 'vitest'
import { type CaseFact, circumstances, eventKinds, matterSubjects } from '../../shared/law/case-facts.ts'
import { clockRows } from '../../shared/law/clock-rows.ts'
import { clockNames, clockRules, lastDayRules, usualWarning } from '../../shared/law/legal-clocks.ts'
import { dayAfter, startOf } from '../../shared/law/working-days.ts'
import { type CaseClock, clocksOf, type LawInForce } from '../../shared/projections/case-clocks.ts'
import { fc } from '../harness/properties.ts'

const firstDay = '2026-06-15'
const horizon = 250
const days = fc.integer({ min: 0, max: horizon }).map((count) => dayAfter(firstDay, count))

const fact: fc.Arbitrary<CaseFact> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constantFrom(...eventKinds), on: days }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('classified' as const),
      on: days,
      subject: fc.constantFrom(...matterSubjects),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('found' as const),
      on: days,
      circumstance: fc.constantFrom(...circumstances),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('extended' as const),
      on: days,
      clock: fc.constantFrom(...clockNames),
      until: days,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('suspended' as const, 'resumed' as const), on: days }) },
)
/** One fact a day: the order within a day is told by the list, and is no matter of these laws. */
const courses = fc.uniqueArray(fact, { selector: ({ on }) => on, maxLength: 25 })
const laws: fc.Arbitrary<LawInForce> = fc.record({
  rows: fc.constant(clockRows),
  calendar: fc.record({
    daysOff: fc.uniqueArray(days, { maxLength: 20 }),
    workedDays: fc.uniqueArray(days, { maxLength: 5 }),
    years: fc.constant([2026, 2027]),
  }),
  lastDay: fc.constantFrom(...lastDayRules),
  warning: fc.constant(usualWarning),
})
const moments = days.map((day) => startOf(day) + 1)

/** A clock is known by its name and the day it counts from. */
const byName = (clocks: readonly CaseClock[]) => new Map(clocks.map((one) => [`${one.clock} ${one.from.on}`, one]))

describe('for random facts, the clocks of a case', () => {
  it('do not depend on the order in which the facts are given', () => {
    fc.assert(
      fc.property(courses, fc.infiniteStream(fc.nat()), laws, moments, (course, order, law, now) => {
        const shuffled = course.map((one) => [order.next().value ?? 0, one] as const).toSorted(([a], [b]) => a - b)
        const replayed = clocksOf(
          shuffled.map(([, one]) => one),
          law,
          now,
        )
        expect(replayed).toEqual(clocksOf(course, law, now))
      }),
    )
  })

  it('are never due earlier because of a suspension', () => {
    fc.assert(
      fc.property(courses, days, days, laws, moments, (course, one, other, law, now) => {
        const without = course.filter(({ kind }) => kind !== 'suspended' && kind !== 'resumed')
        const [from, until] = one < other ? [one, other] : [other, one]
        const rested = byName(
          clocksOf([...without, { kind: 'suspended', on: from }, { kind: 'resumed', on: until }], law, now),
        )
        for (const [name, { dueOn }] of byName(clocksOf(without, law, now)))
          expect((rested.get(name)?.dueOn ?? '9999') >= (dueOn ?? '')).toBe(true)
      }),
    )
  })

  it('do not depend on facts that start or end only other clocks', () => {
    fc.assert(
      fc.property(courses, fact, laws, moments, (course, stranger, law, now) => {
        const { kind } = stranger
        const isMinded = (one: CaseClock) => {
          const { from, metBy, replacedBy, needs } = clockRules[one.clock]
          const minded: string[] = [from, ...metBy, ...replacedBy, 'withdrawn', 'closed', needs ?? '']
          if (kind === 'extended') return stranger.clock === one.clock
          return minded.includes(kind) || !(eventKinds as readonly string[]).includes(kind)
        }
        const before = byName(clocksOf(course, law, now))
        const after = byName(clocksOf([...course, stranger], law, now))
        for (const [name, one] of before) if (!isMinded(one)) expect(after.get(name)).toEqual(one)
      }),
    )
  })

  it('are open until a fact ends them, and are never “running” after their end', () => {
    fc.assert(
      fc.property(courses, laws, moments, (course, law, now) => {
        for (const { state, ended, dueOn, left } of clocksOf(course, law, now)) {
          expect(['met', 'late', 'replaced'].includes(state)).toBe(ended !== null && state !== 'missed')
          if (state === 'running') expect(left).toBeGreaterThanOrEqual(0)
          if (state === 'suspended') expect(dueOn).toBeNull()
        }
      }),
    )
  })
})
