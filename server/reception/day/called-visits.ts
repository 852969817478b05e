// What follows from a call: its session is made, the visit begins when everybody is inside, and whichever of visit and
// session ends first ends the other. Called by reception.ts after each commit, and each second.

import type { Commit } from '../../../shared/kernel/commit.ts'
import type { TicketId } from '../../../shared/kernel/ids.ts'
import { wish } from '../../../shared/kernel/wish.ts'
import type { ReceptionDayState } from '../../../shared/reception/index.ts'
import {
  type Call,
  isAtDesk,
  queue as queueModule,
  type ReturnReason,
  type Ticket,
} from '../../../shared/reception/queue/contract.ts'
import type { Aggregates, OutsideActor } from '../../engine/aggregates/aggregates.ts'
import { unlessBroken } from '../../platform/broken-journal.ts'
import type { Visits } from './visits.ts'

interface Dependencies {
  readonly days: Aggregates<ReceptionDayState>
  readonly visits: Visits
  /** The room of a visit is ready: whoever waits for it can be told. */
  readonly changed: (day: string) => void
}

/** Each method throws Unavailable when the journal cannot be reached. */
export interface CalledVisits {
  follow(day: string, commit: Commit, state: ReceptionDayState): Promise<void>
  look(day: string, state: ReceptionDayState): Promise<void>
}

const system: OutsideActor = { kind: 'system' }

const callOf = (state: ReceptionDayState, ticketId: TicketId): Call | undefined =>
  state.queue.calls.findLast((call) => call.ticketId === ticketId)

/** What a call that has ended led to. */
function outcomeOf({ queue }: ReceptionDayState, { ticketId }: Call): ReturnReason | 'finished' | 'cancelled' {
  const { status, returned } = queue.tickets[ticketId] ?? { status: 'finished', returned: null }
  return status === 'missed' || status === 'cancelled' || status === 'finished'
    ? status
    : (returned?.reason ?? 'finished')
}

export function createCalledVisits({ days, visits, changed }: Dependencies): CalledVisits {
  /** Sessions known to be over with their visit. */
  const settled = new Set<string>()

  async function settle(state: ReceptionDayState, call: Call, by: OutsideActor): Promise<void> {
    const { sessionId } = call.visit
    if (settled.has(sessionId)) return
    await visits.end(call, by, outcomeOf(state, call))
    settled.add(sessionId)
  }

  async function lookAtVisit(day: string, state: ReceptionDayState, ticket: Ticket): Promise<void> {
    const { visit, ticketId, status } = ticket
    if (!visit) return
    await visits.make(day, state, ticket)
    const seen = await visits.look(visit)
    if (seen?.isOver) await days.dispatch(day, system, wish(queueModule, 'finishVisit', { ticketId }))
    else if (seen?.isEverybodyInside && status === 'called')
      // A visit begins when what is said in it is on the disk.
      await (seen.isRecorded
        ? days.dispatch(day, system, wish(queueModule, 'beginVisit', { ticketId }))
        : visits.record(visit))
    else if (status === 'inVisit') {
      const call = callOf(state, ticketId)
      if (call) await visits.open(call)
    }
  }

  return {
    async follow(day, commit, state) {
      const { actor, at, events } = commit
      if (actor.kind === 'participant') return
      for (const { type, data } of events) {
        const ticketId = (data as { ticketId?: TicketId }).ticketId
        const ticket = ticketId && state.queue.tickets[ticketId]
        if (!ticket) continue
        if (type === `${queueModule.name}.called`) {
          await visits.make(day, state, ticket)
          changed(day)
        }
        const call = callOf(state, ticketId)
        if (type === `${queueModule.name}.visitBegun` && call) await visits.open(call)
      }
      for (const call of state.queue.calls) if (call.endedAt === at) await settle(state, call, actor)
    },

    async look(day, state) {
      for (const ticket of Object.values(state.queue.tickets))
        if (isAtDesk(ticket)) await unlessBroken(lookAtVisit(day, state, ticket))
      for (const call of state.queue.calls) if (call.endedAt !== null) await unlessBroken(settle(state, call, system))
    },
  }
}
