// Finished lines on their way: one after the other, each until it has arrived. Words on the way are told of the moment, and lost
// without harm: the next ones hold them.
import { notifications } from '@mantine/notifications'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaptionLine } from '../../../../shared/wire/hearing/captions.ts'
import { rejectionText } from '../../../base/i18n/index.ts'
import { useLiveSession } from '../../../live/session/live-session-context.ts'
import { isPassing } from './caption-draft.ts'

const againMs = 2000

/** `refused` gets a line back that can not be sent as it is. */
export function useCaptionLines(refused: (line: CaptionLine) => void) {
  const { t } = useTranslation()
  const live = useLiveSession()
  const [unsent, setUnsent] = useState<readonly CaptionLine[]>([])
  const [attempt, setAttempt] = useState(0)
  const giveBack = useRef(refused)
  giveBack.current = refused
  const first = unsent[0]

  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` sends the same line again
  useEffect(() => {
    if (!first) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let isOver = false
    void live.captionLine(first).then((reply) => {
      if (isOver) return
      if (!reply.ok && isPassing(reply.rejection.code)) {
        timer = setTimeout(() => setAttempt((count) => count + 1), againMs)
        return
      }
      setUnsent((lines) => lines.filter(({ lineId }) => lineId !== first.lineId))
      if (reply.ok) return
      notifications.show({ id: 'captions.refused', color: 'red', message: rejectionText(t, reply.rejection) })
      giveBack.current(first)
    })
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [first, attempt, live, t])

  return {
    waiting: unsent.length,
    send: useCallback((line: CaptionLine) => setUnsent((lines) => [...lines, line]), []),
  }
}
