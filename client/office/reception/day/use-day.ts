// The queues and desks of today as this officer may see them: whole at first, then what has changed.
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { TicketId } from '../../../../shared/kernel/ids.ts'
import type { DayView, TicketRow } from '../../../../shared/wire/reception/reception.ts'
import { watchReception } from '../../../live/session/reception-link.ts'

export interface Day extends Omit<DayView, 'tickets' | 'isWhole'> {
  readonly tickets: ReadonlyMap<TicketId, TicketRow>
  /** This clock is so much behind that of the server. */
  readonly skewMs: number
}

export function withChanges(before: Day | null, { tickets, isWhole, ...rest }: DayView, now: number): Day {
  const all = new Map(isWhole || before?.day !== rest.day ? [] : before.tickets)
  for (const row of tickets) all.set(row.ticketId, row)
  return { ...rest, tickets: all, skewMs: rest.serverTime - now }
}

export function useDay(): { day: Day | null; isConnected: boolean } {
  const client = useQueryClient()
  const [day, setDay] = useState<Day | null>(null)
  const [isConnected, setConnected] = useState(true)
  useEffect(
    () =>
      watchReception(null, {
        onDay: (view) => setDay((before) => withChanges(before, view, Date.now())),
        onConnected: setConnected,
        // The login is over: the door asks again who this is.
        onRefused: () => void client.invalidateQueries({ queryKey: ['me'] }),
      }),
    [client],
  )
  return { day, isConnected }
}
