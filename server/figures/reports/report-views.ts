// The figures of a period for pages and files: next to those of the period before, and as they were when the period was
// closed.

import { calendarDayOf } from '../../../shared/law/working-days.ts'
import { failedChecks, periodBefore } from '../../../shared/projections/reports.ts'
import type { Report } from '../../../shared/wire/figures/reports.ts'
import type { Accounts } from '../../identity/accounts/accounts.ts'
import { namesOfStaff } from '../../identity/accounts/staff-names.ts'
import { hasSameRows } from './closed-periods.ts'
import type { AskedReport } from './report-rows.ts'
import type { Reports } from './reports.ts'

interface Dependencies {
  readonly accounts: Accounts
  readonly reports: Reports
  readonly now: () => number
}

/** `isTrial`: a definition that is not in force; whatever was closed under its name is none of it. Throws Unavailable. */
export async function shownReport(
  { reports, accounts, now }: Dependencies,
  asked: AskedReport,
  { isTrial = false } = {},
): Promise<Report> {
  const { definition, period, unit } = asked
  const before = periodBefore(period)
  const closedOf = (of: AskedReport['period']) =>
    isTrial ? null : reports.closed({ name: definition.name, period: of, unit })
  const [closed, closedBefore, nameOf] = await Promise.all([
    closedOf(period),
    closedOf(before),
    namesOfStaff({ accounts }),
  ])
  // What was handed on of the period before is what this one is compared with.
  const asHandedOn = new Map(closedBefore?.figures.map(({ key, value }) => [key, value]))
  const isAllHandedOn = definition.columns.every(({ key }) => asHandedOn.has(key))
  const [figures, earlier] = await Promise.all([
    reports.figures(asked),
    isAllHandedOn ? [] : reports.figures({ ...asked, period: before }),
  ])
  const counted = new Map(figures.map((one) => [one.key, one]))
  const then = new Map([...earlier.map(({ key, value }) => [key, value] as const), ...asHandedOn])
  const kept = new Map(closed?.figures.map((one) => [one.key, one]))
  return {
    ...{ name: definition.name, title: definition.title, source: definition.source, mark: definition.mark },
    ...{ validFrom: definition.validFrom, period, before, unit },
    figures: definition.columns.map(({ key, number, title, under, take }) => {
      const figure = counted.get(key) ?? { key, value: 0, ids: [] }
      const asClosed = kept.get(key)
      return {
        ...{ key, number, title, under, value: figure.value },
        sum: take.of === 'columns' ? take.sum : [],
        before: then.get(key) ?? 0,
        closed: asClosed?.value ?? null,
        hasOtherRows: asClosed !== undefined && asClosed.value === figure.value && !hasSameRows(figure, asClosed),
      }
    }),
    failedChecks: failedChecks(definition, figures),
    remarks: definition.remarks.flatMap(({ key, title }) => {
      const value = counted.get(key)?.value ?? 0
      return value === 0 ? [] : [{ key, title, value }]
    }),
    isBeforeClosed: closedBefore !== null,
    isOver: period.to < calendarDayOf(now()),
    closed: closed && { at: closed.at, by: nameOf(closed.accountId), sha256: closed.sha256 },
  }
}
