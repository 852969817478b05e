// How one looks and sounds before entering: mirrored picture, the plate that others will see, a level that moves.
import { Button, Group, Paper, Stack, Text } from '@mantine/core'
import { IconMicrophone, IconMicrophoneOff, IconVideo, IconVideoOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Role } from '../../../shared/kernel/ids.ts'
import { useLocalDevices } from '../media/local-devices.ts'
import { useDevices } from '../session/live-session-context.ts'
import { initials } from '../stage/on-stage.ts'
import stage from '../stage/stage.module.css'
import { TrackVideo } from '../stage/TrackVideo.tsx'
import { DeviceHelp } from './DeviceHelp.tsx'
import styles from './devices.module.css'
import { LevelMeter } from './LevelMeter.tsx'
import { useDeviceSwitches } from './use-device-switches.ts'

interface SelfPreviewProps {
  name: string
  role: Role
  siteName: string | null
}

export function SelfPreview({ name, role, siteName }: SelfPreviewProps) {
  const { t } = useTranslation()
  const devices = useDevices()
  const camera = useLocalDevices(devices, (snapshot) => snapshot.camera)
  const microphone = useLocalDevices(devices, (snapshot) => snapshot.microphone)
  return (
    <Stack component="section" aria-label={t('join.preview')} gap="sm">
      <div className={styles.preview}>
        <div className={stage.tile} data-large>
          {camera.track ? (
            <TrackVideo track={camera.track} isMirrored />
          ) : (
            <span className={stage.avatar} aria-hidden>
              {initials(name)}
            </span>
          )}
          <div className={stage.plate}>
            <span className={stage.name}>{name}</span>
            <span className={stage.office}>{[t(`role.${role}`), siteName].filter(Boolean).join(' · ')}</span>
          </div>
        </div>
      </div>
      <Text fz="sm" c="dimmed">
        {t('join.othersSee')}
      </Text>
      {(microphone.status !== 'off' || camera.status !== 'off') && <Switches />}
      {microphone.track && (
        <Paper withBorder p="sm">
          <LevelMeter track={microphone.track} />
        </Paper>
      )}
      <DeviceHelp />
    </Stack>
  )
}

function Switches() {
  const { t } = useTranslation()
  const { isMicrophoneOn, isCameraOn, toggleMicrophone, toggleCamera } = useDeviceSwitches()
  return (
    <Group grow>
      <Button
        variant="default"
        size="md"
        px="xs"
        aria-pressed={isMicrophoneOn}
        leftSection={isMicrophoneOn ? <IconMicrophone aria-hidden /> : <IconMicrophoneOff aria-hidden />}
        onClick={toggleMicrophone}
      >
        {isMicrophoneOn ? t('hearing.microphoneOn') : t('hearing.microphoneOff')}
      </Button>
      <Button
        variant="default"
        size="md"
        px="xs"
        aria-pressed={isCameraOn}
        leftSection={isCameraOn ? <IconVideo aria-hidden /> : <IconVideoOff aria-hidden />}
        onClick={toggleCamera}
      >
        {isCameraOn ? t('hearing.cameraOn') : t('hearing.cameraOff')}
      </Button>
    </Group>
  )
}
