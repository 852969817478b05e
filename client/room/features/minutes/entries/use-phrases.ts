// The agency's phrases, over REST by the own link.

import { useEffect, useState } from 'react'
import { phraseApi } from '../../../../../shared/wire/hearing/phrase-api.ts'
import type { Phrase } from '../../../../../shared/wire/hearing/phrases.ts'
import { call } from '../../../../base/api.ts'
import { useLiveSession } from '../../../../live/session/live-session-context.ts'
import { useSession } from '../../../../live/session/store.ts'

export interface Phrases {
  /** null: not there yet. */
  readonly phrases: readonly Phrase[] | null
  readonly hasFailed: boolean
  keep(text: string): Promise<void>
  forget(phraseId: string): Promise<void>
}

export function usePhrases(): Phrases {
  const { token } = useLiveSession()
  const sessionId = useSession(({ state }) => state?.session.sessionId ?? '')
  const [phrases, setPhrases] = useState<readonly Phrase[] | null>(null)
  const [hasFailed, setFailed] = useState(false)

  useEffect(() => {
    void load(sessionId, token).then(setPhrases, () => setFailed(true))
  }, [sessionId, token])

  async function change(act: () => Promise<unknown>): Promise<void> {
    try {
      await act()
      setPhrases(await load(sessionId, token))
      setFailed(false)
    } catch {
      // Whatever went wrong, the person can only try again.
      setFailed(true)
    }
  }
  return {
    phrases,
    hasFailed,
    keep: (text) => change(() => call(phraseApi.keep, { params: { sessionId }, body: { text } }, { token })),
    forget: (phraseId) => change(() => call(phraseApi.remove, { params: { sessionId, phraseId } }, { token })),
  }
}

const load = async (sessionId: string, token: string) =>
  (await call(phraseApi.list, { params: { sessionId } }, { token })).phrases
