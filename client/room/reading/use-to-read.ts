// What the holder of the link is to read before the session, for pages that are not in the room.

import { useCallback, useEffect, useState } from 'react'
import type { DelegateId, DocumentId } from '../../../shared/kernel/ids.ts'
import type { ToRead } from '../../../shared/wire/papers/documents.ts'
import { readingApi } from '../../../shared/wire/papers/reading-api.ts'
import { call } from '../../base/api.ts'
import { useLiveSession } from '../../live/session/live-session-context.ts'

/** Documents are still handed in while people wait. */
const refreshMs = 60_000

interface ReadingBefore {
  /** null: not known yet. */
  readonly toRead: ToRead | null
  readonly hasFailed: boolean
  readonly refresh: () => void
  /** Throws ApiError. */
  readonly acknowledge: (documentId: DocumentId, delegateIds: DelegateId[]) => Promise<void>
}

export function useToRead(): ReadingBefore {
  const { token } = useLiveSession()
  const [toRead, setToRead] = useState<ToRead | null>(null)
  const [hasFailed, setFailed] = useState(false)
  const refresh = useCallback(() => {
    call(readingApi.read, {}, { token }).then(
      (answer) => {
        setToRead(answer)
        setFailed(false)
      },
      () => setFailed(true),
    )
  }, [token])
  useEffect(() => {
    const whenSeen = () => document.visibilityState === 'visible' && refresh()
    refresh()
    const timer = setInterval(whenSeen, refreshMs)
    document.addEventListener('visibilitychange', whenSeen)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', whenSeen)
    }
  }, [refresh])
  const acknowledge = async (documentId: DocumentId, delegateIds: DelegateId[]) =>
    setToRead(await call(readingApi.acknowledge, { params: { documentId }, body: { delegateIds } }, { token }))
  return { toRead, hasFailed, refresh, acknowledge }
}
