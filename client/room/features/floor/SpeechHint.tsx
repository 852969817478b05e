// Somebody speaks and nobody hears it: muted, or without the floor. Said at most once a minute, with the way out.
import { Button, CloseButton, Paper, Text } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocalDevices } from '../../../live/media/local-devices.ts'
import { createSpeechDetector, watchLevel } from '../../../live/media/microphone-level.ts'
import { useLiveSession } from '../../../live/session/live-session-context.ts'
import { usePermission } from '../../../live/session/permissions.ts'
import { useSession } from '../../../live/session/store.ts'
import { useCommand } from '../../../live/session/use-command.ts'
import styles from './speech-hint.module.css'
import { useWhyUnheard } from './use-why-unheard.ts'

const atMostEveryMs = 60_000
const shownForMs = 12_000

export function SpeechHint() {
  const { t } = useTranslation()
  const { devices } = useLiveSession()
  const track = useLocalDevices(devices, ({ microphone }) => microphone.track)
  const isMuted = useLocalDevices(devices, (snapshot) => snapshot.isMuted)
  const whyUnheard = useWhyUnheard()
  const mayBeHeard = whyUnheard === null
  const isOpen = useSession(({ state }) => state?.session.status === 'open')
  const hasAsked = useSession(({ state, me }) =>
    (state?.floor.requests ?? []).some(({ participantId }) => participantId === me?.participantId),
  )
  const isLocked = useSession(({ state }) => state?.floor.isLocked ?? false)
  const mayAsk = usePermission('floor.request') && isOpen && !isLocked && !hasAsked && whyUnheard === 'turn'
  const request = useCommand('floor.request')
  const isUnheard = track !== null && (mayBeHeard ? isMuted : mayAsk)
  const [isShown, setShown] = useSpeechUnheard(isUnheard ? track : null)
  if (!isShown || !isUnheard) return null
  return (
    <Paper className={styles.hint} withBorder shadow="md" role="status">
      <Text fw={600}>{mayBeHeard ? t('hearing.youAreMuted') : t('hearing.youHaveNoFloor')}</Text>
      {mayBeHeard ? (
        <Button onClick={() => devices.setMuted(false)}>{t('hearing.unmute')}</Button>
      ) : (
        <Button loading={request.isPending} onClick={() => void request({ purpose: 'speak' })}>
          {t('hearing.raiseHand')}
        </Button>
      )}
      <CloseButton size="lg" aria-label={t('hearing.closeHint')} onClick={() => setShown(false)} />
    </Paper>
  )
}

function useSpeechUnheard(track: MediaStreamTrack | null): [boolean, (isShown: boolean) => void] {
  const [isShown, setShown] = useState(false)
  const lastShownAt = useRef(-Infinity)
  useEffect(() => {
    if (!track) return
    const detect = createSpeechDetector(() => {
      if (performance.now() - lastShownAt.current < atMostEveryMs) return
      lastShownAt.current = performance.now()
      setShown(true)
    })
    return watchLevel(track, detect)
  }, [track])
  useEffect(() => {
    if (!isShown) return
    const timer = setTimeout(() => setShown(false), shownForMs)
    return () => clearTimeout(timer)
  }, [isShown])
  return [isShown, setShown]
}
