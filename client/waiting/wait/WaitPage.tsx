// The waiting page of a reception day, opened by the link or the QR code of a ticket: the number, how long still, what staff
// write; and one large button when it is one’s turn.
import { Alert, Button, Center, Container, List, Loader, Paper, Stack, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconDevices, IconDoorEnter, IconInfoCircle, IconWifiOff } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate } from 'react-router'
import type { TicketView } from '../../../shared/wire/reception/reception.ts'
import { useFormat } from '../../base/i18n/format.ts'
import { PageHeader } from '../../base/ui/PageHeader.tsx'
import { useWakeLock } from '../../base/ui/use-wake-lock.ts'
import { isInAppBrowser } from '../../live/devices/browser.ts'
import { InAppBrowserHint } from '../../live/devices/InAppBrowserHint.tsx'
import { fromWaiting } from '../../live/entrance/from-waiting.ts'
import { ticketToken } from '../../live/entrance/link-token.ts'
import { DeviceTrial } from './DeviceTrial.tsx'
import { GiveUp } from './GiveUp.tsx'
import { RulesText, type RulesToAccept, useRulesToAccept } from './HouseRules.tsx'
import { useCallSignal } from './use-call-signal.ts'
import { useTicket } from './use-ticket.ts'
import classes from './wait.module.css'

export function WaitPage() {
  const { hash } = useLocation()
  const token = ticketToken(hash)
  useEffect(() => {
    // As large as every page of citizens.
    document.documentElement.dataset.text = 'large'
  }, [])
  return (
    <>
      <PageHeader />
      <Container component="main" size="sm" py="lg">
        {token ? <Ticket token={token} /> : <End of="invalid" />}
      </Container>
    </>
  )
}

function Ticket({ token }: { token: string }) {
  const { t } = useTranslation()
  const { view, isConnected, isRefused } = useTicket(token)
  useWakeLock()
  const isCalled = view?.status === 'called'
  const toAccept = useRulesToAccept(token, view?.mustAccept ?? false)
  useCallSignal(isCalled ? (view.recalledAt ?? view.since) : null)
  if (isRefused) return <End of="invalid" />
  if (!view)
    return (
      <Center mih="60dvh" role="status" aria-label={t('join.loading')}>
        <Loader />
      </Center>
    )
  return (
    <Stack gap="lg">
      {!isConnected && (
        <Alert color="yellow" role="alert" icon={<IconWifiOff aria-hidden />} title={t('waiting.offline')}>
          <Text>{t('waiting.offline.what')}</Text>
        </Alert>
      )}
      <Situation view={view} toAccept={toAccept} />
      <Elsewhere view={view} />
      {view.isProtected && <Text>{t('waiting.secret', { number: view.number })}</Text>}
      {view.status === 'waiting' && <Meanwhile view={view} token={token} toAccept={toAccept} />}
    </Stack>
  )
}

/** Which of two devices counts: said on both. */
function Elsewhere({ view: { isOpenElsewhere, status } }: { view: TicketView }) {
  const { t } = useTranslation()
  if (!isOpenElsewhere || (status !== 'waiting' && status !== 'called')) return null
  return (
    <Alert role="status" icon={<IconDevices aria-hidden />} title={t('waiting.elsewhere')}>
      <Text>{t(`waiting.elsewhere.${status}`)}</Text>
    </Alert>
  )
}

interface SituationProps {
  readonly view: TicketView
  readonly toAccept: RulesToAccept | null
}

function Situation({ view, toAccept }: SituationProps) {
  switch (view.status) {
    case 'waiting':
      return <Waiting view={view} />
    case 'called':
    case 'inVisit':
      return <Called view={view} toAccept={toAccept} />
    case 'finished':
    case 'missed':
    case 'cancelled':
      return <End of={view.status} />
  }
}

function TicketNumber({ view: { number, kind } }: { view: TicketView }) {
  const { t } = useTranslation()
  return (
    <div>
      <Text>
        {t('waiting.yourNumber')} · {t(`waiting.kind.${kind}`)}
      </Text>
      <Text component="p" className={classes.number}>
        {number}
      </Text>
    </div>
  )
}

function Waiting({ view }: { view: TicketView }) {
  const { t } = useTranslation()
  const { peopleBefore, isNext, expectedMinutes, returned, isLastCall } = view
  const wait =
    expectedMinutes === null
      ? t('waiting.expectedUnknown')
      : expectedMinutes <= 1
        ? t('waiting.expectedSoon')
        : t('waiting.expected', { count: rounded(expectedMinutes) })
  return (
    <Stack gap="md" ta="center">
      <TicketNumber view={view} />
      <div role="status">
        <Title order={1} fz="h2">
          {isNext
            ? t('waiting.next')
            : peopleBefore === null
              ? t('waiting.title')
              : t('waiting.before', { count: peopleBefore })}
        </Title>
        <Text fz="xl">{isNext ? t('waiting.expectedSoon') : wait}</Text>
      </div>
      {returned && (
        <Alert
          color="yellow"
          ta="start"
          icon={<IconInfoCircle aria-hidden />}
          title={t(`waiting.returned.${returned.reason}`)}
        >
          <Text>{returned.words}</Text>
          {isLastCall && <Text fw={600}>{t('waiting.lastCall')}</Text>}
        </Alert>
      )}
    </Stack>
  )
}

/** Nobody counts on the minute of a guess. */
const rounded = (minutes: number) => (minutes < 10 ? minutes : Math.ceil(minutes / 5) * 5)

function Called({ view, toAccept }: SituationProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { status, way, deskLabel, joinLink } = view
  const desk = deskLabel ?? ''
  const isHere = way === 'desk'
  const enter = (link: string) => {
    void toAccept?.accept()
    const { pathname, hash } = new URL(link)
    void navigate({ pathname, hash }, { state: fromWaiting })
  }
  const inBrowser = toAccept ? 'waiting.rules.enter' : 'waiting.enter'
  const label = status === 'inVisit' ? 'waiting.backIn' : isHere ? 'waiting.enterHere' : inBrowser
  return (
    <Stack gap="md" ta="center" className={classes.called} p="lg">
      <TicketNumber view={view} />
      <div role="alert">
        <Title order={1} fz="h1">
          {t(status === 'inVisit' ? 'waiting.inVisit' : 'waiting.called')}
        </Title>
        <Text fz="xl">
          {status === 'inVisit' ? desk : t(isHere ? 'waiting.called.desk' : 'waiting.called.browser', { desk })}
        </Text>
      </div>
      {toAccept && <RulesText toAccept={toAccept} />}
      <Button
        size="xl"
        className={classes.enter}
        variant={isHere ? 'default' : 'filled'}
        loading={!joinLink}
        leftSection={<IconDoorEnter aria-hidden />}
        onClick={() => joinLink && enter(joinLink)}
      >
        {t(label)}
      </Button>
      {!joinLink && <Text role="status">{t('waiting.preparing')}</Text>}
      {status === 'inVisit' && !isHere && <Text>{t('waiting.inVisit.elsewhere')}</Text>}
    </Stack>
  )
}

function Meanwhile({ view, token, toAccept }: SituationProps & { token: string }) {
  const { t } = useTranslation()
  return (
    <>
      <Messages view={view} />
      {isInAppBrowser(navigator.userAgent) && <InAppBrowserHint />}
      {view.way === 'browser' && <DeviceTrial view={view} token={token} toAccept={toAccept} />}
      <PassedBy view={view} />
      <Text>{t('waiting.keepOpen')}</Text>
      <SoundHint />
      <GiveUp number={view.number} token={token} />
    </>
  )
}

function Messages({ view: { messages } }: { view: TicketView }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <section aria-live="polite" aria-label={t('waiting.messages')}>
      {messages.length > 0 && (
        <Paper withBorder p="md">
          <Title order={2} fz="h4" mb="xs">
            {t('waiting.messages')}
          </Title>
          <ul className={classes.messages}>
            {messages.toReversed().map(({ text, at }) => (
              <li key={`${at} ${text}`}>
                <Text fz="lg" className={classes.words}>
                  {text}
                </Text>
                <Text c="dimmed" fz="sm">
                  {format.time(at)}
                </Text>
              </li>
            ))}
          </ul>
        </Paper>
      )}
    </section>
  )
}

function PassedBy({ view: { passedBy } }: { view: TicketView }) {
  const { t } = useTranslation()
  if (passedBy.length === 0) return null
  return (
    <details className={classes.details}>
      <summary>{t('waiting.passedBy')}</summary>
      <List>
        {passedBy.map(({ number, reason }) => (
          <List.Item key={number}>{t(`waiting.passedBy.${reason}`, { number })}</List.Item>
        ))}
      </List>
      <Text mt="xs">{t('waiting.passedBy.bound')}</Text>
    </details>
  )
}

/** A browser plays nothing on a page that nobody has touched. Its room stays: what is being tapped must not move under the finger. */
function SoundHint() {
  const { t } = useTranslation()
  const [isTouched, setTouched] = useState(() => navigator.userActivation?.hasBeenActive ?? false)
  useEffect(() => {
    const touched = () => setTouched(true)
    window.addEventListener('pointerdown', touched, { once: true })
    return () => window.removeEventListener('pointerdown', touched)
  }, [])
  return (
    <Text fw={600} style={{ visibility: isTouched ? 'hidden' : 'visible' }}>
      {t('waiting.touchForSound')}
    </Text>
  )
}

function End({ of }: { of: 'invalid' | 'finished' | 'missed' | 'cancelled' }) {
  const { t } = useTranslation()
  return (
    <Paper withBorder p="xl">
      <Stack gap="sm">
        {of !== 'finished' && <IconAlertTriangle size={40} aria-hidden />}
        <div role="status">
          <Title order={1} fz="h2">
            {t(`waiting.${of}`)}
          </Title>
          <Text fz="lg">{t(`waiting.${of}.what`)}</Text>
        </div>
      </Stack>
    </Paper>
  )
}
