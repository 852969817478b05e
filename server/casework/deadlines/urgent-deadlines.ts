// Collects the legal deadlines that are near or over: of open cases, and of notices owed for refusals at a visit. For
// the list and the letters.

import { isToBeChecked } from '../../../shared/law/legal-clocks.ts'
import { type UrgentNotice, urgentNotices } from '../../../shared/projections/refusal-notices.ts'
import type { DeadlineRow } from '../../../shared/wire/casework/law.ts'
import type { SessionLists } from '../../engine/lists/session-lists.ts'
import type { DueDays, UrgentClock } from '../cases/due-days.ts'
import type { LawData } from './law-data.ts'

export interface UrgentDeadline extends Omit<DeadlineRow, 'left' | 'secrecy'> {
  /** Of who denounces: what it is about is for those alone who handle it. */
  readonly isProtected: boolean
}

/** The most urgent first. Throws Unavailable. */
export type UrgentDeadlines = () => Promise<UrgentDeadline[]>

export interface UrgentDeadlineDependencies {
  readonly due: Pick<DueDays, 'urgent'>
  readonly sessionLists: Pick<SessionLists, 'owedNotices'>
  readonly law: Pick<LawData, 'inForce'>
  readonly now: () => number
}

export const createUrgentDeadlines =
  ({ due, sessionLists, law, now }: UrgentDeadlineDependencies): UrgentDeadlines =>
  async () => {
    const [ofCases, owed, inForce] = await Promise.all([due.urgent(), sessionLists.owedNotices(), law.inForce()])
    const all = [...ofCases.map(ofCase), ...urgentNotices(owed, inForce, now()).map(ofVisit)]
    return all.sort((one, other) => (one.dueOn < other.dueOn ? -1 : one.dueOn > other.dueOn ? 1 : 0))
  }

const ofCase = ({ amberFrom: _from, lapsesAfter: _after, ...one }: UrgentClock): UrgentDeadline => ({
  ...one,
  sessionId: null,
})

const ofVisit = ({
  sessionId,
  title,
  unit,
  isProtected,
  colour,
  clock: { clock, dueOn, row, unknownYears },
}: UrgentNotice): UrgentDeadline => ({
  caseId: null,
  sessionId,
  number: null,
  title,
  unit,
  isProtected,
  clock,
  dueOn: dueOn ?? '',
  colour,
  source: row.source,
  isToBeChecked: isToBeChecked(row),
  unknownYears: [...unknownYears],
})
