// Computes attendance from the journal: the intervals in the room, per participant and per site.

import type { z } from 'zod'
import type { Aggregate } from '../kernel/aggregate.ts'
import type { Commit } from '../kernel/commit.ts'
import type { DelegateId, Ms, ParticipantId, PersonId, Role, SiteId } from '../kernel/ids.ts'
import type { IdentificationMethod, Participant, ParticipantStatus } from '../modules/admission/contract.ts'
import type { SessionState } from '../modules/index.ts'
import { countsAsPresent, type RollcallMark } from '../modules/rollcall/contract.ts'
import { withoutChat } from './without-chat.ts'

export interface Interval {
  readonly from: Ms
  /** null: still in the room. */
  readonly to: Ms | null
  /** What ended it. */
  readonly ending: Exclude<ParticipantStatus, 'invited' | 'present'> | 'closed' | null
}

export interface ParticipantAttendance {
  readonly participantId: ParticipantId
  readonly personId: PersonId
  readonly role: Role
  readonly siteId: SiteId | null
  readonly identifiedBy: z.infer<typeof IdentificationMethod>
  readonly intervals: readonly Interval[]
  /** Between the opening and the closing of the session. */
  readonly presentMs: number
}

export interface DelegateAttendance {
  readonly delegateId: DelegateId
  readonly personId: PersonId
  readonly mark: RollcallMark | null
  readonly markedAt: Ms | null
  readonly substituteId: PersonId | null
  readonly substitutePaper: string | null
}

export interface SiteAttendance {
  readonly siteId: SiteId
  readonly name: string
  readonly rank: 'centre' | 'branch'
  /** When at least one endpoint of the site was in the room. */
  readonly intervals: readonly Interval[]
  readonly presentMs: number
  readonly delegates: readonly DelegateAttendance[]
  readonly delegatesPresent: number
  readonly headcount: number | null
  readonly confirmedAt: Ms | null
  readonly confirmedBy: ParticipantId | null
}

export interface AttendanceSheet {
  readonly openedAt: Ms | null
  readonly closedAt: Ms | null
  readonly participants: readonly ParticipantAttendance[]
  readonly sites: readonly SiteAttendance[]
}

/** `now` ends what is still going on. */
export function attendance(aggregate: Aggregate<SessionState>, journal: readonly Commit[], now: Ms): AttendanceSheet {
  const following = followAttendance()
  let state = aggregate.initial
  for (const commit of withoutChat(journal)) {
    const before = state
    state = aggregate.evolve(before, commit)
    following.step(before, state)
  }
  return following.sheet(state, now)
}

/** For who folds a journal for more than the attendance: told of each commit, then asked. */
export function followAttendance() {
  const intervals = new Map<ParticipantId, Interval[]>()
  return {
    step(before: SessionState, after: SessionState): void {
      if (after.admission === before.admission) return
      for (const participant of Object.values(after.admission.participants))
        follow(intervals, before.admission.participants[participant.participantId], participant)
    },
    sheet: (state: SessionState, now: Ms) => sheetOf(state, intervals, now),
  }
}

function sheetOf(
  state: SessionState,
  intervals: ReadonlyMap<ParticipantId, readonly Interval[]>,
  now: Ms,
): AttendanceSheet {
  const { openedAt, closedAt } = state.session
  const end = closedAt ?? now
  const during = (list: readonly Interval[]) =>
    openedAt === null
      ? 0
      : list.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(to ?? end, end) - Math.max(from, openedAt)), 0)

  const participants = Object.values(state.admission.participants).map((participant): ParticipantAttendance => {
    const own = (intervals.get(participant.participantId) ?? [])
      .filter(({ from }) => closedAt === null || from < closedAt)
      .map((interval) =>
        closedAt !== null && (interval.to === null || interval.to > closedAt)
          ? { ...interval, to: closedAt, ending: 'closed' as const }
          : interval,
      )
    const { participantId, personId, role, siteId, identifiedBy } = participant
    return { participantId, personId, role, siteId, identifiedBy, intervals: own, presentMs: during(own) }
  })

  const sites = state.sites.sites.map(({ siteId, name, rank, delegates }): SiteAttendance => {
    const own = union(
      participants.filter((one) => one.siteId === siteId && one.role !== 'observer').flatMap((one) => one.intervals),
    )
    const confirmation = state.rollcall.confirmations[siteId]
    const list = delegates.map(({ delegateId, personId }): DelegateAttendance => {
      const marked = state.rollcall.marks[delegateId]
      return {
        delegateId,
        personId,
        mark: marked?.mark ?? null,
        markedAt: marked?.at ?? null,
        substituteId: marked?.substituteId ?? null,
        substitutePaper: marked?.substitutePaper ?? null,
      }
    })
    return {
      siteId,
      name,
      rank,
      intervals: own,
      presentMs: during(own),
      delegates: list,
      delegatesPresent: list.filter(({ mark }) => mark !== null && countsAsPresent(mark)).length,
      headcount: state.rollcall.headcounts[siteId]?.count ?? null,
      confirmedAt: confirmation?.at ?? null,
      confirmedBy: confirmation?.byParticipantId ?? null,
    }
  })
  return { openedAt, closedAt, participants, sites }
}

function follow(intervals: Map<ParticipantId, Interval[]>, before: Participant | undefined, after: Participant) {
  if (before?.status === after.status) return
  const own = intervals.get(after.participantId) ?? []
  const last = own.at(-1)
  if (after.status === 'present') own.push({ from: after.since, to: null, ending: null })
  else if (before?.status === 'present' && last && after.status !== 'invited')
    // A loss is dated by when the connection was last known to live, which may lie before the interval’s first commit.
    own[own.length - 1] = { ...last, to: Math.max(last.from, after.since), ending: after.status }
  intervals.set(after.participantId, own)
}

/** Overlapping intervals of several endpoints become one. */
function union(list: readonly Interval[]): Interval[] {
  const sorted = [...list].sort((a, b) => a.from - b.from)
  const merged: Interval[] = []
  for (const interval of sorted) {
    const last = merged.at(-1)
    if (last && (last.to === null || interval.from <= last.to)) {
      if (last.to !== null && (interval.to === null || interval.to > last.to))
        merged[merged.length - 1] = { ...interval, from: last.from }
    } else merged.push(interval)
  }
  return merged
}
