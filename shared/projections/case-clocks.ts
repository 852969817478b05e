// Computes the legal clocks of a case from its facts, the rows in force and the calendar: due day, state and reason.
// Pure: the same facts give the same clocks, independent of facts of other clocks.

import type { CaseFact, Circumstance, EventKind, MatterSubject } from '../law/case-facts.ts'
import {
  type ClockName,
  type ClockRow,
  type ClockRule,
  type ClockUnit,
  type ClockWarning,
  clockNames,
  clockRules,
  type LastDayRule,
  rowOn,
  variantFor,
} from '../law/legal-clocks.ts'
import {
  calendarDayOf,
  dayAfter,
  isWeekend,
  startOf,
  unknownYears,
  type WorkingCalendar,
  workingDaysBefore,
} from '../law/working-days.ts'
import { counted, countedBack, isCounted, type Rest, restOn, restsOf, unitsBetween } from './clock-counting.ts'

/** What an agency counts by: the rows shipped and its own, its calendar, and how it reads them. */
export interface LawInForce {
  readonly rows: readonly ClockRow[]
  readonly calendar: WorkingCalendar
  readonly lastDay: LastDayRule
  readonly warning: ClockWarning
}

export const clockStates = ['running', 'met', 'late', 'missed', 'suspended', 'replaced'] as const
/** late: done, after its day. missed: not done, its day is over. replaced: no longer wanted. */
export type ClockState = (typeof clockStates)[number]

export interface CountedExtension {
  readonly on: string
  /** In the unit of the clock; 0: it moves nothing. */
  readonly amount: number
  /** Why it counts less than was entered, or not at all. */
  readonly fault: 'notAllowed' | 'tooLate' | 'shortened' | null
}

export interface CaseClock {
  readonly clock: ClockName
  readonly state: ClockState
  readonly from: { readonly kind: EventKind; readonly on: string }
  /** null: it stands still, and nobody knows for how long. */
  readonly dueOn: string | null
  /** Of a clock in hours. */
  readonly dueAt: number | null
  readonly ended: { readonly kind: CaseFact['kind']; readonly on: string } | null
  /** In the unit of the clock: what is left of it, today counted as gone; negative: over by so much. null: it has ended. */
  readonly left: number | null
  /** The first day on which little is left; null: it stands still. */
  readonly amberFrom: string | null
  /** After this day it is too late to do anything about it; null: it is never. */
  readonly lapsesAfter: string | null
  // Why
  readonly row: ClockRow
  /** Without extensions. */
  readonly amount: number
  readonly circumstances: readonly Circumstance[]
  readonly extensions: readonly CountedExtension[]
  readonly rests: readonly Rest[]
  /** Days off between Monday and Friday, and swapped days, that were not counted or counted. */
  readonly daysOff: readonly string[]
  readonly workedDays: readonly string[]
  /** Years it was counted into whose days off nobody has entered. */
  readonly unknownYears: readonly number[]
}

const hourMs = 60 * 60 * 1000
/** Whatever ends every clock. */
const ending: readonly EventKind[] = ['withdrawn', 'closed']

/** In the order of the table, those of one name by their first day. `now`: epoch ms. */
export function clocksOf(facts: readonly CaseFact[], law: LawInForce, now: number): CaseClock[] {
  const inOrder = facts.toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))
  return clockNames.flatMap((name) => {
    const rule = clockRules[name]
    const starts = inOrder.filter(({ kind }) => kind === rule.from) as Started[]
    // Nothing starts a second time while it counts, but what is due before a day is due before each.
    const isFirstOfDay = ({ on }: Started, at: number) => starts.findIndex((one) => one.on === on) === at
    const counted = rule.direction === 'before' ? starts.filter(isFirstOfDay) : starts.slice(0, 1)
    return counted.flatMap((start) => clockFrom(name, start, inOrder, law, now) ?? [])
  })
}

type Started = Extract<CaseFact, { kind: EventKind }>

function clockFrom(
  clock: ClockName,
  start: Started,
  facts: readonly CaseFact[],
  law: LawInForce,
  now: number,
): CaseClock | null {
  const rule = clockRules[clock]
  const row = rowOn(law.rows, clock, start.on)
  if (!row || !isConcerned(rule, facts)) return null
  const today = calendarDayOf(now)
  const ended = endOf(rule, start, facts)
  const until = ended?.on ?? null
  const isKnown = ({ on }: CaseFact) => until === null || on <= until
  const found = facts.flatMap((fact) => (fact.kind === 'found' && isKnown(fact) ? [fact.circumstance] : []))
  const variant = variantFor(row, found)
  const { amount } = variant
  const rests = rule.rests && row.unit !== 'hours' ? restsOf(facts.filter(isKnown)) : []
  const count = (units: number, among: readonly Rest[] = rests) => counted(start.on, units, row.unit, among, law)
  const extensions = extensionsOf(
    facts.filter((fact) => fact.kind === 'extended' && fact.clock === clock && isKnown(fact) && fact.on >= start.on),
    { amount, allowed: variant.extension, unit: row.unit, rests, count, calendar: law.calendar },
  )
  const total = amount + extensions.reduce((sum, one) => sum + one.amount, 0)

  const dueAt = row.unit === 'hours' ? hoursFrom(start, total, rule) : null
  const dueOn =
    dueAt !== null
      ? calendarDayOf(dueAt)
      : rule.direction === 'before'
        ? countedBack(start.on, total, row.unit, law.calendar)
        : count(total)
  const first = rule.direction === 'before' ? (dueOn ?? start.on) : start.on
  const last = rule.direction === 'before' ? start.on : (dueOn ?? today)
  const common = {
    clock,
    from: { kind: start.kind, on: start.on },
    dueOn,
    dueAt,
    ended: ended && { kind: ended.kind, on: ended.on },
    amberFrom: dueOn === null ? null : amberFrom(dueOn, start.on, total, row.unit, rule, law),
    lapsesAfter: rule.direction === 'before' ? start.on : null,
    row,
    amount,
    circumstances: variant.when,
    extensions,
    rests: rests.filter((rest) => dueOn === null || rest.from <= dueOn),
    ...swapped(first, last, row.unit, law),
  }
  return { ...common, ...standing(common, rule, { total, rests, today, now, law }) }
}

/** Only of the matters it is meant for, at some time; whether still, `endOf` says. */
function isConcerned({ subjects, stage, needs }: ClockRule, facts: readonly CaseFact[]): boolean {
  const called = facts.flatMap((fact) => (fact.kind === 'classified' ? [fact.subject] : []))
  const known: readonly (MatterSubject | null)[] = called.length === 0 ? [null] : called
  const isSecond = facts.some((fact) => fact.kind === 'found' && fact.circumstance === 'secondStage')
  return (
    known.some((subject) => subjects.includes(subject)) &&
    (stage === null || isSecond === (stage === 'second')) &&
    (needs === null || facts.some(({ kind }) => kind === needs))
  )
}

/** Whatever came first: what it asks for, what takes its place, or that the matter turned out to be of another kind. */
function endOf(rule: ClockRule, start: Started, facts: readonly CaseFact[]): CaseFact | null {
  const isOfStart = (fact: CaseFact) =>
    rule.direction === 'before'
      ? 'dialogueOn' in fact && fact.dialogueOn === start.on
      : fact.on >= start.on && fact !== start
  const met = facts.find((fact) => isOneOf(rule.metBy, fact) && isOfStart(fact))
  const after = rule.direction === 'before' ? '' : start.on
  const replaced = facts.find((fact) => isOneOf([...rule.replacedBy, ...ending], fact) && fact.on >= after)
  const called = facts.filter((fact) => fact.kind === 'classified')
  const last = called.at(-1)
  const firstOther = called.findLastIndex(({ subject }) => rule.subjects.includes(subject)) + 1
  const reclassified = last && !rule.subjects.includes(last.subject) ? called[firstOther] : undefined
  const all = [met, replaced, reclassified].filter((fact) => fact !== undefined)
  return all.toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))[0] ?? null
}

const isOneOf = (kinds: readonly EventKind[], { kind }: CaseFact): boolean =>
  (kinds as readonly string[]).includes(kind)

const hoursFrom = ({ on, at }: Started, hours: number, { direction }: ClockRule): number =>
  (at ?? startOf(on)) + (direction === 'before' ? -1 : 1) * hours * hourMs

interface Extending {
  readonly amount: number
  readonly allowed: { readonly amount: number; readonly times: number } | null
  readonly unit: ClockUnit
  readonly rests: readonly Rest[]
  readonly count: (units: number, among: readonly Rest[]) => string | null
  readonly calendar: WorkingCalendar
}

/** An extension has to be given before the time is over, as often and as long as the row allows; beyond that it moves nothing. */
function extensionsOf(
  given: readonly CaseFact[],
  { amount, allowed, unit, rests, count, calendar }: Extending,
): CountedExtension[] {
  const extensions: CountedExtension[] = []
  let total = amount
  for (const one of given) {
    if (one.kind !== 'extended') continue
    const { on, until } = one
    const times = extensions.filter((counts) => counts.amount > 0).length
    if (!allowed || times >= allowed.times) {
      extensions.push({ on, amount: 0, fault: 'notAllowed' })
      continue
    }
    // As it stood on that day: what rests later moves the end of an extension, too.
    const due = count(
      total,
      rests.filter(({ from }) => from <= on),
    )
    if (due !== null && on > due) {
      extensions.push({ on, amount: 0, fault: 'tooLate' })
      continue
    }
    const wanted =
      one.amount ?? (until === undefined || due === null ? allowed.amount : unitsBetween(due, until, unit, calendar))
    const longer = Math.min(wanted, allowed.amount)
    extensions.push({ on, amount: longer, fault: longer < wanted ? 'shortened' : null })
    total += longer
  }
  return extensions
}

function amberFrom(
  dueOn: string,
  startOn: string,
  total: number,
  unit: ClockUnit,
  { direction }: ClockRule,
  { calendar, warning }: LawInForce,
): string {
  const byDays = calendarDayOf(workingDaysBefore(startOf(dueOn), warning.workingDays, calendar))
  const share = Math.floor(total * warning.share)
  const byShare = unit === 'hours' ? dueOn : countedBack(dueOn, share, unit, calendar)
  const earliest = [byDays, byShare].toSorted()[0] ?? dueOn
  return direction === 'after' && earliest < startOn ? startOn : earliest
}

/** The days on which the calendar differs from plain weeks, and what is not known of it. */
function swapped(first: string, last: string, unit: ClockUnit, { calendar, lastDay }: LawInForce) {
  const isWithin = (day: string) => first < day && day <= last
  const isByDays = unit === 'workingDays'
  const asked = isByDays ? first : lastDay === 'moves' ? last : null
  return {
    daysOff: isByDays ? calendar.daysOff.filter((day) => isWithin(day) && !isWeekend(day)).toSorted() : [],
    workedDays: isByDays ? calendar.workedDays.filter(isWithin).toSorted() : [],
    unknownYears: asked === null ? [] : unknownYears(calendar, asked, last),
  }
}

interface Standing {
  readonly total: number
  readonly rests: readonly Rest[]
  readonly today: string
  readonly now: number
  readonly law: LawInForce
}

function standing(
  { dueOn, dueAt, ended, from, row, lapsesAfter }: Omit<CaseClock, 'state' | 'left'>,
  rule: ClockRule,
  { total, rests, today, now, law: { calendar } }: Standing,
): Pick<CaseClock, 'state' | 'left'> {
  if (ended) {
    const isMet = (rule.metBy as readonly string[]).includes(ended.kind)
    const isLate = dueOn !== null && ended.on > dueOn
    if (!isMet) return { state: isLate ? 'missed' : 'replaced', left: null }
    return { state: isLate ? 'late' : 'met', left: null }
  }
  if (dueOn === null) {
    const stopped = rests.at(-1)?.from ?? today
    let gone = 0
    for (let day = dayAfter(from.on); day < stopped; day = dayAfter(day))
      if (!restOn(rests, day) && isCounted(day, row.unit, calendar)) gone++
    return { state: 'suspended', left: total - gone }
  }
  const isOver = dueAt === null ? today > dueOn : now > dueAt
  const hours = dueAt === null ? null : Math.ceil((dueAt - now) / hourMs)
  const left =
    hours ?? (isOver ? -unitsBetween(dueOn, today, row.unit, calendar) : unitsBetween(today, dueOn, row.unit, calendar))
  if (isOver && lapsesAfter !== null && today > lapsesAfter) return { state: 'missed', left: null }
  return { state: isOver ? 'missed' : 'running', left }
}

/** Something is still to be done about it. */
export const isOpenClock = ({ ended, lapsesAfter }: Pick<CaseClock, 'ended' | 'lapsesAfter'>, today: string): boolean =>
  ended === null && (lapsesAfter === null || today <= lapsesAfter)

export const clockColours = ['green', 'amber', 'red'] as const
export type ClockColour = (typeof clockColours)[number]

/** null: it has ended, or stands still. */
export function colourOf(
  clock: Pick<CaseClock, 'ended' | 'lapsesAfter' | 'dueOn' | 'amberFrom'>,
  today: string,
): ClockColour | null {
  const { dueOn, amberFrom: warned } = clock
  if (!isOpenClock(clock, today) || dueOn === null) return null
  if (today > dueOn) return 'red'
  return warned !== null && today >= warned ? 'amber' : 'green'
}
