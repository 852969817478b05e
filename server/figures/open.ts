// Opens the figures: reports of a period, and the overview from rows kept beside the journals.
import type { Casework } from '../casework/open.ts'
import type { Engine } from '../engine/open.ts'
import type { Papers } from '../papers/open.ts'
import { reportFiles } from '../papers/printers.ts'
import type { Base } from '../platform/base.ts'
import type { Reception } from '../reception/open.ts'
import { createOverviewFigures } from './overview/figures.ts'
import { createOverviewFacts, type RunningOverviewFacts } from './overview/overview-facts.ts'
import { createReports } from './reports/reports.ts'

interface Parts {
  readonly engine: Pick<Engine, 'aggregate' | 'sessions' | 'sessionLists' | 'commits'>
  readonly papers: Pick<Papers, 'agency'>
  readonly casework: Pick<Casework, 'cases' | 'followUps'>
  readonly reception: Pick<Reception, 'receptionDays' | 'register'>
}

export function openFigures(base: Base, parts: Parts) {
  const { redis, now, lifetime } = base
  const { sessionLists, commits } = parts.engine
  const { cases } = parts.casework
  const { register } = parts.reception
  const overviewFacts = openOverviewFacts(base, parts)
  commits.listen(overviewFacts.changed)
  lifetime.closes(() => overviewFacts.close())
  lifetime.recovers(() => overviewFacts.start())
  return {
    reports: createReports({ redis, register, cases, now }),
    reportFiles: reportFiles(parts.papers.agency),
    overview: createOverviewFigures({ facts: overviewFacts, register, sessionLists, now }),
    overviewFacts,
  }
}

export function openOverviewFacts(
  { redis, now, log }: Base,
  { engine, casework, reception }: Omit<Parts, 'papers'>,
): RunningOverviewFacts {
  return createOverviewFacts({
    redis,
    aggregate: engine.aggregate,
    sessions: engine.sessions,
    sessionLists: engine.sessionLists,
    receptionDays: reception.receptionDays,
    followUps: casework.followUps,
    cases: casework.cases,
    now,
    log,
  })
}
