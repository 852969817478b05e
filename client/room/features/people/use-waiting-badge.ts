import { useEffect, useRef } from 'react'
import { isKnockDue, playKnock } from '../../../base/ui/chime.ts'
import { useWaiting } from './use-people.ts'

/** The number of those who wait. The page asks for it while the panel is closed too, so the knock is heard from here. */
export function useWaitingBadge(): number {
  const waiting = useWaiting()
  const known = useRef<{ ids: ReadonlySet<string>; lastAt: number }>({ ids: new Set(), lastAt: -Infinity })
  useEffect(() => {
    const ids = waiting.map(({ participant }) => participant.participantId)
    const { lastAt, ids: before } = known.current
    const now = performance.now()
    const isDue = isKnockDue(before, ids, { lastAt, now })
    if (isDue) playKnock()
    known.current = { ids: new Set(ids), lastAt: isDue ? now : lastAt }
  }, [waiting])
  return waiting.length
}
