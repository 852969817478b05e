// The agency's phrases, over REST by the own link.

import { useEffect, useState } from 'react'
import { phraseApi } from '../../../../../shared/wire/hearing/phrase-api.ts'
import type { Phrase } from '../../../../../shared/wire/hearing/phrases.ts'
import { ApiError, call } from '../../../../base/api.ts'
import { useLiveSession } from '../../../../live/session/live-session-context.ts'
import { useSession } from '../../../../live/session/store.ts'

export interface Phrases {
  /** null: not there yet. */
  readonly phrases: readonly Phrase[] | null
  /** Why the last one failed; null: it has not. */
  readonly failure: ApiError | 'unknown' | null
  keep(text: string): Promise<void>
  forget(phraseId: string): Promise<void>
}

export function usePhrases(): Phrases {
  const { token } = useLiveSession()
  const sessionId = useSession(({ state }) => state?.session.sessionId ?? '')
  const [phrases, setPhrases] = useState<readonly Phrase[] | null>(null)
  const [failure, setFailure] = useState<Phrases['failure']>(null)

  useEffect(() => {
    void load(sessionId, token).then(setPhrases, (error) => setFailure(failureOf(error)))
  }, [sessionId, token])

  async function change(act: () => Promise<unknown>): Promise<void> {
    try {
      await act()
      setPhrases(await load(sessionId, token))
      setFailure(null)
    } catch (error) {
      setFailure(failureOf(error))
    }
  }
  return {
    phrases,
    failure,
    keep: (text) => change(() => call(phraseApi.keep, { params: { sessionId }, body: { text } }, { token })),
    forget: (phraseId) => change(() => call(phraseApi.remove, { params: { sessionId, phraseId } }, { token })),
  }
}

const load = async (sessionId: string, token: string) =>
  (await call(phraseApi.list, { params: { sessionId } }, { token })).phrases

const failureOf = (error: unknown) => (error instanceof ApiError ? error : 'unknown')
