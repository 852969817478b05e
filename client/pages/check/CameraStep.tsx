import { Button, Loader, Stack, Text } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocalDevices } from '../../media/local-devices.ts'
import { useLiveSession } from '../../session/live-session-context.ts'
import stage from '../../stage/stage.module.css'
import { TrackVideo } from '../../stage/TrackVideo.tsx'
import { DeviceHelp } from '../join/DeviceHelp.tsx'
import { DeviceSelect } from '../join/DeviceSelect.tsx'
import styles from '../join/join.module.css'
import { Answers, SkipButton, StepFrame, type StepProps } from './StepFrame.tsx'

export function CameraStep({ place, onDone }: StepProps) {
  const { t } = useTranslation()
  const { devices } = useLiveSession()
  const { status, track } = useLocalDevices(devices, ({ camera }) => camera)
  const cameraId = useLocalDevices(devices, ({ preferences }) => preferences.cameraId)
  useEffect(() => {
    void devices.start('camera')
    return () => devices.stop('camera')
  }, [devices])
  return (
    <StepFrame place={place} title={t('check.camera.title')}>
      {status === 'starting' && (
        <Text role="status">
          <Loader size="xs" mr="xs" aria-hidden />
          {t('join.answerBrowser')}
        </Text>
      )}
      {track && (
        <div className={styles.preview}>
          <div className={stage.tile} data-large>
            <TrackVideo track={track} isMirrored />
          </div>
        </div>
      )}
      <DeviceHelp />
      <DeviceSelect
        kind="videoinput"
        label={t('media.camera')}
        value={cameraId}
        onChange={(id) => void devices.choose('camera', id)}
      />
      <Stack gap="sm">
        {track && <Answers yes={t('check.camera.yes')} no={t('check.camera.no')} onAnswer={onDone} />}
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
