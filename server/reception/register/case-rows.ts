// Rows of cases that came at a reception: links each with the row of its visit that is free, or opens one for it as a
// further matter of the visit.

import type { CaseState } from '../../../shared/cases/index.ts'
import { wish } from '../../../shared/kernel/wish.ts'
import { calendarDayOf } from '../../../shared/law/working-days.ts'
import type { ReceptionDayState } from '../../../shared/reception/index.ts'
import { isActive } from '../../../shared/reception/queue/contract.ts'
import { register } from '../../../shared/reception/register/contract.ts'
import type { Cases } from '../../casework/cases/cases.ts'
import type { Aggregates } from '../../engine/aggregates/aggregates.ts'
import { unlessBroken } from '../../platform/broken-journal.ts'
import type { FillRow } from './filled-rows.ts'
import type { RowWrites } from './row-writes.ts'
import type { VisitRows } from './visit-rows.ts'

interface Dependencies {
  readonly days: Aggregates<ReceptionDayState>
  readonly cases: Pick<Cases, 'state' | 'lists'>
  readonly writes: Pick<RowWrites, 'send'>
  readonly fill: FillRow
  readonly visitRows: Pick<VisitRows, 'open'>
  readonly now: () => number
}

/** Each method throws Unavailable when Redis cannot be reached. */
export interface CaseRows {
  /** Made of a visit: the next look links it. */
  add(caseId: string): void
  /** Those received from this day on. */
  addSince(from: string): Promise<void>
  /** Links those that can be linked by now. */
  look(): Promise<void>
}

export function createCaseRows({ days, cases, writes, fill, visitRows, now }: Dependencies): CaseRows {
  /** Made of a visit, and not yet in the register. */
  const unlinked = new Set<string>()

  /** True: it is in the register, or never will be. */
  async function link(made: CaseState): Promise<boolean> {
    const { receipt } = made.intake
    if (!receipt?.reception) return true
    const { caseId, splitFrom, reception } = receipt
    const { day } = reception
    const state = await days.state(day)
    const { tickets, calls } = state.queue
    const called = calls.find(({ visit }) => visit.sessionId === reception.sessionId)
    const ticket = called
      ? tickets[called.ticketId]
      : Object.values(tickets).find(({ number }) => number === reception.ticket)
    if (!ticket) return true
    const rows = Object.values(state.register.rows).filter(({ ticketId }) => ticketId === ticket.ticketId)
    const own = rows.find((row) => row.caseId === caseId)
    if (own) {
      await fill(day, state, own)
      return true
    }
    // A visit that has not begun may still begin, today.
    if (rows.length === 0) return day !== calendarDayOf(now()) || !isActive(ticket)
    // What was split stands in the register by its parts.
    if (made.intake.parts.length > 0) return true
    const free = rows.find((row) => row.caseId === null || row.caseId === splitFrom)
    if (!free) await visitRows.open(day, state, ticket, made)
    else {
      const data = { rowId: free.rowId, caseId, insteadOf: free.caseId }
      const reply = await writes.send(day, { kind: 'system' }, wish(register, 'linkCase', data))
      // Another matter of the visit was faster.
      if (!reply.ok) return false
      const after = await days.state(day)
      const row = after.register.rows[free.rowId]
      if (row) await fill(day, after, row)
    }
    return true
  }

  return {
    add: (caseId) => void unlinked.add(caseId),

    async addSince(from) {
      for (let after: string | undefined, page = await cases.lists.list({ from, limit: 200 }); ; ) {
        for (const { caseId, petition } of page.rows) if (petition.reception) unlinked.add(caseId)
        if (page.next === null) break
        after = page.next
        page = await cases.lists.list({ from, after, limit: 200 })
      }
    },

    async look() {
      for (const caseId of [...unlinked]) {
        const isSettled = async () => {
          const state = await cases.state(caseId)
          return !state || link(state)
        }
        if (await unlessBroken(isSettled())) unlinked.delete(caseId)
      }
    },
  }
}
