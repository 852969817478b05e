// When the time and the grace of this person's speech are over and the rules say so, the own microphone is switched off. It can be
// switched on again: a sentence may be finished, and the chair decides.
import { notifications } from '@mantine/notifications'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useLiveSession } from '../../../live/session/live-session-context.ts'
import { useSession } from '../../../live/session/store.ts'

export function useSoftMute(): void {
  const { t } = useTranslation()
  const { devices } = useLiveSession()
  const isOverrun = useSession(
    ({ state, me }) => state?.floor.holder?.participantId === me?.participantId && !!state?.floor.holder?.isOverrun,
  )
  useEffect(() => {
    if (!isOverrun) return
    devices.setMuted(true)
    notifications.show({ id: 'soft-mute', color: 'yellow', message: t('hearing.softMuted'), autoClose: 15_000 })
  }, [isOverrun, devices, t])
}
