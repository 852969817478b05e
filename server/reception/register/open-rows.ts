// The rows of the register in which somebody is named, and which may be searched by name or person.
import { CitizenId } from '../../../shared/kernel/ids.ts'
import type { RegisterRow } from '../../../shared/projections/register.ts'
import type { Cases } from '../../casework/cases/cases.ts'
import { type AskedName, isCalled } from '../../identity/citizens/blind-indexes.ts'
import type { Citizens } from '../../identity/citizens/citizens.ts'

type NamedRow = RegisterRow & { readonly citizenId: CitizenId }

/** Without denunciations, and without those whose visit or petition holds one, or may. Throws Unavailable. */
export async function namedRows(cases: Pick<Cases, 'lists'>, rows: readonly RegisterRow[]): Promise<NamedRow[]> {
  const made = await cases.lists.rows(rows.flatMap(({ caseId }) => caseId ?? []))
  const hidden = new Set(made.filter(({ isProtected }) => isProtected).map(({ caseId }) => caseId))
  return rows.filter(
    (row): row is NamedRow =>
      row.citizenId !== null && !row.isProtected && !row.isUnsorted && (row.caseId === null || !hidden.has(row.caseId)),
  )
}

/** Those whose citizen has every word of the name. Throws Unavailable. */
export async function rowsCalled(
  { cases, citizens }: { cases: Pick<Cases, 'lists'>; citizens: Pick<Citizens, 'namesOf'> },
  rows: readonly RegisterRow[],
  name: AskedName,
): Promise<RegisterRow[]> {
  const named = await namedRows(cases, rows)
  const indexes = await citizens.namesOf(named.map(({ citizenId }) => CitizenId.parse(citizenId)))
  return named.filter((_row, index) => isCalled(indexes[index] ?? [], name))
}
