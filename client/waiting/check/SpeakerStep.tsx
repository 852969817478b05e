import { Button, Stack, Text } from '@mantine/core'
import { IconVolume } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DeviceSelect } from '../../live/devices/DeviceSelect.tsx'
import { useLocalDevices } from '../../live/media/local-devices.ts'
import { playChime } from '../../live/media/microphone-level.ts'
import { useLiveSession } from '../../live/session/live-session-context.ts'
import { Answers, SkipButton, StepFrame, type StepProps } from './StepFrame.tsx'

export function SpeakerStep({ place, onDone }: StepProps) {
  const { t } = useTranslation()
  const { devices } = useLiveSession()
  const speakerId = useLocalDevices(devices, ({ preferences }) => preferences.speakerId)
  const [hasPlayed, setPlayed] = useState(false)
  function play() {
    setPlayed(true)
    void playChime(speakerId)
  }
  return (
    <StepFrame place={place} title={t('check.speaker.title')}>
      <Text fz="lg">{t('check.speaker.how')}</Text>
      <Button
        size="xl"
        variant={hasPlayed ? 'light' : 'filled'}
        leftSection={<IconVolume aria-hidden />}
        onClick={play}
      >
        {t(hasPlayed ? 'check.speaker.again' : 'check.speaker.play')}
      </Button>
      <DeviceSelect
        kind="audiooutput"
        label={t('media.speaker')}
        value={speakerId}
        onChange={(id) => devices.prefer({ speakerId: id })}
      />
      <Stack gap="sm">
        {hasPlayed && <Answers yes={t('check.speaker.yes')} no={t('check.speaker.no')} onAnswer={onDone} />}
        <SkipButton onSkip={() => onDone('skipped')} />
      </Stack>
    </StepFrame>
  )
}
