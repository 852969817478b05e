// Whoever came from the waiting page of a reception and is to wait again finds the way back by itself: sent back, handed over to
// another desk, or the desk was lost. Whose visit is over stays where they are.

import { useEffect } from 'react'
import { useNavigate } from 'react-router'
import { isOver } from '../../../../shared/modules/session/contract.ts'
import { ticketApi } from '../../../../shared/wire/reception/ticket-api.ts'
import { call } from '../../../base/api.ts'
import { ticketToken } from '../../../live/entrance/link-token.ts'
import { useSession } from '../../../live/session/store.ts'

export function useBackToQueue(): void {
  const navigate = useNavigate()
  const isEnded = useSession(
    ({ phase, state }) => phase === 'ended' || (state !== null && isOver(state.session.status)),
  )
  useEffect(() => {
    const token = ticketToken()
    if (!isEnded || !token) return
    let isCurrent = true
    call(ticketApi.read, {}, { token })
      .then(({ status }) => {
        const goesOn = status === 'waiting' || status === 'called'
        if (isCurrent && goesOn) void navigate({ pathname: '/wait', hash: token }, { replace: true })
      })
      // The page says already that this visit is over.
      .catch(() => undefined)
    return () => {
      isCurrent = false
    }
  }, [isEnded, navigate])
}
