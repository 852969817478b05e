// A camera or microphone that does not come: why, and what to do about it in this browser.
import { Alert, Button, List, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useCallback, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { type DeviceKind, type DeviceProblem, useLocalDevices } from '../media/local-devices.ts'
import { useDevices } from '../session/live-session-context.ts'
import { browserOf } from './browser.ts'
import { useMendsItself } from './use-mends-itself.ts'
import { WhereToTap } from './WhereToTap.tsx'

export function DeviceHelp() {
  const devices = useDevices()
  const microphone = useLocalDevices(devices, (snapshot) => snapshot.microphone)
  const camera = useLocalDevices(devices, (snapshot) => snapshot.camera)
  const isSameProblem = microphone.problem === camera.problem
  return (
    <Stack gap="sm">
      {microphone.problem && (
        <Problem kinds={isSameProblem ? ['microphone', 'camera'] : ['microphone']} problem={microphone.problem} />
      )}
      {camera.problem && !isSameProblem && <Problem kinds={['camera']} problem={camera.problem} />}
      {(microphone.isInterrupted || camera.isInterrupted) && <Interrupted />}
    </Stack>
  )
}

function Problem({ kinds, problem }: { kinds: readonly DeviceKind[]; problem: DeviceProblem }) {
  const { t } = useTranslation()
  const devices = useDevices()
  const what = kinds.length > 1 ? t('media.both') : t(kinds[0] === 'camera' ? 'media.camera' : 'media.microphone')
  const alert = useRef<HTMLDivElement>(null)
  // On a phone the button that was pressed may hide what came of it.
  useEffect(() => {
    // Newer browsers answer with a promise, which is no way to clean up.
    void alert.current?.scrollIntoView({ block: 'center' })
  }, [])
  const isBoth = kinds.length > 1
  const kind = kinds[0] ?? 'microphone'
  const tryAgain = useCallback(() => (isBoth ? devices.startBoth() : devices.start(kind)), [isBoth, kind, devices])
  useMendsItself(problem, kind, tryAgain)
  return (
    <Alert
      ref={alert}
      color="yellow"
      role="alert"
      icon={<IconAlertTriangle aria-hidden />}
      title={t(`media.problem.${problem}`, { what })}
    >
      <Stack gap="xs" align="flex-start">
        {problem === 'denied' ? <HowToAllow /> : <Text>{t(`media.advice.${problem}`)}</Text>}
        <Button variant="default" onClick={() => void tryAgain()}>
          {t('join.tryAgain')}
        </Button>
        <Text fz="sm">{t('media.mayEnterAnyway')}</Text>
      </Stack>
    </Alert>
  )
}

function HowToAllow() {
  const { t } = useTranslation()
  const steps = t(`media.allow.${browserOf(navigator.userAgent)}`).split('\n')
  return (
    <>
      <WhereToTap browser={browserOf(navigator.userAgent)} />
      <List type="ordered" spacing={4}>
        {steps.map((step) => (
          <List.Item key={step}>{step}</List.Item>
        ))}
      </List>
    </>
  )
}

function Interrupted() {
  const { t } = useTranslation()
  return (
    <Alert color="yellow" icon={<IconAlertTriangle aria-hidden />}>
      {t('media.heldBySystem')}
    </Alert>
  )
}
