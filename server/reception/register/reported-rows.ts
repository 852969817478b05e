// Rows of the register as reports look at them, kept beside the rows: far smaller, and read by the month.

import type { ChainableCommander, Redis } from 'ioredis'
import type { RegisterRow } from '../../../shared/projections/register.ts'
import { monthsOf, ofRegister, type ReportPeriod, type ReportRow } from '../../../shared/projections/reports.ts'
import { reachingRedis } from '../../platform/errors.ts'

/** Each method but `add` throws Unavailable when Redis cannot be reached. */
export interface ReportedRows {
  /** Kept with the row, in the same step. */
  add(batch: ChainableCommander, row: RegisterRow): void
  /** All of some days, a month at a time. In no order. */
  of(period: ReportPeriod): AsyncGenerator<ReportRow[]>
  /** Of rows that an earlier release has kept, too; done once. */
  fill(all: () => AsyncIterable<readonly RegisterRow[]>): Promise<void>
}

/** Another form of what is reported is another number here. */
const reportedKey = (month: string) => `{register}:reported:1:${month}`
const filledKey = '{register}:reported:1:filled'
const monthOf = (day: string) => day.slice(0, 7)

// As lists of values: a year of them is read within a second, and their names would be most of it.
const reportedFields = [
  'receivedBy',
  'receptionKind',
  'kind',
  'turn',
  'party',
  'competence',
  'people',
  'state',
] as const satisfies readonly (keyof ReturnType<typeof ofRegister>['fields'])[]
type Reported = [day: string, visit: string, people: number, unit: string | null, ...fields: string[]]

function asReported(row: RegisterRow): string {
  const { day, visit, people, unit, fields } = ofRegister(row)
  const values: Reported = [
    day,
    visit === row.rowId ? '' : visit,
    people,
    unit,
    ...reportedFields.map((one) => fields[one]),
  ]
  return JSON.stringify(values)
}

function fromReported(rowId: string, kept: string): ReportRow {
  // Written by this file alone, under a key of this form.
  const [day, visit, people, unit, ...values] = JSON.parse(kept) as Reported
  const fields = Object.fromEntries(reportedFields.map((name, index) => [name, values[index] ?? '']))
  return { of: 'register', id: rowId, day, visit: visit || rowId, people, unit, fields }
}

export const createReportedRows = (redis: Redis): ReportedRows => ({
  add(batch, row) {
    batch.hset(reportedKey(monthOf(row.day)), row.rowId, asReported(row))
  },

  async *of(period) {
    for (const month of monthsOf(period)) {
      const all = Object.entries(await reachingRedis(() => redis.hgetall(reportedKey(month))))
      yield all
        .map(([rowId, one]) => fromReported(rowId, one))
        .filter(({ day }) => period.from <= day && day <= period.to)
    }
  },

  async fill(all) {
    if ((await reachingRedis(() => redis.exists(filledKey))) === 1) return
    for await (const rows of all()) {
      const batch = redis.pipeline()
      // What a commit has written meanwhile is newer.
      for (const row of rows) batch.hsetnx(reportedKey(monthOf(row.day)), row.rowId, asReported(row))
      await reachingRedis(() => batch.exec())
    }
    await reachingRedis(() => redis.set(filledKey, '1'))
  },
})
