// Computes the figures of a report from the rows of a period, by its definition. Pure. Each figure keeps the ids of its
// rows; there are no names.
import type { Counted, ReportCheck, ReportDefinition } from '../reports/definition.ts'
import type { CaseRow } from './cases.ts'
import type { RegisterRow } from './register.ts'

/** A row as a report looks at it. */
export interface ReportRow {
  readonly of: 'register' | 'cases'
  readonly id: string
  readonly day: string
  /** Matters of one visit are several rows. */
  readonly visit: string
  readonly people: number
  /** Who handles it. */
  readonly unit: string | null
  readonly fields: Readonly<Record<string, string>>
}

function competenceIn({ isOwn, guidedTo, handledBy }: RegisterRow): string {
  if (isOwn) return 'own'
  if (guidedTo) return 'guided'
  return handledBy ? 'handled' : 'unsaid'
}

export const ofRegister = (row: RegisterRow) =>
  ({
    of: 'register' as const,
    id: row.rowId,
    day: row.day,
    visit: row.ticketId ?? row.rowId,
    // Somebody was received, whatever is still to be written.
    people: row.people ?? 1,
    unit: row.handledBy?.body ?? null,
    fields: {
      receivedBy: row.receivedBy,
      receptionKind: row.receptionKind,
      kind: row.kind ?? 'unsaid',
      turn: row.isRepeat === null ? 'unsaid' : row.isRepeat ? 'repeat' : 'first',
      party: row.isGroup ? 'group' : 'single',
      competence: competenceIn(row),
      people: row.people === null ? 'unsaid' : 'said',
      state: row.closed ? 'closed' : 'open',
    },
  }) satisfies ReportRow

export const ofCase = (row: CaseRow, isOverdue: boolean): ReportRow => ({
  of: 'cases',
  id: row.caseId,
  day: row.receivedOn,
  visit: row.caseId,
  people: row.signers,
  unit: row.unit,
  fields: {
    kind: row.kind,
    way: row.petition.way,
    competence: row.petition.competence ?? 'unsaid',
    state: row.status,
    due: isOverdue ? 'overdue' : 'inTime',
  },
})

type Take = ReportDefinition['columns'][number]['take']

function matcherOf({ of, where }: Counted): (row: ReportRow) => boolean {
  const wanted = Object.entries(where).map(([field, values]) => [field, new Set<string>(values)] as const)
  return (row) => row.of === of && wanted.every(([field, values]) => values.has(row.fields[field] ?? ''))
}

const takesOf = ({ columns, remarks }: ReportDefinition): ReadonlyMap<string, Take> =>
  new Map([...columns, ...remarks].map(({ key, take }) => [key, take]))

/** What a column is counted from in the end, through all sums; null: there is no such column. */
function countedIn(definition: ReportDefinition, key: string): Counted[] | null {
  const takes = takesOf(definition)
  if (!takes.has(key)) return null
  // Each once: sums of sums lead to a column by more ways than can be walked.
  const reached = new Set([key])
  for (const one of reached) {
    const take = takes.get(one)
    if (take?.of === 'columns') for (const part of take.sum) reached.add(part)
  }
  return [...reached].flatMap((one) => {
    const take = takes.get(one)
    return take && take.of !== 'columns' ? [take] : []
  })
}

/** Which rows a figure is made of; null: the report has no such figure. */
export function rowsBehind(definition: ReportDefinition, key: string): ((row: ReportRow) => boolean) | null {
  const matchers = countedIn(definition, key)?.map(matcherOf)
  return matchers ? (row) => matchers.some((matches) => matches(row)) : null
}

export const sourcesOf = ({ columns, remarks }: ReportDefinition): ReadonlySet<Counted['of']> =>
  new Set([...columns, ...remarks].flatMap(({ take }) => (take.of === 'columns' ? [] : [take.of])))

/** The records a figure’s rows come from. */
export const sourcesBehind = (definition: ReportDefinition, key: string): ReadonlySet<Counted['of']> =>
  new Set((countedIn(definition, key) ?? []).map(({ of }) => of))

export interface Figure {
  readonly key: string
  readonly value: number
  readonly ids: readonly string[]
}

/** Of one column, while its rows go by. */
function counter({ counts }: Counted) {
  const ids: string[] = []
  const days = new Set<string>()
  const peopleOf = new Map<string, number>()
  return {
    ids,
    add({ id, day, visit, people }: ReportRow) {
      ids.push(id)
      if (counts === 'days') days.add(day)
      // The same people came with each of the matters of a visit.
      else if (counts !== 'rows') peopleOf.set(visit, Math.max(people, peopleOf.get(visit) ?? 0))
    },
    value(): number {
      if (counts === 'rows') return ids.length
      if (counts === 'days') return days.size
      if (counts === 'visits') return peopleOf.size
      return [...peopleOf.values()].reduce((sum, people) => sum + people, 0)
    },
  }
}

export interface Tally {
  add(row: ReportRow): void
  /** Of all columns, then of the remarks. */
  figures(): Figure[]
}

/** Rows go by one after the other: none is kept but for its id. */
export function createTally(definition: ReportDefinition): Tally {
  const takes = takesOf(definition)
  const counters = new Map(
    [...takes].flatMap(([key, take]) =>
      take.of === 'columns' ? [] : [[key, { matches: matcherOf(take), ...counter(take) }] as const],
    ),
  )
  const all = [...counters.values()]
  // Most rows have the fields of one before: which columns they count in is looked up.
  const byKind = new Map<string, typeof all>()
  function figures(): Figure[] {
    const found = new Map<string, Figure>()
    function figure(key: string): Figure {
      const known = found.get(key)
      if (known) return known
      const take = takes.get(key)
      const counted = counters.get(key)
      const parts = take?.of === 'columns' ? take.sum.map(figure) : null
      const made: Figure = parts
        ? {
            key,
            value: parts.reduce((sum, part) => sum + part.value, 0),
            ids: [...new Set(parts.flatMap(({ ids }) => ids))],
          }
        : { key, value: counted?.value() ?? 0, ids: counted?.ids ?? [] }
      found.set(key, made)
      return made
    }
    return [...takes.keys()].map(figure)
  }
  return {
    add(row) {
      const kind = [row.of, ...Object.values(row.fields)].join(' ')
      let matching = byKind.get(kind)
      if (!matching) {
        matching = all.filter(({ matches }) => matches(row))
        byKind.set(kind, matching)
      }
      for (const { add } of matching) add(row)
    },
    figures,
  }
}

export interface FailedCheck extends ReportCheck {
  readonly leftValue: number
  readonly rightValue: number
}

/** What does not agree, in the order of the definition. */
export function failedChecks(
  { checks }: Pick<ReportDefinition, 'checks'>,
  figures: readonly Pick<Figure, 'key' | 'value'>[],
): FailedCheck[] {
  const values = new Map(figures.map(({ key, value }) => [key, value]))
  return checks.flatMap((check) => {
    const leftValue = values.get(check.left) ?? 0
    const rightValue = check.right.reduce((sum, key) => sum + (values.get(key) ?? 0), 0)
    const agrees = check.is === 'equal' ? leftValue === rightValue : leftValue <= rightValue
    return agrees ? [] : [{ ...check, leftValue, rightValue }]
  })
}

// Periods

export interface ReportPeriod {
  /** Both included. */
  readonly from: string
  readonly to: string
}

const dayMs = 24 * 60 * 60 * 1000
const asDay = (ms: number) => new Date(ms).toISOString().slice(0, 10)
const moved = (day: string, days: number) => asDay(Date.parse(day) + days * dayMs)
const isFirst = (day: string) => day.endsWith('-01')
const isLast = (day: string) => isFirst(moved(day, 1))
const monthsFrom = (day: string, months: number) => {
  const date = new Date(day)
  return asDay(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1))
}

/** Of whole months as many months, else as many days. */
export function periodBefore({ from, to }: ReportPeriod): ReportPeriod {
  const before = moved(from, -1)
  if (!isFirst(from) || !isLast(to)) {
    const days = (Date.parse(to) - Date.parse(from)) / dayMs
    return { from: moved(before, -days), to: before }
  }
  let months = 1
  while (monthsFrom(from, months) <= to) months++
  return { from: monthsFrom(from, -months), to: before }
}

/** The months it touches: 2026-11. */
export function monthsOf({ from, to }: ReportPeriod): string[] {
  const months: string[] = []
  for (let month = `${from.slice(0, 7)}-01`; month <= to; month = monthsFrom(month, 1)) months.push(month.slice(0, 7))
  return months
}

/**
 * The pieces it is shown in, in order: of a month weeks, counted from its first day so that those of two months compare; of more its
 * months; of more than fifteen its quarters.
 */
export function stepsOf(period: ReportPeriod): ReportPeriod[] {
  const days = (Date.parse(period.to) - Date.parse(period.from)) / dayMs + 1
  const isLong = monthsOf(period).length > 15
  const steps: ReportPeriod[] = []
  for (let from = period.from; from <= period.to; ) {
    const month = Number(from.slice(5, 7)) - 1
    const next = days <= 31 ? moved(from, 7) : monthsFrom(from, isLong ? 3 - (month % 3) : 1)
    const last = moved(next, -1)
    const isLast = last >= period.to
    steps.push({ from, to: isLast ? period.to : last })
    from = next
  }
  return steps
}

/** The years, months and days it is made of, as the register lists them: 2026, 2026-11, 2026-11-24. */
export function piecesOf({ from, to }: ReportPeriod): string[] {
  const pieces: string[] = []
  for (let day = from; day <= to; ) {
    const [year, month] = [day.slice(0, 4), day.slice(0, 7)]
    const endOfMonth = moved(monthsFrom(day, 1), -1)
    if (day === `${year}-01-01` && `${year}-12-31` <= to) {
      pieces.push(year)
      day = `${Number(year) + 1}-01-01`
    } else if (isFirst(day) && endOfMonth <= to) {
      pieces.push(month)
      day = moved(endOfMonth, 1)
    } else {
      pieces.push(day)
      day = moved(day, 1)
    }
  }
  return pieces
}
