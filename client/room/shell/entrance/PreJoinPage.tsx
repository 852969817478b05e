// Before entering: who one is for the server, how one looks and sounds, and one large button.
import { Button, Container, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { IconDoorEnter, IconHeadset } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import type { Entrance } from '../../../../shared/wire/hearing/entrance.ts'
import { useFormat } from '../../../base/i18n/format.ts'
import { PageHeader } from '../../../base/ui/PageHeader.tsx'
import { isInAppBrowser } from '../../../live/devices/browser.ts'
import { DeviceSettings } from '../../../live/devices/DeviceSettings.tsx'
import { InAppBrowserHint } from '../../../live/devices/InAppBrowserHint.tsx'
import { SelfPreview } from '../../../live/devices/SelfPreview.tsx'
import { EntranceDoor } from '../../../live/entrance/EntranceDoor.tsx'
import { isFromWaiting } from '../../../live/entrance/from-waiting.ts'
import { useLocalDevices } from '../../../live/media/local-devices.ts'
import { useLiveSession } from '../../../live/session/live-session-context.ts'
import { statusWords } from '../../../live/session/status-words.ts'
import { useSession } from '../../../live/session/store.ts'
import { ReadingBefore, ReadingButton } from '../../reading/ReadingBefore.tsx'
import { useToRead } from '../../reading/use-to-read.ts'
import { EndedPage } from '../ended/EndedPage.tsx'
import { useConnectionWords } from '../use-connection-words.ts'
import styles from './pre-join.module.css'

export function PreJoinPage() {
  return (
    <EntranceDoor shut={(farewell) => <EndedPage farewell={farewell} />}>
      {(entrance) => <Antechamber entrance={entrance} />}
    </EntranceDoor>
  )
}

function Antechamber({ entrance }: { entrance: Entrance }) {
  const { t } = useTranslation()
  const { session, role } = entrance
  const reading = useToRead()
  useEffect(() => {
    document.title = `${t('join.enter')} – ${session.title}`
  }, [t, session.title])
  return (
    <>
      <PageHeader />
      <Container component="main" size="lg" py="lg" className={styles.underEnter}>
        <Stack gap="lg">
          {isInAppBrowser(navigator.userAgent) && <InAppBrowserHint />}
          <SessionHeading {...session} isCitizen={role === 'citizen'} />
          <SimpleGrid cols={{ base: 1, md: role === 'observer' ? 1 : 2 }} spacing="xl">
            {role !== 'observer' && (
              <Stack gap="lg">
                <SelfPreview name={entrance.name} siteName={entrance.siteName} role={role} />
                <ReadingBefore reading={reading} />
              </Stack>
            )}
            <Stack gap="lg">
              <Identity entrance={entrance} />
              <EnterButtons mayShow={role !== 'observer'} />
              <ReadingButton reading={reading} />
              <CheckButton />
              {role !== 'observer' && <DeviceSettings />}
            </Stack>
          </SimpleGrid>
        </Stack>
      </Container>
    </>
  )
}

function SessionHeading({ title, kind, scheduledAt, status, isCitizen }: Entrance['session'] & { isCitizen: boolean }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Stack gap={4}>
      <Text c="dimmed" tt="uppercase" fz="sm" fw={600}>
        {t(`sessionKind.${kind}`)}
      </Text>
      <Title order={1} fz={{ base: 'h4', sm: 'h2' }}>
        {title}
      </Title>
      <Text>
        {format.dateTime(scheduledAt)} · {t(statusWords({ kind, status }, isCitizen))}
      </Text>
    </Stack>
  )
}

function Identity({ entrance: { name, title, role, siteName } }: { entrance: Entrance }) {
  const { t } = useTranslation()
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="identity">
      <Text id="identity" c="dimmed" fz="sm">
        {t('join.youAre')}
      </Text>
      <Text fw={600} fz="xl">
        {name}
      </Text>
      {title && <Text>{title}</Text>}
      <Text>{[t(`role.${role}`), siteName].filter(Boolean).join(' · ')}</Text>
      <Text c="dimmed" fz="sm" mt="xs">
        {t('join.verifiedByAgency')}
      </Text>
    </Paper>
  )
}

/** One thing to do at a time: first the devices, then the door. */
function EnterButtons({ mayShow }: { mayShow: boolean }) {
  const { t } = useTranslation()
  const live = useLiveSession()
  const isConnecting = useSession(({ phase }) => phase === 'connecting')
  const connectionWords = useConnectionWords()
  const isAsking = useLocalDevices(
    live.devices,
    ({ microphone, camera }) => microphone.status === 'starting' || camera.status === 'starting',
  )
  const hasAsked = useLocalDevices(
    live.devices,
    ({ microphone, camera }) => microphone.status !== 'off' || camera.status !== 'off',
  )
  const [isDeclined, setDeclined] = useState(false)
  useStartWhenAllowed(mayShow)
  useEnterWhenCalled()
  if (mayShow && !hasAsked && !isDeclined)
    return (
      <div className={styles.enter}>
        <Button size="xl" onClick={() => void live.devices.startBoth()}>
          {t('join.allowDevices')}
        </Button>
        <Text fz="sm">{t('join.allowDevicesWhy')}</Text>
        <Button variant="subtle" onClick={() => setDeclined(true)}>
          {t('join.withoutDevices')}
        </Button>
      </div>
    )
  return (
    <div className={styles.enter}>
      <Button
        size="xl"
        leftSection={<IconDoorEnter aria-hidden />}
        loading={isConnecting}
        disabled={isAsking}
        onClick={() => void live.enter()}
      >
        {t('join.enter')}
      </Button>
      <Text role="status" fz="sm">
        {isAsking ? t('join.answerBrowser') : isConnecting ? (connectionWords?.problem ?? t('join.connecting')) : ''}
      </Text>
    </div>
  )
}

function CheckButton() {
  const { t } = useTranslation()
  const { token } = useLiveSession()
  return (
    <Button
      component={Link}
      to={{ pathname: '/check', hash: token }}
      variant="light"
      size="md"
      leftSection={<IconHeadset aria-hidden />}
    >
      {t('check.title')}
    </Button>
  )
}

/** The button of the waiting page was the button to enter. */
function useEnterWhenCalled() {
  const live = useLiveSession()
  const isCalled = isFromWaiting(useLocation().state)
  useEffect(() => {
    if (!isCalled) return
    let isCurrent = true
    void live.devices.startBoth().then(() => {
      if (isCurrent) void live.enter()
    })
    return () => {
      isCurrent = false
    }
  }, [isCalled, live])
}

/** Those who have allowed this page before are not asked to press a button for it again. */
function useStartWhenAllowed(mayShow: boolean) {
  const { devices } = useLiveSession()
  useEffect(() => {
    if (!mayShow) return
    let isCurrent = true
    void isAllowedAlready().then((isAllowed) => {
      if (isCurrent && isAllowed) void devices.startBoth()
    })
    return () => {
      isCurrent = false
    }
  }, [mayShow, devices])
}

async function isAllowedAlready(): Promise<boolean> {
  try {
    const states = await Promise.all(
      (['camera', 'microphone'] as const).map((name) => navigator.permissions.query({ name })),
    )
    return states.every(({ state }) => state === 'granted')
  } catch {
    // Some browsers cannot tell: the person presses the button.
    return false
  }
}
