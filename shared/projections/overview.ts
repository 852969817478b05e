// The figures of the overview page: facts of a session, a reception day and an assignment, stored as small rows, and
// the figures of a period computed from them. Pure. Contains no names; secret and protected sessions have no facts.
import { z } from 'zod'
import type { ConclusionState } from '../conclusions/index.ts'
import type { Aggregate } from '../kernel/aggregate.ts'
import type { Commit } from '../kernel/commit.ts'
import { Ms, Role, SessionId } from '../kernel/ids.ts'
import { calendarDayOf } from '../law/working-days.ts'
import { spokenMs, type Turn } from '../modules/floor/speaking-time.ts'
import type { SessionState } from '../modules/index.ts'
import { isOver } from '../modules/session/contract.ts'
import type { ReceptionDayState } from '../reception/index.ts'
import { attendance, type Interval } from './attendance.ts'
import type { Assignment } from './conclusions.ts'
import { type Leaving, mayLeave } from './leaving.ts'

export const SessionFacts = z.object({
  sessionId: SessionId,
  title: z.string(),
  openedAt: Ms,
  sites: z
    .array(
      z.object({
        name: z.string(),
        presentMs: Ms,
        losses: z.int(),
        lostMs: Ms.describe('out of the room after a loss'),
      }),
    )
    .describe('those that were in the room at some time'),
  speaking: z.array(z.object({ role: Role, site: z.string().nullable(), ms: Ms })).describe('while they had the floor'),
})
export type SessionFacts = z.infer<typeof SessionFacts>

/** Whether a session is among the figures at all, once it is over. */
export const isCounted = (state: SessionState): state is Leaving =>
  isOver(state.session.status) &&
  state.session.openedAt !== null &&
  // Of visits there are tens of thousands: the register and the queue count them.
  state.session.visitOf === null &&
  mayLeave(state)

/** null: it is not counted. */
export function sessionFacts(aggregate: Aggregate<SessionState>, journal: readonly Commit[]): SessionFacts | null {
  const state = journal.reduce(aggregate.evolve, aggregate.initial)
  const { sessionId, title, openedAt, closedAt } = state.session
  const last = closedAt ?? journal.at(-1)?.at ?? null
  if (!isCounted(state) || openedAt === null || last === null) return null
  const { sites, participants } = attendance(aggregate, journal, last)
  const nameOf = new Map(sites.map(({ siteId, name }) => [siteId, name]))
  const turns = Map.groupBy(state.floor.turns, ({ participantId }) => participantId)
  return {
    sessionId,
    title,
    openedAt,
    sites: sites
      .filter(({ intervals }) => intervals.length > 0)
      .map(({ name, presentMs, intervals }) => ({ name, presentMs, ...lost(intervals, openedAt, last) })),
    speaking: participants.flatMap(({ participantId, role, siteId }) => {
      const own: readonly Turn[] = turns.get(participantId) ?? []
      const ms = spokenMs(own, last)
      return ms === 0 ? [] : [{ role, site: siteId === null ? null : (nameOf.get(siteId) ?? null), ms }]
    }),
  }
}

/** From a loss until the site is back, or the end, while the session was open. */
function lost(intervals: readonly Interval[], openedAt: Ms, closedAt: Ms) {
  let [losses, lostMs] = [0, 0]
  for (const [index, { to, ending }] of intervals.entries()) {
    if (ending !== 'lost' || to === null || to >= closedAt) continue
    const back = intervals[index + 1]?.from ?? closedAt
    const ms = Math.min(back, closedAt) - Math.max(to, openedAt)
    if (ms <= 0) continue
    losses++
    lostMs += ms
  }
  return { losses, lostMs }
}

export const DayFacts = z.object({
  day: z.iso.date(),
  waits: z.array(
    z.object({
      ms: Ms.describe('from taking the ticket, or from the hour kept for them, until they were received'),
      number: z.string().nullable().describe('of the ticket; null: of who denounces'),
    }),
  ),
  left: z.int().describe('tickets that ended without a reception'),
})
export type DayFacts = z.infer<typeof DayFacts>

/** null: nobody took a ticket. */
export function dayFacts(day: string, { queue: { tickets, calls } }: ReceptionDayState): DayFacts | null {
  const all = Object.values(tickets)
  if (all.length === 0) return null
  const begun = new Map<string, Ms>()
  for (const { ticketId, begunAt } of calls) if (begunAt !== null && !begun.has(ticketId)) begun.set(ticketId, begunAt)
  return {
    day,
    waits: all.flatMap(({ ticketId, number, isProtected, takenAt, appointedAt }) => {
      const begunAt = begun.get(ticketId)
      if (begunAt === undefined) return []
      return [{ ms: Math.max(0, begunAt - Math.max(takenAt, appointedAt ?? 0)), number: isProtected ? null : number }]
    }),
    left: all.filter(({ ticketId, status }) => (status === 'missed' || status === 'cancelled') && !begun.has(ticketId))
      .length,
  }
}

export const FollowUpFacts = z.object({
  doneOn: z.iso.date().nullable().describe('when what was accepted had been reported; null: nothing is accepted'),
})
export type FollowUpFacts = z.infer<typeof FollowUpFacts>

export function followUpFacts({ followUp: { status, steps } }: ConclusionState): FollowUpFacts {
  const report = status === 'accepted' ? steps.findLast(({ kind }) => kind === 'report') : undefined
  return { doneOn: report ? calendarDayOf(report.at) : null }
}

// Figures

/** Keys of what is counted in the register: shared/reports/overview.ts. */
export const receptionFigures = ['visits', 'people', 'groups', 'headVisits'] as const
/** Matters, by what they are about. */
export const matterFigures = ['complaint', 'denunciation', 'proposal', 'reflection', 'unsaid'] as const

export const keptStates = ['inTime', 'late', 'overdue', 'open'] as const
/** late: done after its day. overdue: not done, its day is over. */
export type KeptState = (typeof keptStates)[number]

/** Of one that has a day. */
export function keptState(dueOn: string, facts: FollowUpFacts | undefined, today: string): KeptState {
  const doneOn = facts?.doneOn ?? null
  if (doneOn !== null) return doneOn <= dueOn ? 'inTime' : 'late'
  return dueOn < today ? 'overdue' : 'open'
}

export type DueAssignment = Assignment & { readonly dueOn: string }
export const hasDay = (assignment: Assignment): assignment is DueAssignment => assignment.dueOn !== null

export interface Waiting {
  readonly count: number
  /** null: nobody was received. */
  readonly medianMs: Ms | null
  readonly longestMs: Ms | null
  readonly left: number
}

export function waitingOf(days: readonly DayFacts[]): Waiting {
  const all = days.flatMap(({ waits }) => waits.map(({ ms }) => ms)).sort((one, other) => one - other)
  const middle = all.slice(Math.floor((all.length - 1) / 2), Math.floor(all.length / 2) + 1)
  return {
    count: all.length,
    medianMs: all.length === 0 ? null : Math.round(middle.reduce((sum, ms) => sum + ms, 0) / middle.length),
    longestMs: all.at(-1) ?? null,
    left: days.reduce((sum, { left }) => sum + left, 0),
  }
}

export interface SiteFigures {
  readonly name: string
  readonly sessions: number
  readonly losses: number
  readonly lostMs: Ms
  readonly presentMs: Ms
}

/** Of each site by its name, whatever lost most first. */
export function sitesOf(sessions: readonly SessionFacts[]): SiteFigures[] {
  const found = new Map<string, SiteFigures>()
  for (const { name, presentMs, losses, lostMs } of sessions.flatMap(({ sites }) => sites)) {
    const one = found.get(name) ?? { name, sessions: 0, losses: 0, lostMs: 0, presentMs: 0 }
    found.set(name, {
      name,
      sessions: one.sessions + 1,
      losses: one.losses + losses,
      lostMs: one.lostMs + lostMs,
      presentMs: one.presentMs + presentMs,
    })
  }
  return [...found.values()].sort((one, other) => other.lostMs - one.lostMs || one.name.localeCompare(other.name, 'vi'))
}

/** Milliseconds by what `keyOf` says, the longest first. */
export function spokenBy(
  sessions: readonly SessionFacts[],
  keyOf: (one: SessionFacts['speaking'][number]) => string | null,
): { key: string; ms: Ms }[] {
  const found = new Map<string, Ms>()
  for (const one of sessions.flatMap(({ speaking }) => speaking)) {
    const key = keyOf(one)
    if (key !== null) found.set(key, (found.get(key) ?? 0) + one.ms)
  }
  return [...found].map(([key, ms]) => ({ key, ms })).sort((one, other) => other.ms - one.ms)
}
