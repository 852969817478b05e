// Beginning and ceasing to interpret, and the microphone that goes with it: on with the first word, off with the last, so
// that nobody is heard on the floor who thinks they speak into their channel.
import { notifications } from '@mantine/notifications'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../../../shared/kernel/ids.ts'
import { useIsInterpreter } from '../../../live/session/interpreter.ts'
import { useLiveSession } from '../../../live/session/live-session-context.ts'
import { useRole } from '../../../live/session/selectors.ts'
import { useCommand } from '../../../live/session/use-command.ts'

export function useInterpreting(live: Language | null) {
  const { t } = useTranslation()
  const { devices } = useLiveSession()
  const start = useCommand('interpretation.start')
  const stop = useCommand('interpretation.stop')
  const isLive = live !== null
  const wasLive = useRef(isLive)
  const isOnlyInterpreter = useRole() === 'observer'
  const isInterpreter = useIsInterpreter()

  useEffect(() => {
    const hasCeased = wasLive.current && !isLive
    wasLive.current = isLive
    if (!hasCeased) return
    devices.setMuted(true)
    notifications.show({ id: 'interpreting', message: t('hearing.interpretEnded') })
  }, [isLive, devices, t])

  // An observer has no other use for a microphone.
  useEffect(() => {
    if (isOnlyInterpreter && !isInterpreter) devices.stop('microphone')
  }, [isOnlyInterpreter, isInterpreter, devices])

  async function unmute() {
    if (devices.store.getState().microphone.status !== 'on') await devices.start('microphone')
    devices.setMuted(false)
  }

  return {
    isPending: start.isPending || stop.isPending,
    unmute,
    async begin(language: Language): Promise<void> {
      // Only then: until it is begun, who may always speak would be heard on the floor.
      if ((await start({ language })).ok) await unmute()
    },
    async end(): Promise<void> {
      devices.setMuted(true)
      await stop({})
    },
  }
}
