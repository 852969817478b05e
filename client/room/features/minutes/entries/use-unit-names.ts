// The units that the agency writes to, to choose from where one is named; over REST by the own link.

import { useEffect, useState } from 'react'
import { unitApi } from '../../../../../shared/wire/identity/unit-api.ts'
import { call } from '../../../../base/api.ts'
import { useLiveSession } from '../../../../live/session/live-session-context.ts'
import { useSession } from '../../../../live/session/store.ts'

const none: readonly string[] = []

/** Empty while, or when, they cannot be fetched: a name can be typed all the same. */
export function useUnitNames(): readonly string[] {
  const { token } = useLiveSession()
  const sessionId = useSession(({ state }) => state?.session.sessionId ?? '')
  const [names, setNames] = useState(none)
  useEffect(() => {
    const leaving = new AbortController()
    call(unitApi.names, { params: { sessionId } }, { token, signal: leaving.signal }).then(
      (answer) => setNames(answer.names),
      () => undefined,
    )
    return () => leaving.abort()
  }, [sessionId, token])
  return names
}
