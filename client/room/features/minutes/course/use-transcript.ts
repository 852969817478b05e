// The transcript of this session, for those who keep the minutes: asked for again when a line is finished.

import { useCallback, useEffect, useRef, useState } from 'react'
import type { Transcript } from '../../../../../shared/wire/hearing/captions.ts'
import { transcriptApi } from '../../../../../shared/wire/hearing/transcript-api.ts'
import { call, download } from '../../../../base/api.ts'
import { useLiveSession } from '../../../../live/session/live-session-context.ts'
import { useSession } from '../../../../live/session/store.ts'

const leastIntervalMs = 1500

export interface TranscriptQuery {
  /** null: not there yet. */
  readonly transcript: Transcript | null
  readonly hasFailed: boolean
  /** Throws ApiError. */
  erase(): Promise<void>
  /** Throws ApiError. */
  download(extension: 'txt' | 'vtt'): Promise<void>
}

export function useTranscript(): TranscriptQuery {
  const { token } = useLiveSession()
  const sessionId = useSession(({ state }) => state?.session.sessionId ?? null)
  const lastLine = useSession(({ live }) => live.captions.lines.at(-1)?.lineId)
  const [query, setQuery] = useState<Pick<TranscriptQuery, 'transcript' | 'hasFailed'>>({
    transcript: null,
    hasFailed: false,
  })
  const [round, setRound] = useState(0)
  const askedAt = useRef(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: each finished line is one more to ask for
  useEffect(() => {
    if (sessionId === null) return
    let isOver = false
    const ask = () => {
      askedAt.current = Date.now()
      call(transcriptApi.read, { params: { sessionId } }, { token }).then(
        (transcript) => isOver || setQuery({ transcript, hasFailed: false }),
        () => isOver || setQuery((last) => ({ ...last, hasFailed: true })),
      )
    }
    const timer = setTimeout(ask, Math.max(0, askedAt.current + leastIntervalMs - Date.now()))
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [sessionId, token, lastLine, round])

  return {
    ...query,
    erase: useCallback(async () => {
      if (sessionId !== null) await call(transcriptApi.erase, { params: { sessionId } }, { token })
      askedAt.current = 0
      setRound((count) => count + 1)
    }, [sessionId, token]),
    download: async (extension) => {
      const fallbackName = `transcript.${extension}`
      if (sessionId !== null)
        await download(transcriptApi[extension], { params: { sessionId } }, { token, fallbackName })
    },
  }
}
