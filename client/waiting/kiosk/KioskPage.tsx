// The machine in the hall: what one comes for, whether one has priority, the number with its QR code. Large buttons, no typing.

import { Alert, Button, Center, Container, Loader, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconArrowLeft, IconPrinter } from '@tabler/icons-react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import type { PriorityGround } from '../../../shared/reception/appointments/contract.ts'
import type { TicketKind } from '../../../shared/reception/desks/contract.ts'
import { kioskApi } from '../../../shared/wire/reception/kiosk-api.ts'
import type { KioskView, TakenTicket } from '../../../shared/wire/reception/reception.ts'
import { ticketApi } from '../../../shared/wire/reception/ticket-api.ts'
import { ApiError, call } from '../../base/api.ts'
import { PageHeader } from '../../base/ui/PageHeader.tsx'
import { QrCode } from '../../base/ui/QrCode.tsx'
import classes from './kiosk.module.css'

const kinds: readonly TicketKind[] = ['reception', 'dialogue', 'denunciation']
const grounds: readonly PriorityGround[] = ['elderly', 'disabled', 'pregnant', 'policyFamily', 'remoteArea']

/** Whoever walks away leaves the machine to the next. */
const idleMs = 45_000
const refreshMs = 15_000

export function KioskPage() {
  const { t } = useTranslation()
  const { hash } = useLocation()
  const token = hash.replace(/^#/, '')
  useEffect(() => {
    document.title = t('kiosk.title')
    document.documentElement.dataset.text = 'larger'
  }, [t])
  const kiosk = useKiosk(token)
  return (
    <>
      <PageHeader />
      <Container component="main" size="md" py="xl">
        {kiosk === 'refused' ? (
          <Closed of="invalid" />
        ) : kiosk === null ? (
          <Center mih="50dvh" role="status" aria-label={t('join.loading')}>
            <Loader />
          </Center>
        ) : kiosk.takesTickets ? (
          <Steps token={token} kiosk={kiosk} />
        ) : (
          <Closed of="closed" />
        )}
      </Container>
    </>
  )
}

function useKiosk(token: string): KioskView | 'refused' | null {
  const [kiosk, setKiosk] = useState<KioskView | 'refused' | null>(null)
  useEffect(() => {
    let isCurrent = true
    const ask = async () => {
      try {
        const view = await call(kioskApi.read, {}, { token })
        if (isCurrent) setKiosk(view)
      } catch (error) {
        // Without network it goes on showing what it has.
        if (isCurrent && error instanceof ApiError && error.status === 401) setKiosk('refused')
      }
    }
    void ask()
    const timer = setInterval(() => void ask(), refreshMs)
    return () => {
      isCurrent = false
      clearInterval(timer)
    }
  }, [token])
  return kiosk
}

function Steps({ token, kiosk }: { token: string; kiosk: KioskView }) {
  const [kind, setKind] = useState<TicketKind | null>(null)
  const [taken, setTaken] = useState<TakenTicket | null>(null)
  const restart = useCallback(() => {
    setKind(null)
    setTaken(null)
  }, [])
  useIdle(kind !== null, restart)
  if (taken) return <Ticket ticket={taken} onDone={restart} />
  if (kind) return <Priority token={token} kind={kind} onBack={restart} onTaken={setTaken} />
  return <Kinds kiosk={kiosk} onChosen={setKind} />
}

function useIdle(isWatching: boolean, onIdle: () => void): void {
  useEffect(() => {
    if (!isWatching) return
    let timer = setTimeout(onIdle, idleMs)
    const touched = () => {
      clearTimeout(timer)
      timer = setTimeout(onIdle, idleMs)
    }
    window.addEventListener('pointerdown', touched)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('pointerdown', touched)
    }
  }, [isWatching, onIdle])
}

function Heading({ children }: { children: string }) {
  const heading = useRef<HTMLHeadingElement>(null)
  // A new step begins at its top, for the eye and for a screen reader.
  useEffect(() => heading.current?.focus(), [])
  return (
    <Title order={1} fz="h1" ref={heading} tabIndex={-1} style={{ outline: 'none' }}>
      {children}
    </Title>
  )
}

function Kinds({ kiosk, onChosen }: { kiosk: KioskView; onChosen: (kind: TicketKind) => void }) {
  const { t } = useTranslation()
  return (
    <Stack gap="lg">
      <Heading>{t('kiosk.question')}</Heading>
      {kinds.map((kind) => (
        <Button key={kind} className={classes.choice} size="xl" onClick={() => onChosen(kind)}>
          <span className={classes.words}>{t(`kiosk.kind.${kind}`)}</span>
          <span className={classes.small}>{t('kiosk.waiting', { count: kiosk.waiting[kind] })}</span>
        </Button>
      ))}
    </Stack>
  )
}

interface PriorityProps {
  token: string
  kind: TicketKind
  onBack: () => void
  onTaken: (ticket: TakenTicket) => void
}

function Priority({ token, kind, onBack, onTaken }: PriorityProps) {
  const { t } = useTranslation()
  const [pending, setPending] = useState<PriorityGround | 'none' | null>(null)
  const [hasFailed, setFailed] = useState(false)
  async function take(priority: PriorityGround | null) {
    setPending(priority ?? 'none')
    setFailed(false)
    try {
      // The telephone that scans the code is the citizen’s own browser; the person stands in the hall.
      onTaken(await call(ticketApi.give, { body: { kind, priority, way: 'desk' } }, { token }))
    } catch {
      setFailed(true)
      setPending(null)
    }
  }
  const button = (ground: PriorityGround | null) => (
    <Button
      key={ground ?? 'none'}
      className={classes.choice}
      size="xl"
      variant={ground ? 'default' : 'filled'}
      disabled={pending !== null}
      loading={pending === (ground ?? 'none')}
      onClick={() => void take(ground)}
    >
      <span className={classes.words}>{t(`kiosk.priority.${ground ?? 'none'}`)}</span>
    </Button>
  )
  return (
    <Stack gap="lg">
      <Heading>{t('kiosk.priority')}</Heading>
      <Text fz="lg">{t('kiosk.priority.why')}</Text>
      {hasFailed && (
        <Alert color="red" role="alert" icon={<IconAlertTriangle aria-hidden />}>
          {t('kiosk.failed')}
        </Alert>
      )}
      {button(null)}
      <SimpleGrid cols={{ base: 1, sm: 2 }}>{grounds.map(button)}</SimpleGrid>
      <Button size="lg" variant="subtle" leftSection={<IconArrowLeft aria-hidden />} onClick={onBack}>
        {t('kiosk.back')}
      </Button>
    </Stack>
  )
}

function Ticket({ ticket: { number, kind, link }, onDone }: { ticket: TakenTicket; onDone: () => void }) {
  const { t } = useTranslation()
  return (
    <Stack gap="lg" align="center" ta="center">
      <Heading>{t('kiosk.yourNumber')}</Heading>
      <Text component="p" className={classes.number} role="status">
        {number}
      </Text>
      <Text fz="lg">{t(`kiosk.kind.${kind}`)}</Text>
      <QrCode value={link} label={t('kiosk.scan')} size={260} />
      <Text fz="lg" maw="34rem">
        {t('kiosk.scan')}
      </Text>
      <div className={classes.acts}>
        <Button size="xl" onClick={onDone}>
          {t('kiosk.another')}
        </Button>
        <Button size="xl" variant="default" leftSection={<IconPrinter aria-hidden />} onClick={() => window.print()}>
          {t('kiosk.print')}
        </Button>
      </div>
    </Stack>
  )
}

function Closed({ of }: { of: 'invalid' | 'closed' }) {
  const { t } = useTranslation()
  return (
    <Paper withBorder p="xl">
      <Title order={1} fz="h2" mb="sm">
        {t(`kiosk.${of}`)}
      </Title>
      <Text fz="lg">{t(`kiosk.${of}.what`)}</Text>
    </Paper>
  )
}
