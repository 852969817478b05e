// Finds the definition by which a report of a period is counted: the one in force on its last day, or the one it was closed with.

import { HttpError } from '../../platform/http/errors.ts'
import type { AskedReport } from './report-rows.ts'
import type { Reports } from './reports.ts'

interface Question {
  readonly from: string
  readonly to: string
  readonly unit?: string | undefined
}

/** A closed period is counted by the definition it was closed with. Throws HttpError. */
export async function askedReport(
  reports: Pick<Reports, 'closed' | 'definition'>,
  name: string,
  { from, to, unit = '' }: Question,
): Promise<AskedReport> {
  const named = { name, period: { from, to }, unit: unit === '' ? null : unit }
  const closed = await reports.closed(named)
  const definition = closed?.definition ?? (await reports.definition(name, named.period))
  if (!definition)
    throw new HttpError(
      404,
      'report.not-in-force',
      'No definition of this report is in force on the last day of the period. Choose a later one.',
    )
  return { definition, period: named.period, unit: named.unit }
}
