// Camera and microphone are asked for, chosen and tried in the same way; what is shown of them and asked about it differs.
import { Button, Loader, Stack, Text } from '@mantine/core'
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { DeviceHelp } from '../../live/devices/DeviceHelp.tsx'
import { DeviceSelect } from '../../live/devices/DeviceSelect.tsx'
import { type DeviceKind, useLocalDevices } from '../../live/media/local-devices.ts'
import { useLiveSession } from '../../live/session/live-session-context.ts'
import { SkipButton, StepFrame, type StepProps } from './StepFrame.tsx'

interface DeviceStepProps extends StepProps {
  readonly device: DeviceKind
  readonly preview: (track: MediaStreamTrack) => ReactNode
  readonly answers: (track: MediaStreamTrack) => ReactNode
}

const kinds = { camera: 'videoinput', microphone: 'audioinput' } as const

export function DeviceStep({ device, preview, answers, place, onDone }: DeviceStepProps) {
  const { t } = useTranslation()
  const { devices } = useLiveSession()
  const { status, track } = useLocalDevices(devices, (snapshot) => snapshot[device])
  const chosenId = useLocalDevices(devices, ({ preferences }) => preferences[`${device}Id`])
  useEffect(() => {
    void devices.start(device)
    return () => devices.stop(device)
  }, [devices, device])
  return (
    <StepFrame place={place} title={t(`check.${device}.title`)}>
      {status === 'starting' && (
        <Text role="status">
          <Loader size="xs" mr="xs" aria-hidden />
          {t('join.answerBrowser')}
        </Text>
      )}
      {track && preview(track)}
      <DeviceHelp />
      <DeviceSelect
        kind={kinds[device]}
        label={t(`media.${device}`)}
        value={chosenId}
        onChange={(id) => void devices.choose(device, id)}
      />
      <Stack gap="sm">
        {track && answers(track)}
        {status === 'failed' && (
          <Button size="lg" variant="default" onClick={() => onDone('fails')}>
            {t('check.goOn')}
          </Button>
        )}
        <SkipButton onSkip={() => onDone('skipped')} />
      </Stack>
    </StepFrame>
  )
}
