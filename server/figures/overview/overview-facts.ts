// Facts counted from sessions, queues and assignments, as rows: written in the background soon after each commit, and
// before this node reads them; rebuilt from the journals when they are missing. What is overdue is counted each day,
// because a past state cannot be computed later.

import type { Redis } from 'ioredis'
import type { ConclusionState } from '../../../shared/conclusions/index.ts'
import type { Aggregate } from '../../../shared/kernel/aggregate.ts'
import type { SessionId } from '../../../shared/kernel/ids.ts'
import { calendarDayOf } from '../../../shared/law/working-days.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import {
  DayFacts,
  dayFacts,
  FollowUpFacts,
  followUpFacts,
  isCounted,
  SessionFacts,
  sessionFacts,
} from '../../../shared/projections/overview.ts'
import type { ReceptionDayState } from '../../../shared/reception/index.ts'
import type { Cases } from '../../casework/cases/cases.ts'
import type { Aggregates } from '../../engine/aggregates/aggregates.ts'
import type { SessionLists } from '../../engine/lists/session-lists.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import type { Log } from '../../platform/log.ts'
import { createDatedRows, type DatedRows } from './dated-rows.ts'
import { createOverdueCount, Overdue } from './overdue-count.ts'
import { createRowWriter } from './row-writer.ts'

type Reading<Row> = Pick<DatedRows<Row>, 'between' | 'firstDay'>

/** Each method throws Unavailable when Redis cannot be reached. */
export interface OverviewFacts {
  /** Everything told so far is in the rows. */
  settled(): Promise<void>
  /** Not everything that an earlier release, or a server that was killed, left is in the rows. */
  isCatchingUp(): boolean
  readonly sessions: Reading<SessionFacts>
  readonly days: Reading<DayFacts>
  readonly followUps: Pick<DatedRows<FollowUpFacts>, 'read'>
  readonly overdue: Reading<Overdue>
  /** Petitions that are overdue now, by the unit that handles them. */
  overdueNow(): Promise<Map<string | null, string[]>>
}

export interface RunningOverviewFacts extends OverviewFacts {
  /** After each commit of a session. */
  changed(state: SessionState): void
  /** What the journals have and the rows have not. */
  catchUp(): Promise<void>
  /** Writes down how many are overdue today. */
  countOverdue(): Promise<void>
  start(): void
  close(): void
}

interface Dependencies {
  readonly redis: Redis
  readonly aggregate: Aggregate<SessionState>
  readonly sessions: Pick<Sessions, 'journal'>
  readonly sessionLists: Pick<SessionLists, 'current' | 'meetings'>
  readonly receptionDays: Aggregates<ReceptionDayState>
  readonly followUps: Aggregates<ConclusionState>
  readonly cases: { readonly due: Pick<Cases['due'], 'urgent'> }
  readonly now: () => number
  readonly log: Log
}

/** A reception that went on when the server was killed, at the latest over a long holiday. */
const daysLookedBack = 14

export function createOverviewFacts(dependencies: Dependencies): RunningOverviewFacts {
  const { redis, aggregate, sessions, sessionLists, receptionDays, followUps, cases, now, log } = dependencies
  const rows = {
    sessions: createDatedRows(redis, 'sessions', 1, SessionFacts),
    days: createDatedRows(redis, 'days', 1, DayFacts),
    followUps: createDatedRows(redis, 'followUps', 1, FollowUpFacts),
    overdue: createDatedRows(redis, 'overdue', 1, Overdue),
  }
  const { tell, settled, close: closeWriter } = createRowWriter(log)
  const counting = createOverdueCount({ cases, rows: rows.overdue, now, log })
  const known = new Set<SessionId>()
  let isBehind = true

  async function keepSession(sessionId: SessionId): Promise<void> {
    const facts = sessionFacts(aggregate, await sessions.journal(sessionId))
    await rows.sessions.keep(sessionId, facts && { day: calendarDayOf(facts.openedAt), row: facts })
  }

  async function keepDay(day: string): Promise<void> {
    const facts = dayFacts(day, await receptionDays.state(day))
    await rows.days.keep(day, facts && { day, row: facts })
  }

  async function keepFollowUp(entryId: string): Promise<void> {
    await rows.followUps.keep(entryId, {
      day: calendarDayOf(now()),
      row: followUpFacts(await followUps.state(entryId)),
    })
  }

  const tellSession = (sessionId: SessionId) => tell(`session ${sessionId}`, () => keepSession(sessionId))
  const tellDay = (day: string) => tell(`day ${day}`, () => keepDay(day))
  const tellFollowUp = (entryId: string) => tell(`followUp ${entryId}`, () => keepFollowUp(entryId))

  const stopListening = [
    receptionDays.listen((day, { events }) => {
      if (events.some(({ type }) => type.startsWith('queue.'))) tellDay(day)
    }),
    followUps.listen(tellFollowUp),
  ]

  async function catchUp(): Promise<void> {
    const today = calendarDayOf(now())
    const [meetings, current, keptSessions] = await Promise.all([
      sessionLists.meetings(),
      sessionLists.current(),
      rows.sessions.ids(),
    ])
    const goesOn = new Set(current)
    for (const sessionId of meetings) if (!goesOn.has(sessionId) && !keptSessions.has(sessionId)) tellSession(sessionId)
    const [days, keptDays] = await Promise.all([receptionDays.ids(), rows.days.ids()])
    const past = days.filter((day) => day <= today).sort()
    const late = new Set(past.slice(-daysLookedBack))
    for (const day of past) if (late.has(day) || !keptDays.has(day)) tellDay(day)
    const entries = await followUps.ids()
    const kept = await rows.followUps.read(entries)
    for (const entryId of entries) if ((kept.get(entryId)?.doneOn ?? null) === null) tellFollowUp(entryId)
    await settled()
    isBehind = false
  }

  return {
    ...rows,
    settled,
    isCatchingUp: () => isBehind,
    overdueNow: counting.overdueNow,
    countOverdue: counting.countOverdue,
    catchUp,

    changed(state) {
      const { sessionId } = state.session
      if (!isCounted(state) || known.has(sessionId)) return
      known.add(sessionId)
      tellSession(sessionId)
    },

    start() {
      catchUp().catch((error: unknown) =>
        log.error({ err: error }, 'the overview is not complete; the next start goes on with it'),
      )
      counting.start()
    },

    close() {
      closeWriter()
      counting.close()
      for (const stop of stopListening) stop()
    },
  }
}
