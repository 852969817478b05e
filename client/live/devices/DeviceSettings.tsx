// Which microphone, camera and loudspeaker; remembered on this browser. Used before and in the hearing.
import { Button, Group, Stack, Switch } from '@mantine/core'
import { IconVolume } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useLocalDevices } from '../media/local-devices.ts'
import { playChime } from '../media/microphone-level.ts'
import { useLiveSession } from '../session/live-session-context.ts'
import { DeviceSelect } from './DeviceSelect.tsx'

export function DeviceSettings() {
  const { t } = useTranslation()
  const { devices } = useLiveSession()
  const { microphoneId, cameraId, speakerId, isSharp } = useLocalDevices(devices, ({ preferences }) => preferences)
  return (
    <Stack gap="sm">
      <DeviceSelect
        kind="audioinput"
        label={t('media.microphone')}
        value={microphoneId}
        onChange={(id) => void devices.choose('microphone', id)}
      />
      <DeviceSelect
        kind="videoinput"
        label={t('media.camera')}
        value={cameraId}
        onChange={(id) => void devices.choose('camera', id)}
      />
      <DeviceSelect
        kind="audiooutput"
        label={t('media.speaker')}
        value={speakerId}
        onChange={(id) => devices.prefer({ speakerId: id })}
      />
      <Group justify="space-between">
        <Button variant="default" leftSection={<IconVolume aria-hidden />} onClick={() => void playChime(speakerId)}>
          {t('media.testSpeaker')}
        </Button>
        <Switch
          label={t('media.sharpPicture')}
          checked={isSharp}
          onChange={({ currentTarget }) => void devices.setSharpPicture(currentTarget.checked)}
        />
      </Group>
    </Stack>
  )
}
