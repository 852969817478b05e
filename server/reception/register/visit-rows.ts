// Rows of visits: opens one, under the next number of the year, for each visit that has begun, and fills those whose
// visit goes on.

import type { CaseState } from '../../../shared/cases/index.ts'
import { RegisterRowId } from '../../../shared/kernel/ids.ts'
import { wish } from '../../../shared/kernel/wish.ts'
import { bookedColumns, caseColumns } from '../../../shared/projections/register.ts'
import type { ReceptionDayState } from '../../../shared/reception/index.ts'
import type { Ticket } from '../../../shared/reception/queue/contract.ts'
import { register } from '../../../shared/reception/register/contract.ts'
import type { Cases } from '../../casework/cases/cases.ts'
import type { Aggregates } from '../../engine/aggregates/aggregates.ts'
import type { Officers } from '../../identity/officers/officers.ts'
import type { Log } from '../../platform/log.ts'
import { type FillRow, repeated } from './filled-rows.ts'
import { type RowWrites, unlessRefused } from './row-writes.ts'

interface Dependencies {
  readonly days: Aggregates<ReceptionDayState>
  readonly cases: Pick<Cases, 'state'>
  readonly officers: Pick<Officers, 'list'>
  readonly writes: Pick<RowWrites, 'numbered' | 'send'>
  readonly fill: FillRow
  readonly now: () => number
  readonly log: Log
}

/** Each method throws Unavailable when Redis cannot be reached. */
export interface VisitRows {
  /** `ofCase`: a further matter of the visit; null: the visit itself. Throws Refused. */
  open(day: string, state: ReceptionDayState, ticket: Ticket, ofCase: CaseState | null): Promise<void>
  lookAtDay(day: string): Promise<void>
}

export function createVisitRows({ days, cases, officers, writes, fill, now, log }: Dependencies): VisitRows {
  async function positions() {
    const roster = new Map((await officers.list()).map(({ officerId, position }) => [String(officerId), position]))
    return (officerId: string) => roster.get(officerId) ?? null
  }

  const open: VisitRows['open'] = async (day, state, ticket, ofCase) => {
    const { ticketId, citizenId } = ticket
    const caseId = ofCase?.intake.receipt?.caseId ?? null
    const rowId = RegisterRowId.parse(caseId ?? ticketId)
    const begunAt = state.queue.calls.find((call) => call.ticketId === ticketId)?.begunAt ?? now()
    const booked = bookedColumns(state, ticket, await positions(), begunAt)
    const columns = {
      ...booked,
      ...(citizenId && { citizenId }),
      ...(ofCase && caseColumns(ofCase)),
      ...(ofCase && (await repeated({ cases }, ofCase))),
    }
    await writes.numbered(day, rowId, (number) =>
      writes.send(
        day,
        { kind: 'system' },
        wish(register, 'openForVisit', { rowId, ...number, ticketId, caseId, columns }),
      ),
    )
  }

  return {
    open,
    async lookAtDay(day) {
      const state = await days.state(day)
      const { tickets, calls } = state.queue
      const known = new Set(Object.values(state.register.rows).map(({ ticketId }) => ticketId))
      for (const call of calls) {
        const ticket = tickets[call.ticketId]
        if (!ticket || call.begunAt === null || known.has(call.ticketId)) continue
        known.add(call.ticketId)
        await open(day, state, ticket, null).catch(unlessRefused(log))
      }
      const after = await days.state(day)
      for (const row of Object.values(after.register.rows))
        if (row.ticketId && !row.isVisitOver) await fill(day, after, row)
    },
  }
}
