// The figures of the overview: of the register, of the rows about sessions, queues and assignments, and of what is
// overdue. No journal is read.
import { calendarDayOf } from '../../../shared/law/working-days.ts'
import type { Assignment } from '../../../shared/projections/conclusions.ts'
import {
  type DayFacts,
  type DueAssignment,
  hasDay,
  type KeptState,
  keptState,
  keptStates,
  matterFigures,
  receptionFigures,
  type SessionFacts,
  sitesOf,
  spokenBy,
  waitingOf,
} from '../../../shared/projections/overview.ts'
import { createTally, periodBefore, type ReportPeriod, stepsOf } from '../../../shared/projections/reports.ts'
import { overviewReport } from '../../../shared/reports/overview.ts'
import type { Overview } from '../../../shared/wire/figures/overview.ts'
import type { SessionLists } from '../../engine/lists/session-lists.ts'
import { unitField } from '../../identity/units/units.ts'
import type { Register } from '../../reception/register/register.ts'
import type { Overdue } from './overdue-count.ts'
import type { OverviewFacts } from './overview-facts.ts'

export interface DoneAssignment extends DueAssignment {
  readonly doneOn: string | null
  readonly state: KeptState
}

export interface OverviewFigures {
  /** Throws Unavailable when Redis cannot be reached. `unit` null: of all. */
  read(period: ReportPeriod, unit: string | null): Promise<Omit<Overview, 'organisation'>>
  /** Assignments that were due in the period, by their day. */
  conclusions(period: ReportPeriod, unit: string | null): Promise<DoneAssignment[]>
}

interface Dependencies {
  readonly facts: OverviewFacts
  readonly register: { readonly lists: Pick<Register['lists'], 'reported'> }
  readonly sessionLists: Pick<SessionLists, 'assignments'>
  readonly now: () => number
}

const figureKeys = [...receptionFigures, ...matterFigures]

export const isOfUnit = (asked: string | null): ((unit: string | null) => boolean) => {
  if (asked === null) return () => true
  const wanted = unitField(asked)
  return (unit) => unit !== null && unitField(unit) === wanted
}

const waitingIn = (days: readonly DayFacts[], { from, to }: ReportPeriod) =>
  waitingOf(days.filter(({ day }) => from <= day && day <= to))

export function createOverviewFigures(dependencies: Dependencies): OverviewFigures {
  const { facts, sessionLists } = dependencies
  return {
    async conclusions(period, unit) {
      await facts.settled()
      return doneOf(dependencies, await sessionLists.assignments(), period, unit)
    },

    async read(period, unit) {
      await facts.settled()
      const before = periodBefore(period)
      const [ofReceptions, ofWaiting, ofOverdue, ofConclusions, ofSessions] = await Promise.all([
        receptions(dependencies, period, before, unit),
        waiting(facts, period, before),
        overdue(dependencies, period, before, unit),
        conclusions(dependencies, period, before, unit),
        sessions(facts, period, before),
      ])
      return {
        period,
        before,
        unit,
        isCatchingUp: facts.isCatchingUp(),
        receptions: ofReceptions,
        waiting: ofWaiting,
        overdue: ofOverdue,
        conclusions: ofConclusions,
        sessions: ofSessions,
      }
    },
  }
}

async function receptions(
  { register }: Pick<Dependencies, 'register'>,
  period: ReportPeriod,
  before: ReportPeriod,
  unit: string | null,
) {
  const wanted = isOfUnit(unit)
  const [steps, stepsBefore] = [stepsOf(period), stepsOf(before)]
  const [tally, tallyBefore] = [createTally(overviewReport), createTally(overviewReport)]
  const visits = [...steps, ...stepsBefore].map((step) => ({ step, of: new Set<string>() }))
  for await (const rows of register.lists.reported({ from: before.from, to: period.to }))
    for (const row of rows) {
      if (!wanted(row.unit)) continue
      if (row.day >= period.from) tally.add(row)
      else tallyBefore.add(row)
      visits.find(({ step: { from, to } }) => from <= row.day && row.day <= to)?.of.add(row.visit)
    }
  const earlier = new Map(tallyBefore.figures().map(({ key, value }) => [key, value]))
  const now_ = new Map(tally.figures().map(({ key, value }) => [key, value]))
  const counts = visits.map(({ of }) => of.size)
  return {
    figures: Object.fromEntries(
      figureKeys.map((key) => [key, { value: now_.get(key) ?? 0, before: earlier.get(key) ?? 0 }]),
    ) as Overview['receptions']['figures'],
    steps: steps.map((step, index) => ({
      ...step,
      value: counts[index] ?? 0,
      before: index < stepsBefore.length ? (counts[steps.length + index] ?? 0) : null,
    })),
  }
}

async function waiting(facts: OverviewFacts, period: ReportPeriod, before: ReportPeriod): Promise<Overview['waiting']> {
  const [days, daysBefore, since] = await Promise.all([
    facts.days.between(period),
    facts.days.between(before),
    facts.days.firstDay(),
  ])
  const stepsBefore = stepsOf(before)
  return {
    since,
    now: waitingOf(days),
    before: waitingOf(daysBefore),
    steps: stepsOf(period).map((step, index) => {
      const then = stepsBefore[index]
      return { ...step, waiting: waitingIn(days, step), before: then ? waitingIn(daysBefore, then) : null }
    }),
  }
}

/** As it was counted on the last day of a period on which it was. */
const lastOf = async (facts: OverviewFacts, period: ReportPeriod): Promise<Overdue | null> =>
  (await facts.overdue.between(period)).at(-1) ?? null

async function overdue(
  { facts, now }: Pick<Dependencies, 'facts' | 'now'>,
  period: ReportPeriod,
  before: ReportPeriod,
  unit: string | null,
): Promise<Overview['overdue']> {
  const today = calendarDayOf(now())
  const isNow = period.to >= today
  const [counted, earlier, since] = await Promise.all([
    isNow
      ? facts.overdueNow().then((units) => ({
          day: today,
          units: [...units].map(([of, caseIds]) => ({ unit: of, count: caseIds.length })),
        }))
      : lastOf(facts, period),
    lastOf(facts, before),
    facts.overdue.firstDay(),
  ])
  const wanted = isOfUnit(unit)
  const countIn = (all: Overdue | null, of: string | null) =>
    all && (all.units.find((one) => (one.unit && unitField(one.unit)) === (of && unitField(of)))?.count ?? 0)
  const units = (counted?.units ?? []).filter((one) => wanted(one.unit))
  const gone = (earlier?.units ?? []).filter((one) => wanted(one.unit) && countIn(counted, one.unit) === 0)
  return {
    since,
    on: counted?.day ?? null,
    beforeOn: earlier?.day ?? null,
    isNow,
    units: [
      ...units.map((one) => ({ unit: one.unit, value: one.count, before: countIn(earlier, one.unit) })),
      ...gone.map((one) => ({ unit: one.unit, value: 0, before: one.count })),
    ].sort((one, other) => other.value - one.value || (other.before ?? 0) - (one.before ?? 0)),
  }
}

async function doneOf(
  { facts, now }: Pick<Dependencies, 'facts' | 'now'>,
  assignments: readonly Assignment[],
  period: ReportPeriod,
  unit: string | null,
) {
  const wanted = isOfUnit(unit)
  const due = assignments
    .filter(hasDay)
    .filter((one) => period.from <= one.dueOn && one.dueOn <= period.to && wanted(one.unit))
  const done = await facts.followUps.read(due.map(({ entryId }) => entryId))
  const today = calendarDayOf(now())
  return due
    .map((one): DoneAssignment => {
      const followed = done.get(one.entryId)
      return { ...one, doneOn: followed?.doneOn ?? null, state: keptState(one.dueOn, followed, today) }
    })
    .sort((one, other) => one.dueOn.localeCompare(other.dueOn))
}

const byState = (all: readonly DoneAssignment[]) =>
  Object.fromEntries(
    keptStates.map((state) => [state, all.filter((one) => one.state === state).length]),
  ) as Overview['conclusions']['now']

async function conclusions(
  dependencies: Dependencies,
  period: ReportPeriod,
  before: ReportPeriod,
  unit: string | null,
) {
  const assignments = await dependencies.sessionLists.assignments()
  const [due, dueBefore] = await Promise.all([
    doneOf(dependencies, assignments, period, unit),
    doneOf(dependencies, assignments, before, unit),
  ])
  return { now: byState(due), before: byState(dueBefore) }
}

async function sessions(
  facts: OverviewFacts,
  period: ReportPeriod,
  before: ReportPeriod,
): Promise<Overview['sessions']> {
  const [held, heldBefore, since] = await Promise.all([
    facts.sessions.between(period),
    facts.sessions.between(before),
    facts.sessions.firstDay(),
  ])
  const sitesBefore = new Map(sitesOf(heldBefore).map((one) => [one.name, one.lostMs]))
  const spoken = <Key extends string>(keyOf: (one: SessionFacts['speaking'][number]) => Key | null) => {
    const earlier = new Map(spokenBy(heldBefore, keyOf).map(({ key, ms }) => [key, ms]))
    return spokenBy(held, keyOf).map(({ key, ms }) => ({ key: key as Key, ms, before: earlier.get(key) ?? 0 }))
  }
  return {
    since,
    count: { value: held.length, before: heldBefore.length },
    lostMsBefore: sitesOf(heldBefore).reduce((sum, { lostMs }) => sum + lostMs, 0),
    spokenMsBefore: spokenBy(heldBefore, ({ role }) => role).reduce((sum, { ms }) => sum + ms, 0),
    sites: sitesOf(held).map((one) => ({ ...one, lostMsBefore: sitesBefore.get(one.name) ?? null })),
    byRole: spoken(({ role }) => role).map(({ key, ...times }) => ({ role: key, ...times })),
    bySite: spoken(({ site }) => site).map(({ key, ...times }) => ({ site: key, ...times })),
  }
}
