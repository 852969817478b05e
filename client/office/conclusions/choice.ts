// Which assignments are looked at. Pure.
import type { Conclusion } from '../../../shared/wire/casework/conclusions.ts'

export const choices = ['all', 'open', 'overdue', 'toRemind', 'reported', 'accepted'] as const
export type Choice = (typeof choices)[number]

function isChosen({ status, isOverdue, isToRemind }: Conclusion, choice: Choice): boolean {
  switch (choice) {
    case 'all':
      return true
    case 'overdue':
      return isOverdue
    case 'toRemind':
      return isToRemind
    default:
      return status === choice
  }
}

/** A unit sees what it is in charge of and what it supports. */
const isOf = ({ unit, supportingUnits }: Conclusion, wanted: string): boolean =>
  unit === wanted || supportingUnits.includes(wanted)

export const chosen = (
  all: readonly Conclusion[],
  { choice, unit }: { choice: Choice; unit: string | null },
): Conclusion[] => all.filter((one) => isChosen(one, choice) && (unit === null || isOf(one, unit)))

export const counts = (all: readonly Conclusion[]): Record<Choice, number> => {
  const count = (choice: Choice) => chosen(all, { choice, unit: null }).length
  return {
    all: all.length,
    open: count('open'),
    overdue: count('overdue'),
    toRemind: count('toRemind'),
    reported: count('reported'),
    accepted: count('accepted'),
  }
}

export const unitsOf = (all: readonly Conclusion[]): string[] =>
  [...new Set(all.flatMap(({ unit, supportingUnits }) => [unit, ...supportingUnits]))].sort((one, other) =>
    one.localeCompare(other, 'vi'),
  )
