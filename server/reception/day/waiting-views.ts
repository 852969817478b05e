// The views of waiting pages and desks, sent when the day has changed: one ticket to its holder (waiting-pages.ts), the
// whole queue to officers (officer-pages.ts). Changes in quick succession are sent together.

import { linesOf } from '../../../shared/projections/waiting-order.ts'
import type { ReceptionDayState } from '../../../shared/reception/index.ts'
import type { Ticket } from '../../../shared/reception/queue/contract.ts'
import type { Account } from '../../../shared/wire/identity/account.ts'
import type { DayView, TicketView } from '../../../shared/wire/reception/reception.ts'
import type { IntakeGroup } from '../../casework/intake-group/intake-group.ts'
import type { WaitingPage, WatchingOfficer } from '../../engine/signal/reception-pages.ts'
import type { Citizens } from '../../identity/citizens/citizens.ts'
import type { TicketReference } from '../../platform/http/route-access.ts'
import type { Log } from '../../platform/log.ts'
import { createOfficerPages } from './officer-pages.ts'
import { createWaitingPages, type SeenDay } from './waiting-pages.ts'

export interface WaitingViewsDependencies {
  readonly state: (day: string) => Promise<ReceptionDayState>
  readonly today: () => string
  /** null: not called, or the room is not ready. */
  readonly joinLink: (ticket: Ticket) => Promise<string | null>
  readonly citizens: Pick<Citizens, 'read'>
  readonly intakeGroup: Pick<IntakeGroup, 'readerOf'>
  readonly now: () => number
  readonly log: Log
}

export interface WaitingViews {
  /** `pageId`: of the page that asks, null where it is not known. */
  ticketView(reference: TicketReference, pageId: string | null): Promise<TicketView | null>
  dayView(account: Account): Promise<DayView>
  /** The first view comes at once. Ends with the function returned. */
  watchTicket(page: WaitingPage, send: (view: TicketView) => void): () => void
  watchDay(officer: WatchingOfficer, send: (view: DayView) => void): () => void
  changed(day: string): void
  close(): void
}

/** Of a hall that fills in the morning, a page need not see each step. */
const gatherMs = 150

export function createWaitingViews(dependencies: WaitingViewsDependencies): WaitingViews {
  const { state: stateOf, today, now, log } = dependencies
  const waitingPages = createWaitingPages(dependencies)
  const officerPages = createOfficerPages({ ...dependencies, waitingPages })
  let timer: NodeJS.Timeout | undefined
  let isStale = false
  let isClosed = false

  async function seen(day: string): Promise<SeenDay> {
    const state = await stateOf(day)
    return { state, lines: linesOf(state, now()) }
  }

  /** Each day is read once for all pages. */
  async function push(): Promise<void> {
    const days = new Map<string, SeenDay>()
    const read = async (day: string) => {
      const found = days.get(day) ?? (await seen(day))
      days.set(day, found)
      return found
    }
    await waitingPages.push(read)
    await officerPages.push(read)
  }

  /** One push at a time: an older view never comes after a newer one. */
  function soon(): void {
    isStale = true
    if (timer || isClosed) return
    timer = setTimeout(() => {
      isStale = false
      push()
        .catch((error: unknown) => {
          isStale = true
          log.warn({ err: error }, 'waiting pages could not be told; they are in a moment')
        })
        .finally(() => {
          timer = undefined
          if (isStale) soon()
        })
    }, gatherMs)
    timer.unref()
  }

  return {
    ticketView: async ({ day, ticketId }, pageId) => waitingPages.view(await seen(day), ticketId, pageId),
    dayView: async (account) => officerPages.view(await seen(today()), account),
    watchTicket(page, send) {
      const stop = waitingPages.watch(page, send)
      soon()
      return () => {
        stop()
        soon()
      }
    },
    watchDay(officer, send) {
      const stop = officerPages.watch(officer, send)
      soon()
      return stop
    },
    changed: soon,
    close() {
      isClosed = true
      clearTimeout(timer)
    },
  }
}
