// Camera and microphone, tried while one waits: nobody sees or hears it, and the browser’s question is answered before the call.
import { Button, Stack, Text, Title, VisuallyHidden } from '@mantine/core'
import { IconVideo } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TicketView } from '../../../shared/wire/reception/reception.ts'
import { isInAppBrowser } from '../../live/devices/browser.ts'
import { SelfPreview } from '../../live/devices/SelfPreview.tsx'
import { LocalDevices, useLocalDevices } from '../../live/media/local-devices.ts'
import { DevicesContext } from '../../live/session/live-session-context.ts'
import { CallMe } from './CallMe.tsx'
import { RulesText, type RulesToAccept } from './HouseRules.tsx'
import classes from './wait.module.css'

/** A browser inside another app may never answer the question for a camera. */
const inAppPatienceMs = 4000

interface DeviceTrialProps {
  readonly view: TicketView
  readonly token: string
  /** Agreed to by the same tap that asks for the devices; null: done. */
  readonly toAccept: RulesToAccept | null
}

export function DeviceTrial(props: DeviceTrialProps) {
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
      <Trial devices={devices} {...props} />
    </DevicesContext>
  )
}

function Trial({ devices, view, token, toAccept }: DeviceTrialProps & { devices: LocalDevices }) {
  const { t } = useTranslation()
  const hasBegun = useLocalDevices(devices, ({ camera, microphone }) => [camera, microphone].some(isTried))
  const hasPicture = useLocalDevices(devices, ({ camera }) => isOn(camera))
  const hasSound = useLocalDevices(devices, ({ microphone }) => isOn(microphone))
  const hasNothing = useLocalDevices(devices, ({ camera, microphone }) => [camera, microphone].every(hasFailed))
  const title = !hasSound ? 'waiting.device' : hasPicture ? 'waiting.device.done' : 'waiting.device.soundOnly'
  const begin = () => {
    void toAccept?.accept()
    void devices.startBoth()
  }
  return (
    <section aria-labelledby="device-trial">
      <Stack gap="sm">
        {hasBegun || !toAccept ? (
          <Title order={2} fz="h4" id="device-trial">
            {t(title)}
          </Title>
        ) : (
          <VisuallyHidden id="device-trial">{t(title)}</VisuallyHidden>
        )}
        {hasBegun ? (
          <>
            <SelfPreview {...citizen} name={t('waiting.name', { number: view.number })} />
            {hasNothing && <CallMe token={token} hasAsked={view.hasAskedForCall} isNamed={view.isNamed} />}
          </>
        ) : (
          <>
            {toAccept && <RulesText toAccept={toAccept} />}
            <Text>{t(toAccept ? 'waiting.rules.then' : 'waiting.device.why')}</Text>
            <Button
              size="xl"
              className={classes.enter}
              disabled={toAccept !== null && toAccept.rules === null}
              leftSection={<IconVideo aria-hidden />}
              onClick={begin}
            >
              {t(toAccept ? 'waiting.rules.accept' : 'waiting.device')}
            </Button>
          </>
        )}
      </Stack>
    </section>
  )
}

const citizen = { role: 'citizen', siteName: null } as const
const isTried = ({ status }: { status: string }): boolean => status !== 'off'
const hasFailed = ({ status }: { status: string }): boolean => status === 'failed'
const isOn = ({ status }: { status: string }): boolean => status === 'on'
