// Camera and microphone, tried while one waits: nobody sees or hears it, and the browser’s question is answered before the call.
import { Button, Stack, Text, Title } from '@mantine/core'
import { IconVideo } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LocalDevices, useLocalDevices } from '../../media/local-devices.ts'
import { DevicesContext } from '../../session/live-session-context.ts'
import { isInAppBrowser } from '../join/browser.ts'
import { SelfPreview } from '../join/SelfPreview.tsx'

/** A browser inside another app may never answer the question for a camera. */
const inAppPatienceMs = 4000

export function DeviceTrial({ number }: { number: string }) {
  const [devices] = useState(
    () =>
      new LocalDevices({
        mediaDevices: navigator.mediaDevices,
        patienceMs: isInAppBrowser(navigator.userAgent) ? inAppPatienceMs : null,
      }),
  )
  useEffect(() => () => devices.stopAll(), [devices])
  return (
    <DevicesContext value={devices}>
      <Trial devices={devices} number={number} />
    </DevicesContext>
  )
}

function Trial({ devices, number }: { devices: LocalDevices; number: string }) {
  const { t } = useTranslation()
  const hasBegun = useLocalDevices(devices, ({ camera, microphone }) => [camera, microphone].some(isTried))
  const isReady = useLocalDevices(devices, ({ camera, microphone }) => [camera, microphone].every(isOn))
  return (
    <section aria-labelledby="device-trial">
      <Stack gap="sm">
        <Title order={2} fz="h4" id="device-trial">
          {t(isReady ? 'waiting.device.done' : 'waiting.device')}
        </Title>
        {hasBegun ? (
          <SelfPreview {...citizen} name={t('waiting.name', { number })} />
        ) : (
          <>
            <Text>{t('waiting.device.why')}</Text>
            <Button size="lg" leftSection={<IconVideo aria-hidden />} onClick={() => void devices.startBoth()}>
              {t('waiting.device')}
            </Button>
          </>
        )}
      </Stack>
    </section>
  )
}

const citizen = { role: 'citizen', siteName: null } as const
const isTried = ({ status }: { status: string }): boolean => status !== 'off'
const isOn = ({ status }: { status: string }): boolean => status === 'on'
