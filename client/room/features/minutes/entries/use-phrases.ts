// The agency's phrases, over REST by the own link.
import { useEffect, useState } from 'react'
import type { Phrase, PhraseList } from '../../../../../shared/wire/phrases.ts'
import { api } from '../../../../base/api.ts'
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
  const sessionId = useSession(({ state }) => state?.session.sessionId)
  const [phrases, setPhrases] = useState<readonly Phrase[] | null>(null)
  const [hasFailed, setFailed] = useState(false)
  const path = `/api/sessions/${sessionId}/phrases`

  useEffect(() => {
    void load(path, token).then(setPhrases, () => setFailed(true))
  }, [path, token])

  async function change(call: () => Promise<unknown>): Promise<void> {
    try {
      await call()
      setPhrases(await load(path, token))
      setFailed(false)
    } catch {
      // Whatever went wrong, the person can only try again.
      setFailed(true)
    }
  }
  return {
    phrases,
    hasFailed,
    keep: (text) => change(() => api.post(path, { text }, { token })),
    forget: (phraseId) => change(() => api.delete(`${path}/${phraseId}`, { token })),
  }
}

const load = async (path: string, token: string) => (await api.get<PhraseList>(path, { token })).phrases
