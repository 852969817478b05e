// Fills into a row of the register what its visit and its case say by now, as long as no officer has written it.

import type { CaseState } from '../../../shared/cases/index.ts'
import { SessionId } from '../../../shared/kernel/ids.ts'
import { wish } from '../../../shared/kernel/wish.ts'
import { caseColumns, visitColumns } from '../../../shared/projections/register.ts'
import type { ReceptionDayState } from '../../../shared/reception/index.ts'
import { isActive } from '../../../shared/reception/queue/contract.ts'
import { type ColumnChange, type Row, register } from '../../../shared/reception/register/contract.ts'
import type { Cases } from '../../casework/cases/cases.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import type { Log } from '../../platform/log.ts'
import type { RowWrites } from './row-writes.ts'

interface Dependencies {
  readonly sessions: Pick<Sessions, 'state'>
  readonly cases: Pick<Cases, 'state'>
  readonly writes: Pick<RowWrites, 'send'>
  readonly log: Log
}

/** Throws Unavailable when Redis cannot be reached. */
export type FillRow = (day: string, state: ReceptionDayState, row: Row) => Promise<void>

export const createFillRow = ({ sessions, cases, writes, log }: Dependencies): FillRow =>
  async function fill(day, { queue }, row) {
    const { rowId, ticketId, sessionId, caseId } = row
    const ticket = ticketId && queue.tickets[ticketId]
    const visit = sessionId && (await sessions.state(SessionId.parse(sessionId)))
    const made = caseId && (await cases.state(caseId))
    const ofVisit = visit ? visitColumns(visit, row) : {}
    // Of a further matter the visit tells who came, and no more.
    const { citizenId } = ofVisit
    const told = rowId === String(ticketId) ? ofVisit : citizenId ? { citizenId } : {}
    const columns = {
      ...(ticket?.citizenId && { citizenId: ticket.citizenId }),
      ...told,
      ...(made && caseColumns(made)),
      ...(made && (await repeated({ cases }, made))),
    }
    const isVisitOver = !ticket || !isActive(ticket)
    if (!wouldChange(row, columns, isVisitOver)) return
    const sent = (told: ColumnChange) =>
      writes.send(day, { kind: 'system' }, wish(register, 'fill', { rowId, columns: told, isVisitOver }))
    const reply = await sent(columns)
    if (reply.ok) return
    log.error({ day, rowId, code: reply.rejection.code }, 'what is known of a visit does not fit its row')
    // An officer writes it; the row has to come to its end all the same.
    if (isVisitOver) await sent({})
  }

/** Received about the same before: staff have linked an earlier case that came at a reception. */
export async function repeated(
  { cases }: Pick<Dependencies, 'cases'>,
  { intake: { earlierIds } }: CaseState,
): Promise<Pick<ColumnChange, 'isRepeat'>> {
  for (const caseId of earlierIds) if ((await cases.state(caseId))?.intake.receipt?.reception) return { isRepeat: true }
  return {}
}

/** Nothing is asked of the journal for what stands there already. */
const wouldChange = (row: Row, columns: ColumnChange, isVisitOver: boolean): boolean =>
  (isVisitOver && !row.isVisitOver) ||
  (!row.closed &&
    Object.entries(columns).some(
      ([name, value]) =>
        !row.written.includes(name as Row['written'][number]) &&
        JSON.stringify(row[name as keyof Row]) !== JSON.stringify(value),
    ))
