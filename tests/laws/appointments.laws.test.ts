// Property tests of appointments for random commands in any order: no slot is overbooked, no appointment is lost, and
// folding the journal gives the state.
import { describe, expect, it } from 'vitest'
import { compose } from '../../shared/kernel/aggregate.ts'
import type { RecordedEvent } from '../../shared/kernel/commit.ts'
import { AccountId } from '../../shared/kernel/ids.ts'
import { startOf } from '../../shared/law/working-days.ts'
import { isOpen, takenOf } from '../../shared/reception/appointments/contract.ts'
import { appointmentsRules } from '../../shared/reception/appointments/rules.ts'
import { fc } from '../harness/properties.ts'

const aggregate = compose([appointmentsRules], { freeze: true })
const date = '2026-12-08'
const beginning = startOf('2026-12-07')

const times = ['08:00', '08:30', '09:00', '10:00'] as const
const time = fc.constantFrom(...times)
const sittingId = fc.constantFrom('one', 'two')
const appointmentId = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
const siteId = fc.constantFrom('centre', 'branch', null)
const sitting = fc.record({
  sittingId,
  kind: fc.constant('regular'),
  officerId: fc.constantFrom('anh', 'binh', 'nam'),
  substituteId: fc.constant(null),
  place: fc.constant('Trụ sở'),
  sites: fc.constantFrom(
    [{ siteId: 'centre', name: 'Trụ sở' }],
    [
      { siteId: 'centre', name: 'Trụ sở' },
      { siteId: 'branch', name: 'Thôn 3' },
    ],
  ),
  ownBrowser: fc.constantFrom(null, { ground: 'Trực tuyến', decisionNumber: '12/QĐ' }),
  slotMinutes: fc.constant(30),
  slots: fc.uniqueArray(fc.record({ time, capacity: fc.integer({ min: 1, max: 2 }) }), {
    minLength: 2,
    selector: (slot) => slot.time,
  }),
})
const party = fc.constantFrom(
  { kind: 'self' },
  { kind: 'group', people: 12, representatives: 5, hasPaper: true },
  { kind: 'representative', hasPaper: false },
)
const wish = fc.oneof(
  { weight: 2, arbitrary: fc.record({ name: fc.constant('plan'), data: sitting.map((one) => ({ ...one, date })) }) },
  { weight: 2, arbitrary: fc.record({ name: fc.constant('replan'), data: sitting }) },
  {
    weight: 12,
    arbitrary: fc.record({
      name: fc.constant('book'),
      data: fc.record({
        appointmentId,
        citizenId: fc.constant('citizen'),
        sittingId,
        time,
        siteId,
        matter: fc.constant('complaint'),
        asksSecrecy: fc.boolean(),
        interpreter: fc.constant(null),
        priority: fc.constant(null),
        party,
      }),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      name: fc.constant('move'),
      data: fc.record({ appointmentId, sittingId, time, siteId }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      name: fc.constant('cancel'),
      data: fc.record({ appointmentId, by: fc.constantFrom('citizen', 'agency'), reason: fc.constant(null) }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ name: fc.constant('remind'), data: fc.record({ appointmentId }) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      name: fc.constant('cancelSitting'),
      data: fc.record({ sittingId, reason: fc.constant('Mưa bão') }),
    }),
  },
)
const step = fc.record({ wish, pauseMinutes: fc.integer({ min: 0, max: 25 }) })
/** A day has a plan before anybody books. */
const steps = fc
  .tuple(sitting, fc.array(step, { minLength: 20, maxLength: 80, size: 'max' }))
  .map(([first, others]) => [{ wish: { name: 'plan', data: { ...first, date } }, pauseMinutes: 0 }, ...others])

describe('for random commands, a reception day', () => {
  it('never overbooks a slot, loses no appointment, and equals the fold of its journal', () => {
    let booked = 0
    let full = 0
    fc.assert(
      fc.property(steps, (all) => {
        let state = aggregate.initial
        let at = beginning
        const journal: { seq: number; at: number; events: RecordedEvent[] }[] = []
        const everBooked = new Set<string>()
        for (const [index, { wish: asked, pauseMinutes }] of all.entries()) {
          at += pauseMinutes * 60_000
          const isOffice = ['replan', 'cancelSitting'].includes(asked.name)
          const actor = isOffice
            ? ({ kind: 'account', accountId: AccountId.parse('clerk') } as const)
            : ({ kind: 'system' } as const)
          const before = state.appointments
          const outcome = aggregate.decide(
            state,
            { type: `appointments.${asked.name}`, data: asked.data },
            { actor, at, newId: () => 'id', codeFor: () => 'none' },
          )
          if ('opens' in outcome) throw new Error('a reception day has no box')
          if ('rejection' in outcome) {
            if (outcome.rejection.code === 'appointments.slot-full') full++
            continue
          }
          const happened = { seq: index + 1, at, actor, events: [...outcome.events] }
          state = aggregate.evolve(state, happened)
          journal.push(happened)
          for (const { type, data } of outcome.events)
            if (type === 'appointments.booked') {
              everBooked.add((data as { appointmentId: string }).appointmentId)
              booked++
            }

          const { sittings, appointments } = state.appointments
          for (const one of sittings)
            for (const slot of one.slots)
              expect(takenOf(appointments, one.sittingId, slot.time)).toBeLessThanOrEqual(slot.capacity)
          // Whoever has a place has one that there is, in a sitting that takes place, by a way that is open.
          for (const one of appointments.filter(isOpen)) {
            const found = sittings.find((other) => other.sittingId === one.sittingId)
            expect(found?.cancelled).toBeNull()
            expect(found?.slots.map((slot) => slot.time)).toContain(one.time)
            if (one.siteId === null) expect(found?.ownBrowser).not.toBeNull()
            else expect(found?.sites.map((site) => site.siteId)).toContain(one.siteId)
          }
          // Everybody who ever booked is there, once: with a place, or with who has cancelled it.
          expect(appointments.map((one) => one.appointmentId).toSorted()).toEqual([...everBooked].toSorted())
          // What was open is gone only by being cancelled.
          for (const one of before.appointments.filter(isOpen)) {
            const now = appointments.find((other) => other.appointmentId === one.appointmentId)
            if (asked.name !== 'cancel' && asked.name !== 'cancelSitting') expect(now?.cancelled).toBeNull()
          }
        }
        const system = { kind: 'system' } as const
        const replayed = journal.reduce(
          (folded, commit) => aggregate.evolve(folded, { ...commit, actor: system }),
          aggregate.initial,
        )
        expect(replayed).toEqual(state)
      }),
    )
    // The law would hold of a day on which nothing ever happens.
    expect(booked).toBeGreaterThan(100)
    expect(full).toBeGreaterThan(10)
  })
})
