// The desk page of a reception day: one’s own desk, who waits, the other desks.
import { Alert, Button, Center, Group, Loader, Paper, SimpleGrid, Stack, Switch, Text, Title } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconDeviceTablet, IconMessage, IconSettings, IconTicket, IconWifiOff } from '@tabler/icons-react'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOutletContext } from 'react-router'
import { TicketKind } from '../../../../shared/reception/desks/contract.ts'
import type { Account } from '../../../../shared/wire/identity/account.ts'
import { useFormat } from '../../../base/i18n/format.ts'
import { TextDialog } from '../../../base/ui/dialogs/TextDialog.tsx'
import { useRemembered } from '../../../base/ui/use-remembered.ts'
import classes from '../../ui/office.module.css'
import { problemText } from '../../ui/problems.ts'
import { DeskForm } from './DeskForm.tsx'
import { EnterRoom } from './EnterRoom.tsx'
import { GiveTicketDialog } from './GiveTicketDialog.tsx'
import { KiosksDialog } from './KiosksDialog.tsx'
import { OwnDesk } from './OwnDesk.tsx'
import { useMessage } from './queries.ts'
import { SettingsDialog } from './SettingsDialog.tsx'
import { useArrivalSound } from './use-arrival-sound.ts'
import { type Day, useDay } from './use-day.ts'
import { WaitingList } from './WaitingList.tsx'

export function ReceptionPage() {
  const { t } = useTranslation()
  const account = useOutletContext<Account>()
  const { day, isConnected } = useDay()
  useEffect(() => {
    document.title = `${t('staff.reception')} – Điểm Cầu`
  }, [t])
  return (
    <Stack>
      {!isConnected && (
        <Alert color="yellow" role="alert" icon={<IconWifiOff aria-hidden />}>
          {t('staff.reception.offline')}
        </Alert>
      )}
      {day ? (
        <Today day={day} account={account} />
      ) : (
        <Center mih="40dvh">
          <Loader aria-label={t('staff.loading')} />
        </Center>
      )}
    </Stack>
  )
}

type Shown = 'ticket' | 'settings' | 'kiosks' | 'message' | null

function Today({ day, account }: { day: Day; account: Account }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [shown, setShown] = useState<Shown>(null)
  const [isSoundOn, setSoundOn] = useRemembered('diemcau.arrivalSound', true)
  const desk = day.desks.find(({ accountId, status }) => accountId === account.accountId && status !== 'closed')
  const { lines } = day
  const waiting = useMemo(() => (desk?.kinds ?? TicketKind.options).flatMap((kind) => lines[kind]), [desk, lines])
  useArrivalSound(waiting, isSoundOn)
  const close = () => setShown(null)
  return (
    <>
      <Group justify="space-between">
        <div>
          <Title order={1} size="h2">
            {t('staff.reception')}
          </Title>
          <Text>{t('staff.reception.day', { date: format.isoDate(day.day) })}</Text>
        </div>
        <Switch
          label={t('staff.reception.sound')}
          checked={isSoundOn}
          onChange={(event) => setSoundOn(event.currentTarget.checked)}
        />
      </Group>
      <Group gap="xs">
        <Button leftSection={<IconTicket size={18} aria-hidden />} onClick={() => setShown('ticket')}>
          {t('staff.reception.ticket')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconMessage size={18} aria-hidden />}
          onClick={() => setShown('message')}
        >
          {t('staff.reception.message.all')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconSettings size={18} aria-hidden />}
          onClick={() => setShown('settings')}
        >
          {t('staff.reception.settings')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconDeviceTablet size={18} aria-hidden />}
          onClick={() => setShown('kiosks')}
        >
          {t('staff.reception.kiosks')}
        </Button>
      </Group>
      <NoteTaking day={day} accountId={account.accountId} />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
        <Stack>
          {desk ? <OwnDesk day={day} desk={desk} /> : <DeskForm accountId={account.accountId} />}
          <Desks day={day} />
        </Stack>
        <WaitingList day={day} desk={desk} />
      </SimpleGrid>
      {shown === 'ticket' && <GiveTicketDialog onClose={close} />}
      {shown === 'settings' && <SettingsDialog settings={day.settings} onClose={close} />}
      {shown === 'kiosks' && <KiosksDialog onClose={close} />}
      {shown === 'message' && <MessageToAll onClose={close} />}
    </>
  )
}

/** Whoever takes the notes at another desk goes into its visits from here. */
function NoteTaking({ day, accountId }: { day: Day; accountId: string }) {
  const { t } = useTranslation()
  return day.desks
    .filter(({ noteTakerId, status }) => noteTakerId === accountId && status !== 'closed')
    .map(({ deskId, label }) => {
      const ticket = [...day.tickets.values()].find(
        (one) => one.deskId === deskId && (one.status === 'called' || one.status === 'inVisit'),
      )
      return (
        ticket && (
          <Paper key={deskId} withBorder p="md">
            <Group justify="space-between">
              <Text>{t('staff.reception.noteTakerOf', { desk: label, number: ticket.number })}</Text>
              <EnterRoom ticketId={ticket.ticketId} />
            </Group>
          </Paper>
        )
      )
    })
}

function Desks({ day }: { day: Day }) {
  const { t } = useTranslation()
  const desks = day.desks.filter(({ status }) => status !== 'closed')
  if (desks.length === 0) return null
  return (
    <section aria-labelledby="desks">
      <Title order={2} size="h4" id="desks">
        {t('staff.reception.desks')}
      </Title>
      <ul className={classes.lines}>
        {desks.map(({ deskId, label, status, kinds }) => {
          const ticket = [...day.tickets.values()].find(
            (one) => one.deskId === deskId && (one.status === 'called' || one.status === 'inVisit'),
          )
          const state =
            status === 'lost'
              ? t('staff.reception.desks.lost')
              : ticket
                ? t('staff.reception.desks.serves', { number: ticket.number })
                : t('staff.reception.desks.free')
          return (
            <li key={deskId}>
              <b>{label}</b> · {state} · {kinds.map((kind) => t(`staff.reception.kind.${kind}`)).join(', ')}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function MessageToAll({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const message = useMessage()
  return (
    <TextDialog
      keptAs="reception-message"
      title={t('staff.reception.message.all')}
      label={t('staff.reception.message.text')}
      submitLabel={t('staff.reception.send')}
      maximumLength={500}
      problem={message.isError ? problemText(t, message.error) : null}
      onClose={onClose}
      onSubmit={(text) =>
        message.mutateAsync({ ticketId: null, text }).then(
          () => {
            notifications.show({ message: t('staff.reception.message.sent') })
            return true
          },
          () => false,
        )
      }
    />
  )
}
