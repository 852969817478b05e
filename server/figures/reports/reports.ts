// Reports: their definitions, the figures and rows of a period, closed periods, and who may close. Called by HTTP.
import type { Redis } from 'ioredis'
import { type ClosedPeriods, createClosedPeriods } from './closed-periods.ts'
import { createReportClosers, type ReportClosers } from './report-closers.ts'
import { createReportDefinitions, type ReportDefinitions } from './report-definitions.ts'
import { createReportRows, type ReportRows, type ReportSources } from './report-rows.ts'

/** Each method throws Unavailable when Redis cannot be reached. */
export interface Reports extends ReportDefinitions, ReportRows, ClosedPeriods, ReportClosers {}

interface Dependencies extends ReportSources {
  readonly redis: Redis
  readonly now: () => number
}

export function createReports({ redis, register, cases, now }: Dependencies): Reports {
  const rows = createReportRows({ register, cases })
  return {
    ...createReportDefinitions({ redis, now }),
    ...rows,
    ...createClosedPeriods({ redis, figures: rows.figures, now }),
    ...createReportClosers(redis, now),
  }
}
