// Which desks are there: a desk whose page is gone for a minute, with nobody of it in the room of its visit, is lost, and
// its citizen waits again; it is open again when the page is back.

import type { AccountId, DeskId } from '../../../shared/kernel/ids.ts'
import { wish } from '../../../shared/kernel/wish.ts'
import { desks as desksModule } from '../../../shared/reception/desks/contract.ts'
import type { ReceptionDayState } from '../../../shared/reception/index.ts'
import { isAtDesk } from '../../../shared/reception/queue/contract.ts'
import type { Aggregates, OutsideActor } from '../../engine/aggregates/aggregates.ts'
import type { Log } from '../../platform/log.ts'
import type { Visits } from './visits.ts'

interface Dependencies {
  readonly days: Aggregates<ReceptionDayState>
  readonly visits: Pick<Visits, 'look'>
  readonly now: () => number
  readonly log: Log
}

/** Each method throws Unavailable when the journal cannot be reached. */
export interface DeskPresence {
  /** One more page of the account is open. Ends with the function returned. */
  enter(accountId: AccountId): () => void
  /** Desks of the account that were lost are open again. */
  resume(day: string, accountId: AccountId): Promise<void>
  look(day: string, state: ReceptionDayState): Promise<void>
}

/** A page that reloads, or a laptop carried to another room, is back by then. */
const deskGraceMs = 60_000
const system: OutsideActor = { kind: 'system' }

export function createDeskPresence({ days, visits, now, log }: Dependencies): DeskPresence {
  const watching = new Map<AccountId, number>()
  const goneSince = new Map<DeskId, number>()

  return {
    enter(accountId) {
      watching.set(accountId, (watching.get(accountId) ?? 0) + 1)
      return () => {
        const left = (watching.get(accountId) ?? 1) - 1
        if (left === 0) watching.delete(accountId)
        else watching.set(accountId, left)
      }
    },

    async resume(day, accountId) {
      const { desks } = await days.state(day)
      for (const { deskId, ...desk } of Object.values(desks.desks))
        if (desk.accountId === accountId && desk.status === 'lost')
          await days.dispatch(day, system, wish(desksModule, 'resume', { deskId }))
    },

    async look(day, { desks, queue }) {
      for (const { deskId, accountId, status } of Object.values(desks.desks)) {
        if (status !== 'open') continue
        const ticket = Object.values(queue.tickets).find(
          (one) => one.deskId === deskId && one.visit !== null && isAtDesk(one),
        )
        // Whoever is in the room of the visit may have closed the page of the desk.
        const isThere = watching.has(accountId) || (ticket?.visit && (await visits.look(ticket.visit))?.isChairInside)
        if (isThere) goneSince.delete(deskId)
        else if (!goneSince.has(deskId)) goneSince.set(deskId, now())
        else if (now() - (goneSince.get(deskId) ?? 0) >= deskGraceMs) {
          goneSince.delete(deskId)
          await days.dispatch(day, system, wish(desksModule, 'lose', { deskId }))
          log.warn({ day, deskId }, 'the page of a desk is gone; its citizen waits again')
        }
      }
    },
  }
}
