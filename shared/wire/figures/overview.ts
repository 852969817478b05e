// The overview over REST: the figures of a period beside those of the one before, and what is behind each.
import { z } from 'zod'
import { Ms, Role, SessionId } from '../../kernel/ids.ts'
import { keptStates, matterFigures, receptionFigures } from '../../projections/overview.ts'
import { PetitionRow, RegisterRow } from '../reception/register.ts'
import { ReportQuery, ReportRowsQuery } from './reports.ts'

const Day = z.iso.date()
const Period = z.object({ from: Day, to: Day })
const Count = z.int().nonnegative()
const Since = Day.nullable().describe('the first day it is known of; null: nothing is known yet')
const Waiting = z.object({
  count: Count.describe('people who were received'),
  medianMs: Ms.nullable(),
  longestMs: Ms.nullable(),
  left: Count.describe('tickets that ended without a reception'),
})
const Pair = z.object({ value: Count, before: Count })
const Spoken = z.object({ ms: Ms, before: Ms })

export const Overview = z
  .object({
    organisation: z.string().describe('whose figures they are, for the sheet that is printed'),
    period: Period,
    before: Period,
    unit: z.string().nullable(),
    isCatchingUp: z
      .boolean()
      .describe('after a start: what is counted from sessions, queues and assignments is not complete yet'),
    receptions: z.object({
      figures: z.record(z.enum([...receptionFigures, ...matterFigures]), Pair),
      steps: z.array(
        Period.extend({ value: Count.describe('visits'), before: Count.nullable().describe('null: none then') }),
      ),
    }),
    waiting: z
      .object({
        since: Since,
        now: Waiting,
        before: Waiting,
        steps: z.array(Period.extend({ waiting: Waiting, before: Waiting.nullable().describe('null: none then') })),
      })
      .describe('of all units: who waits is of none yet'),
    overdue: z.object({
      since: Since,
      on: Day.nullable().describe(
        'the day it was counted on: today, or the last one of the period; null: not counted then',
      ),
      beforeOn: Day.nullable(),
      isNow: z.boolean().describe('its petitions can be opened'),
      units: z.array(z.object({ unit: z.string().nullable(), value: Count, before: Count.nullable() })),
    }),
    conclusions: z
      .object({ now: z.record(z.enum(keptStates), Count), before: z.record(z.enum(keptStates), Count) })
      .describe('of assignments that were due in the period'),
    sessions: z
      .object({
        since: Since,
        count: Pair,
        lostMsBefore: Ms.describe('of all sites'),
        spokenMsBefore: Ms,
        sites: z.array(
          z.object({
            name: z.string(),
            sessions: Count,
            losses: Count,
            lostMs: Ms,
            presentMs: Ms,
            lostMsBefore: Ms.nullable().describe('null: in no session then'),
          }),
        ),
        byRole: z.array(Spoken.extend({ role: Role })),
        bySite: z.array(Spoken.extend({ site: z.string() })),
      })
      .describe('of all units; secret and protected ones, and visits, are not among them'),
  })
  .meta({ id: 'Overview' })
export type Overview = z.infer<typeof Overview>

export const OverviewQuery = ReportQuery

export const behindKinds = ['reception', 'overdue', 'conclusions', 'sessions', 'waits'] as const
export const OverviewRowsQuery = ReportRowsQuery.and(
  z.object({
    of: z.enum(behindKinds),
    key: z
      .string()
      .max(300)
      .optional()
      .describe('which figure of the receptions, unit of what is overdue, state of a conclusion, site; none: all'),
  }),
)

export const OverviewRows = z
  .object({
    receptions: z.array(RegisterRow),
    petitions: z.array(PetitionRow),
    conclusions: z.array(
      z.object({
        entryId: z.string(),
        text: z.string(),
        unit: z.string(),
        dueOn: Day,
        doneOn: Day.nullable(),
        sessionId: SessionId,
        sessionTitle: z.string(),
        state: z.enum(keptStates),
      }),
    ),
    sessions: z.array(
      z.object({ sessionId: SessionId, title: z.string(), openedAt: Ms, losses: Count, lostMs: Ms, spokenMs: Ms }),
    ),
    waits: z.array(z.object({ day: Day, number: z.string().nullable(), ms: Ms })).describe('the longest first'),
    next: z.int().nullable().describe('given as `after` it brings the following page; null: this was the last'),
  })
  .meta({ id: 'OverviewRows' })
export type OverviewRows = z.infer<typeof OverviewRows>
