// The minutes as they would be printed, for those who keep them: asked for again when something has happened.

import { useEffect, useRef, useState } from 'react'
import { minutesApi } from '../../../../../shared/wire/hearing/minutes-api.ts'
import type { MinutesText } from '../../../../../shared/wire/hearing/minutes-text.ts'
import { call } from '../../../../base/api.ts'
import { useLiveSession } from '../../../../live/session/live-session-context.ts'
import { useSession } from '../../../../live/session/store.ts'

const leastIntervalMs = 1500

export interface MinutesTextQuery {
  /** null: not there yet. */
  readonly text: MinutesText | null
  readonly hasFailed: boolean
}

export function useMinutesText(): MinutesTextQuery {
  const { token } = useLiveSession()
  const sessionId = useSession(({ state }) => state?.session.sessionId)
  const seq = useSession((session) => session.seq)
  const [query, setQuery] = useState<MinutesTextQuery>({ text: null, hasFailed: false })
  const askedAt = useRef(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: each commit of the session may change the text
  useEffect(() => {
    if (!sessionId) return
    const ask = () => {
      askedAt.current = Date.now()
      call(minutesApi.read, { params: { sessionId } }, { token }).then(
        (text) => setQuery((last) => ({ text: newer(last.text, text), hasFailed: false })),
        () => setQuery((last) => ({ ...last, hasFailed: true })),
      )
    }
    const timer = setTimeout(ask, Math.max(0, askedAt.current + leastIntervalMs - Date.now()))
    return () => clearTimeout(timer)
  }, [sessionId, token, seq])
  return query
}

const newer = (known: MinutesText | null, text: MinutesText) => (known && known.commits > text.commits ? known : text)
