// The hand: ask for the floor, take the request back, give the floor back. One button, whichever applies.
import { IconHandOff, IconHandStop } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { usePermission } from '../../../live/session/permissions.ts'
import { useRole } from '../../../live/session/selectors.ts'
import { useSession } from '../../../live/session/store.ts'
import { useCommand } from '../../../live/session/use-command.ts'
import { ToolbarButton } from '../../frame/ToolbarButton.tsx'

interface Hand {
  readonly state: 'down' | 'raised' | 'speaking'
  /** Place in the list of speakers, from 1. */
  readonly place: number
  readonly isPending: boolean
  act(): void
}

/** null: this person asks nobody: observers may not, chair and secretary need not, nobody need where all are heard. */
export function useHand(): Hand | null {
  const role = useRole()
  const mayAsk = usePermission('floor.request')
  const isByTurns = useSession(({ state }) => state?.floor.isByTurns ?? false)
  const place = useSession(
    ({ state, me }) =>
      1 + (state?.floor.requests.findIndex(({ participantId }) => participantId === me?.participantId) ?? -1),
  )
  const isHolder = useSession(
    ({ state, me }) => state?.floor.holder != null && state.floor.holder.participantId === me?.participantId,
  )
  const request = useCommand('floor.request')
  const withdraw = useCommand('floor.withdraw')
  const release = useCommand('floor.release')
  if (!mayAsk || !isByTurns || role === 'chair' || role === 'secretary') return null
  const state = isHolder ? 'speaking' : place > 0 ? 'raised' : 'down'
  return {
    state,
    place,
    isPending: request.isPending || withdraw.isPending || release.isPending,
    act() {
      if (state === 'down') void request({ purpose: 'speak' })
      else if (state === 'raised') void withdraw({})
      else void release({})
    },
  }
}

export function HandButton({ hand }: { hand: Hand | null }) {
  const { t } = useTranslation()
  if (!hand) return null
  const { state, place, isPending, act } = hand
  const label = {
    down: t('hearing.raiseHand'),
    raised: t('hearing.lowerHand', { place }),
    speaking: t('hearing.releaseShort'),
  }[state]
  return (
    <ToolbarButton
      icon={state === 'down' ? IconHandStop : IconHandOff}
      label={label}
      {...(state !== 'down' && { tone: 'raised' as const })}
      isPending={isPending}
      shortcut="H"
      onClick={act}
    />
  )
}
