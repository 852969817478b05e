// The terms by which a case is indexed: the words of the petition, the values it can be filtered by, who may find it.
// Pure.
import type { CaseState } from '../../../shared/cases/index.ts'
import { isToBeHandedOn, readersOf } from '../../../shared/cases/readers.ts'
import type { StaffReader } from '../../../shared/intake-group/contract.ts'
import type { Commit } from '../../../shared/kernel/commit.ts'
import { statusOf } from '../../../shared/projections/cases.ts'
import { wordsOf } from '../../../shared/search/words.ts'

export interface Petition {
  readonly subject: string
  readonly content: string
}

/** A word as it is written, where that differs from its folded form. */
export const asWritten = (exact: string): string => `~${exact}`
/** A folded word of the subject. */
export const inSubject = (folded: string): string => `^${folded}`

export function termsOf({ subject, content }: Petition): string[] {
  const ofSubject = wordsOf(subject)
  const terms = new Set<string>()
  for (const { exact, folded } of [...ofSubject, ...wordsOf(content)]) {
    terms.add(folded)
    if (exact !== folded) terms.add(asWritten(exact))
  }
  for (const { folded } of ofSubject) terms.add(inSubject(folded))
  return [...terms]
}

export const unitKey = (unit: string) => unit.normalize('NFC').trim().toLocaleLowerCase('vi')

export const facet = {
  status: (status: string) => `=status:${status}`,
  kind: (kind: string) => `=kind:${kind}`,
  unit: (unit: string) => `=unit:${unitKey(unit)}`,
  officer: (officerId: string) => `=officer:${officerId}`,
  /** Of a day, a month (2026-11) or a year. */
  received: (time: string) => `=received:${time}`,
  anybody: '=seenBy:*',
  intakeGroup: '=seenBy:+intake',
  seenBy: (accountId: string) => `=seenBy:${accountId}`,
  /** A blind index of a name of whoever brought it, see server/identity/citizens. */
  name: (blindIndex: string) => `=n${blindIndex}`,
}

/** Nobody finds a case that has no term of who may see it. */
export function facetsOf(state: CaseState): string[] {
  const { receipt } = state.intake
  if (!receipt) return []
  const { assignment } = state.handling
  const { receivedOn } = receipt
  return [
    facet.status(statusOf(state)),
    facet.kind(receipt.kind),
    ...(assignment ? [facet.unit(assignment.unit)] : []),
    ...(assignment?.officerId ? [facet.officer(assignment.officerId)] : []),
    ...[receivedOn.slice(0, 4), receivedOn.slice(0, 7), receivedOn].map(facet.received),
    ...(readersOf(state)?.map(facet.seenBy) ?? [facet.anybody]),
    ...(isToBeHandedOn(state) ? [facet.intakeGroup] : []),
  ]
}

export const visibleTo = ({ reader, isOfIntakeGroup }: StaffReader): string[] => [
  facet.anybody,
  ...(reader === null ? [] : [facet.seenBy(reader)]),
  ...(isOfIntakeGroup ? [facet.intakeGroup] : []),
]

const isReworded = (type: string) => type === 'intake.received' || type === 'intake.corrected'

/** Called something else, its words may be kept in another way. */
export const changesTerms = ({ events }: Pick<Commit, 'events'>): boolean =>
  events.some(({ type }) => isReworded(type) || type === 'intake.classified')

/** Each text that the petition ever had. */
export const petitionsIn = (commits: readonly Pick<Commit, 'events'>[]): Petition[] =>
  commits.flatMap(({ events }) => events.flatMap(({ type, data }) => (isReworded(type) ? [data as Petition] : [])))

const firstDay = '1990-01-01'
const lastDay = '2199-12-31'
const dayMs = 24 * 60 * 60 * 1000
const dayAfter = (day: string) => new Date(Date.parse(day) + dayMs).toISOString().slice(0, 10)
const endOfMonth = (month: string) =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10)

/** The terms of all days from one to the other, both included: whole years and months as such. */
export function daysBetween(from = firstDay, to = lastDay): string[] {
  const until = to < lastDay ? to : lastDay
  const terms: string[] = []
  let day = from > firstDay ? from : firstDay
  while (day <= until) {
    const year = day.slice(0, 4)
    const month = day.slice(0, 7)
    const [time, end] =
      day === `${year}-01-01` && `${year}-12-31` <= until
        ? [year, `${year}-12-31`]
        : day === `${month}-01` && endOfMonth(month) <= until
          ? [month, endOfMonth(month)]
          : [day, day]
    terms.push(facet.received(time))
    day = dayAfter(end)
  }
  return terms
}
