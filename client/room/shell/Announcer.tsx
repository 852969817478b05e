// Says to a screen reader what the eye sees by itself: arrivals politely, the own turn at once.
import { VisuallyHidden } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ParticipantId } from '../../../shared/kernel/ids.ts'
import { leftOnClock } from '../../../shared/modules/floor/speaking-time.ts'
import { useServerNow } from '../../live/session/selectors.ts'
import { useSession } from '../../live/session/store.ts'
import { useArrivals } from '../features/people/use-arrivals.ts'
import { useChairChange } from '../features/session/chair/use-chair-change.ts'
import { useLatestReaction } from '../features/session/reactions/Reactions.tsx'

export function Announcer() {
  return (
    <VisuallyHidden>
      <p aria-live="polite">{useArrivals()}</p>
      <p aria-live="polite">{useLatestReaction()}</p>
      <p aria-live="polite">{useChairChange()?.words}</p>
      <p aria-live="assertive">{useOwnTurn()}</p>
    </VisuallyHidden>
  )
}

const countdownSeconds = [60, 30, 10]

function useOwnTurn(): string {
  const { t } = useTranslation()
  const holder = useSession(({ state, me }) => mine(state?.floor.holder ?? null, me?.participantId))
  const [hasHeld, setHasHeld] = useState(false)
  useEffect(() => {
    if (holder) setHasHeld(true)
  }, [holder])
  const now = useServerNow(1000)
  if (!holder) return hasHeld ? t('hearing.floorOver') : ''
  const left = leftOnClock(holder, now)
  if (left === null) return t('hearing.floorIsYours')
  const secondsLeft = left / 1000
  const mark = countdownSeconds.findLast((seconds) => secondsLeft <= seconds)
  return mark === undefined ? t('hearing.floorIsYours') : t('hearing.secondsLeft', { count: mark })
}

const mine = <Holder extends { participantId: ParticipantId }>(holder: Holder | null, me: ParticipantId | undefined) =>
  holder?.participantId === me ? holder : null
