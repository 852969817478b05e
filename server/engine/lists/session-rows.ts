// The row of each session in the lists (ADR 0044), and the ordered sets of those with something in common: current, over,
// with assignments, of one series. Used by session-lists.ts and row-writing.ts.
import type { Redis } from 'ioredis'
import { z } from 'zod'
import { SessionId } from '../../../shared/kernel/ids.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import { isOver } from '../../../shared/modules/session/contract.ts'
import { Assignment, assignmentsOf } from '../../../shared/projections/conclusions.ts'
import { mayLeave } from '../../../shared/projections/leaving.ts'
import { OwedNotice, owedNotices } from '../../../shared/projections/refusal-notices.ts'
import { SealingFacts, sealingFacts } from '../../../shared/projections/sealing.ts'
import { listedSummary } from '../../../shared/projections/session-summary.ts'
import { SessionSummary } from '../../../shared/wire/hearing/sessions.ts'
import { createRows, type Rows } from '../../platform/rows.ts'

/** Of rows: the first had the assignments of visits of who denounces, and titles of their meetings; the second no facts of sealing. */
const form = 3
const Row = z.object({
  seq: z.int(),
  form: z.int().default(1),
  summary: SessionSummary,
  assignments: z.array(Assignment),
  // Rows that an older server has written have none.
  owedNotices: z.array(OwedNotice).default([]),
  unsealed: SealingFacts.nullable().default(null),
})
export type Row = z.infer<typeof Row>

export const currentKey = '{sessions}:current'
export const assigningKey = '{sessions}:assigning'
export const owingKey = '{sessions}:owing-notices'
export const unsealedKey = '{sessions}:unsealed'
export const seriesKey = (seriesId: string) => `{sessions}:series:${seriesId}`
export const overKey = (areVisits: boolean) => `{sessions}:over:${areVisits ? 'visits' : 'meetings'}`

export const memberOf = ({ scheduledAt, sessionId }: SessionSummary) =>
  `${String(scheduledAt).padStart(15, '0')} ${sessionId}`
export const sessionIn = (member: string) => SessionId.parse(member.slice(16))
export const isVisit = ({ visitOf }: SessionSummary) => visitOf !== null

export const setsOf = ({ summary, assignments, owedNotices: owed, unsealed }: Row): string[] => [
  isOver(summary.status) ? overKey(isVisit(summary)) : currentKey,
  ...(assignments.length > 0 ? [assigningKey] : []),
  ...(owed.length > 0 ? [owingKey] : []),
  ...(unsealed === null ? [] : [unsealedKey]),
  ...(summary.seriesId === null ? [] : [seriesKey(summary.seriesId)]),
]

/** Written by an earlier release, with words in it that perhaps stay inside. */
export const isToBeMadeAnew = ({ form: made, summary, assignments, owedNotices: owed }: Row): boolean =>
  (made < form && summary.status === 'closed') ||
  (made < 2 && summary.kind === 'reception' && (!isVisit(summary) || assignments.length > 0 || owed.length > 0))

export const createSessionRows = (redis: Redis): Rows<Row> => createRows(redis, '{sessions}:rows', Row)

export const rowOf = (state: SessionState, seq: number): Row => ({
  seq,
  form,
  summary: listedSummary(state),
  // These lie in clear, and letters are written of them.
  assignments: mayLeave(state) ? assignmentsOf(state) : [],
  owedNotices: owedNotices(state),
  unsealed: sealingFacts(state),
})
