// Somebody was called to this desk: what to do with them.
import { Button, Group, Stack, Text } from '@mantine/core'
import { IconBellRinging } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Desk } from '../../../../shared/reception/desks/contract.ts'
import type { TicketRow } from '../../../../shared/wire/reception/reception.ts'
import { ConfirmDialog } from '../../../base/ui/dialogs/ConfirmDialog.tsx'
import { TextDialog } from '../../../base/ui/dialogs/TextDialog.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { problemText } from '../../ui/problems.ts'
import { CasesOfCalled } from './CasesOfCalled.tsx'
import { EnterRoom } from './EnterRoom.tsx'
import { useDeskAct } from './queries.ts'
import { TicketFacts } from './TicketFacts.tsx'
import { TicketHandOverDialog } from './TicketHandOverDialog.tsx'
import type { Day } from './use-day.ts'

type Asking = 'sendBack' | 'handOver' | 'finish' | null

export function CalledTicket({ day, desk, ticket }: { day: Day; desk: Desk; ticket: TicketRow }) {
  const { t } = useTranslation()
  const act = useDeskAct(desk.deskId)
  const [asking, setAsking] = useState<Asking>(null)
  const close = () => setAsking(null)
  const done = (name: Parameters<typeof act.mutate>[0]) =>
    act.mutateAsync(name).then(
      () => true,
      () => false,
    )
  const { number, status } = ticket
  return (
    <Stack>
      <TicketFacts day={day} ticket={ticket} />
      <EnterRoom ticketId={ticket.ticketId} />
      {!ticket.isProtected && <CasesOfCalled ticketId={ticket.ticketId} />}
      {status === 'called' && (
        <Text c="dimmed" fz="sm">
          {t('staff.reception.here.begins')}
        </Text>
      )}
      {act.isError && <Problem error={act.error} />}
      {status === 'called' ? (
        <NotHereYet day={day} ticket={ticket} act={act} />
      ) : (
        <Button size="lg" onClick={() => setAsking('finish')}>
          {t('staff.reception.finish')}
        </Button>
      )}
      <Group grow>
        <Button variant="default" onClick={() => setAsking('sendBack')}>
          {t('staff.reception.sendBack')}
        </Button>
        <Button variant="default" onClick={() => setAsking('handOver')}>
          {t('staff.reception.handOver')}
        </Button>
      </Group>
      {asking === 'sendBack' && (
        <TextDialog
          keptAs={`ticket-send-back.${ticket.ticketId}`}
          title={t('staff.reception.sendBack')}
          label={t('staff.reception.sendBack.reason')}
          submitLabel={t('staff.reception.sendBack')}
          maximumLength={500}
          problem={act.isError ? problemText(t, act.error) : null}
          onClose={close}
          onSubmit={(text) => done({ name: 'send-back', body: { text } })}
        />
      )}
      {asking === 'handOver' && <TicketHandOverDialog day={day} desk={desk} ticket={ticket} onClose={close} />}
      <ConfirmDialog
        opened={asking === 'finish'}
        onClose={close}
        title={t('staff.reception.finish.title', { number })}
        confirmLabel={t('staff.reception.finish')}
        isPending={act.isPending}
        onConfirm={() => void done({ name: 'finish' }).then(close)}
      >
        <Text>{t('staff.reception.finish.what')}</Text>
      </ConfirmDialog>
    </Stack>
  )
}

interface NotHereYetProps {
  day: Day
  ticket: TicketRow
  act: ReturnType<typeof useDeskAct>
}

function NotHereYet({ day, ticket: { misses, way, askedForCallAt }, act }: NotHereYetProps) {
  const { t } = useTranslation()
  const hint =
    misses > 0
      ? t('staff.reception.noShow.hint.second')
      : t('staff.reception.noShow.hint.first', { count: day.settings.rules.behind })
  return (
    <>
      <Group grow>
        <Button
          variant="default"
          leftSection={<IconBellRinging size={18} aria-hidden />}
          onClick={() => act.mutate({ name: 'recall' })}
        >
          {t('staff.reception.recall')}
        </Button>
        {(way === 'desk' || askedForCallAt !== null) && (
          <Button variant="default" onClick={() => act.mutate({ name: 'begin' })}>
            {t('staff.reception.begin')}
          </Button>
        )}
      </Group>
      <Button variant="default" aria-describedby="no-show-hint" onClick={() => act.mutate({ name: 'no-show' })}>
        {t('staff.reception.noShow')}
      </Button>
      <Text c="dimmed" fz="sm" id="no-show-hint">
        {hint}
      </Text>
    </>
  )
}
