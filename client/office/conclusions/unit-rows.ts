// The units there are: in charge of an assignment, or with an address. Pure.
import type { Conclusion, Unit } from '../../../shared/wire/casework/conclusions.ts'

export interface UnitRow {
  readonly name: string
  readonly email: string | null
}

/** How the server tells names apart: capitals and spaces make no difference. */
const spelled = (name: string): string => name.normalize('NFC').trim().replaceAll(/\s+/gu, ' ').toLocaleLowerCase('vi')

/** Those without an address first: there is something to do. */
export function unitRows(
  conclusions: readonly Pick<Conclusion, 'unit' | 'unitEmail' | 'status'>[],
  book: readonly Unit[],
): UnitRow[] {
  const rows = new Map<string, UnitRow>()
  // A unit that has nothing to do any more needs no address.
  for (const { unit, unitEmail, status } of conclusions)
    if (status !== 'accepted' || unitEmail !== null) rows.set(spelled(unit), { name: unit, email: unitEmail })
  for (const unit of book) rows.set(spelled(unit.name), unit)
  return [...rows.values()].sort(
    (one, other) =>
      Number(one.email !== null) - Number(other.email !== null) || one.name.localeCompare(other.name, 'vi'),
  )
}
