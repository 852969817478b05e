// Legal clocks as they are shown: to staff with the reason for each day, to the citizen as the next promised day.
import type { CaseFact } from '../../../shared/law/case-facts.ts'
import { clockRules, isToBeChecked } from '../../../shared/law/legal-clocks.ts'
import { calendarDayOf } from '../../../shared/law/working-days.ts'
import {
  type CaseClock,
  clocksOf,
  colourOf,
  isOpenClock,
  type LawInForce,
} from '../../../shared/projections/case-clocks.ts'
import type { FollowedCase } from '../../../shared/wire/casework/cases.ts'
import type { ShownClock } from '../../../shared/wire/casework/law.ts'

function shownClock(clock: CaseClock, today: string): ShownClock {
  const { state, from, dueOn, ended, left, row, amount, circumstances, extensions, rests, daysOff, workedDays } = clock
  return {
    clock: clock.clock,
    state,
    colour: colourOf(clock, today),
    from: { ...from },
    dueOn,
    endedOn: ended?.on ?? null,
    unit: row.unit,
    left,
    why: {
      amount,
      circumstances: [...circumstances],
      extensions: extensions.map((one) => ({ ...one })),
      rests: rests.map((one) => ({ ...one })),
      daysOff: [...daysOff],
      workedDays: [...workedDays],
      source: row.source,
      isToBeChecked: isToBeChecked(row),
      readIn: row.readIn,
    },
    unknownYears: [...clock.unknownYears],
  }
}

/** What is still to be done first, by its day; then what is over, as the table has it. */
export function shownClocks(facts: readonly CaseFact[], law: LawInForce, now: number): ShownClock[] {
  const today = calendarDayOf(now)
  const rank = (one: CaseClock) => (isOpenClock(one, today) ? (one.dueOn ?? '9998') : '9999')
  return clocksOf(facts, law, now)
    .toSorted((one, other) => (rank(one) < rank(other) ? -1 : rank(one) > rank(other) ? 1 : 0))
    .map((one) => shownClock(one, today))
}

/** The next day of which the citizen may expect something; when all are over, the last that was promised. */
export function promiseOf(facts: readonly CaseFact[], law: LawInForce, now: number): FollowedCase['course']['promise'] {
  const today = calendarDayOf(now)
  const open = clocksOf(facts, law, now)
    .filter((one) => clockRules[one.clock].isPromised && isOpenClock(one, today))
    .flatMap(({ dueOn, clock }) => (dueOn === null ? [] : [{ on: dueOn, clock }]))
    .toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))
  const next = open.find(({ on }) => on >= today) ?? open.at(-1)
  if (!next) return null
  const { metBy } = clockRules[next.clock]
  const what = metBy.includes('resolved') ? 'result' : metBy.includes('resultTold') ? 'told' : 'word'
  return { what, on: next.on, isPast: next.on < today }
}
