// Which assignments are looked at. Pure.
import type { Conclusion } from '../../../../shared/wire/conclusions.ts'

export const choices = ['all', 'open', 'overdue', 'reported', 'accepted'] as const
export type Choice = (typeof choices)[number]

function isChosen({ status, isOverdue }: Conclusion, choice: Choice): boolean {
  switch (choice) {
    case 'all':
      return true
    case 'overdue':
      return isOverdue
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

export const counts = (all: readonly Conclusion[]): Record<Choice, number> => ({
  all: all.length,
  open: chosen(all, { choice: 'open', unit: null }).length,
  overdue: chosen(all, { choice: 'overdue', unit: null }).length,
  reported: chosen(all, { choice: 'reported', unit: null }).length,
  accepted: chosen(all, { choice: 'accepted', unit: null }).length,
})

export const unitsOf = (all: readonly Conclusion[]): string[] =>
  [...new Set(all.flatMap(({ unit, supportingUnits }) => [unit, ...supportingUnits]))].sort((one, other) =>
    one.localeCompare(other, 'vi'),
  )
