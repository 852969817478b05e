// Property tests of automatic reminders for random plans, times and several servers that check at the same moment.
import { describe, expect, it } from 'vitest'
import { followUpModules } from '../../shared/conclusions/index.ts'
import { compose } from '../../shared/kernel/aggregate.ts'
import { AccountId } from '../../shared/kernel/ids.ts'
import { calendarDayOf, calendarOf, isWorkingDay, startOf, workingDaysAfter } from '../../shared/law/working-days.ts'
import { isTimeToRemind, nextReminder } from '../../shared/projections/reminders.ts'
import { fc } from '../harness/properties.ts'

const aggregate = compose(followUpModules, { freeze: true })
type State = typeof aggregate.initial

const hourMs = 60 * 60 * 1000
const dayMs = 24 * hourMs
const heldAt = startOf('2026-12-01') + 9 * hourMs
const calendar = calendarOf(['2026-12-24', '2026-12-25', '2027-01-01'])
const accountId = AccountId.parse('office')

/** `nodes` look at the same moment; the others of the office’s doings are by hand. */
const happening = fc.record({
  pauseHours: fc.integer({ min: 1, max: 200 }),
  what: fc.oneof(
    { weight: 6, arbitrary: fc.record({ nodes: fc.integer({ min: 1, max: 3 }) }) },
    { weight: 1, arbitrary: fc.constantFrom('byHand', 'report', 'return', 'accept') },
  ),
})
const plans = fc.record({
  daysBefore: fc.integer({ min: 0, max: 10 }),
  onDueDay: fc.boolean(),
  overdueEvery: fc.integer({ min: 0, max: 10 }),
  fromHour: fc.integer({ min: 0, max: 23 }),
})
const lastDays = fc.integer({ min: 0, max: 40 }).map((days) => calendarDayOf(heldAt + days * dayMs))

describe('for random plans, automatic reminders', () => {
  it('are sent on working days after the set hour, once before and once on the due day, then at intervals, until reported', () => {
    fc.assert(
      fc.property(plans, lastDays, fc.array(happening, { maxLength: 60 }), (plan, dueOn, happenings) => {
        let state: State = aggregate.initial
        let at = heldAt
        const by = (kind: 'system' | 'account') => (kind === 'system' ? { kind } : { kind, accountId })
        function act(kind: 'system' | 'account', name: string, data: object) {
          const actor = by(kind)
          const wish = { type: `followUp.${name}`, data }
          const outcome = aggregate.decide(state, wish, { actor, at, newId: () => 'id', codeFor: () => 'none' })
          if ('events' in outcome) state = aggregate.evolve(state, { seq: 1, at, actor, events: [...outcome.events] })
        }
        for (const { pauseHours, what } of happenings) {
          at += pauseHours * hourMs
          const number = state.followUp.reminders.length + 1
          if (what === 'byHand') act('account', 'remind', { occasion: what, dueOn, number })
          else if (typeof what === 'string') act('account', what, { text: 'Đã xong.' })
          else {
            // Each has seen the same state; each gives what it thinks is due.
            const today = calendarDayOf(at)
            const next = nextReminder({ dueOn, heldAt }, state.followUp, { plan, calendar, today })
            const before = state.followUp
            for (let node = 0; node < what.nodes; node++)
              if (next && next.on <= today && isTimeToRemind(at, plan, calendar))
                act('system', 'remind', { occasion: next.occasion, dueOn, number })
            if (state.followUp !== before) expect(before.status).toBe('open')
            expect(state.followUp.reminders.length - before.reminders.length).toBeLessThanOrEqual(1)
          }
        }

        const { reminders } = state.followUp
        const byPlan = reminders.filter(({ byAccountId }) => byAccountId === null)
        for (const reminder of byPlan) {
          expect(isWorkingDay(reminder.at, calendar)).toBe(true)
          expect(isTimeToRemind(reminder.at, plan, calendar)).toBe(true)
        }
        for (const occasion of ['before', 'due'] as const)
          expect(byPlan.filter((one) => one.occasion === occasion).length).toBeLessThanOrEqual(1)
        for (const { occasion, at: givenAt } of byPlan)
          expect(occasion === 'overdue').toBe(calendarDayOf(givenAt) > dueOn)
        reminders.forEach((one, index) => {
          const last = reminders[index - 1]
          if (one.occasion !== 'overdue' || !last || calendarDayOf(last.at) <= dueOn) return
          const earliest = workingDaysAfter(startOf(calendarDayOf(last.at)), plan.overdueEvery, calendar)
          expect(calendarDayOf(one.at) >= calendarDayOf(earliest)).toBe(true)
        })
      }),
    )
  })
})
