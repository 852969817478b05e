// One’s own ticket, as the server tells it, kept on the screen while there is no network.

import { useCallback, useEffect, useState } from 'react'
import { v7 as newId } from 'uuid'
import type { TicketView } from '../../../shared/wire/reception/reception.ts'
import { ticketApi } from '../../../shared/wire/reception/ticket-api.ts'
import { ApiError, call } from '../../base/api.ts'
import { watchReception } from '../../live/session/reception-link.ts'

export interface OwnTicket {
  readonly view: TicketView | null
  readonly isConnected: boolean
  readonly isRefused: boolean
}

/** Where no WebSocket gets through, the page asks. */
const askEveryMs = 5000

export function useTicket(token: string): OwnTicket {
  const [pageId] = useState(() => newId())
  const [own, setOwn] = useState<OwnTicket>({ view: null, isConnected: true, isRefused: false })
  const change = useCallback((changed: Partial<OwnTicket>) => setOwn((before) => ({ ...before, ...changed })), [])
  useEffect(
    () =>
      watchReception(
        { token, pageId },
        {
          onTicket: (view) => change({ view, isConnected: true }),
          onConnected: (isConnected) => change({ isConnected }),
          onRefused: () => change({ isRefused: true }),
        },
      ),
    [token, pageId, change],
  )
  const { isConnected, isRefused, view } = own
  const mustAsk = !isRefused && (!isConnected || view === null)
  useEffect(() => {
    if (!mustAsk) return
    let isCurrent = true
    const ask = async () => {
      try {
        const asked = await call(ticketApi.read, { query: { pageId } }, { token })
        if (isCurrent) change({ view: asked })
      } catch (error) {
        if (isCurrent && error instanceof ApiError && [401, 404].includes(error.status)) change({ isRefused: true })
      }
    }
    void ask()
    const timer = setInterval(() => void ask(), askEveryMs)
    return () => {
      isCurrent = false
      clearInterval(timer)
    }
  }, [mustAsk, token, pageId, change])
  return own
}
