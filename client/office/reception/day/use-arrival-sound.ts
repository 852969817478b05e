// A quiet knock when somebody takes a number for a queue of one’s desk; a bus full of people knocks once.
import { useEffect, useRef } from 'react'
import { isKnockDue, playKnock } from '../../../base/ui/chime.ts'

export function useArrivalSound(waiting: readonly string[], isOn: boolean): void {
  const known = useRef<{ ids: ReadonlySet<string>; lastAt: number } | null>(null)
  useEffect(() => {
    const now = performance.now()
    // Who waits already when the page opens has not just come.
    const { ids, lastAt } = known.current ?? { ids: new Set(waiting), lastAt: -Infinity }
    const isDue = isOn && isKnockDue(ids, waiting, { lastAt, now })
    if (isDue) playKnock()
    known.current = { ids: new Set(waiting), lastAt: isDue ? now : lastAt }
  }, [waiting, isOn])
}
