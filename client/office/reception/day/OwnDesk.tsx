// One’s own desk: nobody there, and one large button; or somebody, and what to do with them.
import { Anchor, Badge, Button, Group, Menu, Paper, Select, Stack, Text, Textarea, Title } from '@mantine/core'
import { IconBellRinging, IconChevronDown, IconDoorEnter, IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Desk } from '../../../../shared/reception/desks/contract.ts'
import type { TicketRow } from '../../../../shared/wire/reception.ts'
import { useFormat } from '../../../base/i18n/format.ts'
import { ConfirmDialog } from '../../../base/ui/dialogs/ConfirmDialog.tsx'
import { TextDialog } from '../../../base/ui/dialogs/TextDialog.tsx'
import { useKept } from '../../../base/ui/forms/use-kept.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { problemText } from '../../ui/problems.ts'
import { CasesOfCalled } from './CasesOfCalled.tsx'
import { nameOfRow } from './name-of-row.ts'
import { useDeskAct, useVisitLink } from './queries.ts'
import type { Day } from './use-day.ts'
import { useMinuteClock } from './use-minute-clock.ts'
import { nextFor } from './waiting-rows.ts'

export function OwnDesk({ day, desk }: { day: Day; desk: Desk }) {
  const here = [...day.tickets.values()].find(
    ({ deskId, status }) => deskId === desk.deskId && (status === 'called' || status === 'inVisit'),
  )
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="own-desk">
      <Stack>
        <Title order={2} size="h3" id="own-desk">
          {desk.label}
        </Title>
        {here ? <Here key={here.ticketId} day={day} desk={desk} ticket={here} /> : <Free day={day} desk={desk} />}
      </Stack>
    </Paper>
  )
}

function Free({ day, desk }: { day: Day; desk: Desk }) {
  const { t } = useTranslation()
  const act = useDeskAct(desk.deskId)
  const next = nextFor(day, desk)
  return (
    <Stack>
      <Text fz="lg" role="status">
        {next ? t('staff.reception.next', { number: next.number }) : t('staff.reception.nobody')}
      </Text>
      <Button
        size="xl"
        leftSection={<IconUserPlus aria-hidden />}
        disabled={!next}
        loading={act.isPending}
        onClick={() => act.mutate({ name: 'call-next', body: { kind: null } })}
      >
        {t('staff.reception.callNext')}
      </Button>
      {act.isError && <Problem error={act.error} />}
      <Group justify="space-between">
        {desk.kinds.length > 1 ? (
          <Menu position="bottom-start" withInitialFocusPlaceholder={false}>
            <Menu.Target>
              <Button variant="default" rightSection={<IconChevronDown size={18} aria-hidden />}>
                {t('staff.reception.list.kind')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {desk.kinds.map((kind) => (
                <Menu.Item
                  key={kind}
                  disabled={day.lines[kind].length === 0}
                  onClick={() => act.mutate({ name: 'call-next', body: { kind } })}
                >
                  {t('staff.reception.callNextOf', { kind: t(`staff.reception.kind.${kind}`) })}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        ) : (
          <span />
        )}
        <Button variant="default" onClick={() => act.mutate({ name: 'close' })}>
          {t('staff.reception.desk.close')}
        </Button>
      </Group>
    </Stack>
  )
}

type Asking = 'sendBack' | 'handOver' | 'finish' | null

function Here({ day, desk, ticket }: { day: Day; desk: Desk; ticket: TicketRow }) {
  const { t } = useTranslation()
  const act = useDeskAct(desk.deskId)
  const [asking, setAsking] = useState<Asking>(null)
  const close = () => setAsking(null)
  const done = (name: Parameters<typeof act.mutate>[0]) =>
    act.mutateAsync(name).then(
      () => true,
      () => false,
    )
  const { number, status, misses, way, askedForCallAt } = ticket
  const hint =
    misses > 0
      ? t('staff.reception.noShow.hint.second')
      : t('staff.reception.noShow.hint.first', { count: day.settings.rules.behind })
  return (
    <Stack>
      <Facts day={day} ticket={ticket} />
      <EnterRoom ticketId={ticket.ticketId} />
      {!ticket.isProtected && <CasesOfCalled ticketId={ticket.ticketId} />}
      {status === 'called' && (
        <Text c="dimmed" fz="sm">
          {t('staff.reception.here.begins')}
        </Text>
      )}
      {act.isError && <Problem error={act.error} />}
      {status === 'called' ? (
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
      {asking === 'handOver' && <HandOver day={day} desk={desk} ticket={ticket} onClose={close} />}
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

function Facts({ day, ticket }: { day: Day; ticket: TicketRow }) {
  const { t } = useTranslation()
  const format = useFormat()
  const now = useMinuteClock(day.skewMs)
  const {
    number,
    status,
    kind,
    priority,
    since,
    recalledAt,
    note,
    ticketId,
    way,
    acceptedRulesAt,
    askedForCallAt,
    phone,
  } = ticket
  const isOnline = day.online.includes(ticketId)
  return (
    <div>
      <Group gap="xs">
        <Text fz="2.5rem" fw={700} lh={1.2}>
          {number}
        </Text>
        <Badge size="lg" color={status === 'inVisit' ? 'teal.9' : 'blue.8'} tt="none">
          {t(`staff.reception.here.${status === 'inVisit' ? 'inVisit' : 'called'}`)}
        </Badge>
      </Group>
      <Text fz="lg" fw={600}>
        {nameOfRow(t, ticket)}
      </Text>
      <Text>
        {[
          t(`staff.reception.kind.${kind}`),
          priority && t(`staff.reception.priority.${priority}`),
          t('staff.reception.here.since', { duration: format.sinceMinutes(since, now), time: format.time(since) }),
          recalledAt && t('staff.reception.here.recalled', { time: format.time(recalledAt) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      {status === 'called' && (
        <Text c="dimmed">{t(isOnline ? 'staff.reception.here.online' : 'staff.reception.here.absent')}</Text>
      )}
      {way === 'browser' && (
        <Text>
          {acceptedRulesAt === null
            ? t('staff.reception.here.notAccepted')
            : t('staff.reception.here.accepted', { time: format.time(acceptedRulesAt) })}
        </Text>
      )}
      {askedForCallAt !== null && (
        <Text fw={600}>
          {t('staff.reception.here.callMe')} {phone && <Anchor href={`tel:${phone}`}>{phone}</Anchor>}
        </Text>
      )}
      {note && (
        <Text mt="xs">
          <b>{t('staff.reception.note')}: </b>
          {note}
        </Text>
      )}
    </div>
  )
}

/** In a tab of its own: the desk stays beside the room. */
export function EnterRoom({ ticketId }: { ticketId: string }) {
  const { t } = useTranslation()
  const visit = useVisitLink(ticketId)
  if (visit.isError) return <Problem error={visit.error} onRetry={() => void visit.refetch()} />
  if (!visit.data)
    return (
      <Button size="xl" loading>
        {t('staff.reception.enter.notYet')}
      </Button>
    )
  return (
    <Button
      component="a"
      href={visit.data.link}
      target="diemcau-visit"
      rel="noopener"
      size="xl"
      leftSection={<IconDoorEnter aria-hidden />}
    >
      {t('staff.reception.enter')}
    </Button>
  )
}

function HandOver({ day, desk, ticket, onClose }: { day: Day; desk: Desk; ticket: TicketRow; onClose: () => void }) {
  const { t } = useTranslation()
  const act = useDeskAct(desk.deskId)
  const [{ toDeskId, note }, write, kept] = useKept<{ toDeskId: string | null; note: string }>(
    `ticket-hand-over.${ticket.ticketId}`,
    { toDeskId: null, note: '' },
  )
  const others = day.desks.filter(
    ({ deskId, status, kinds }) => deskId !== desk.deskId && status === 'open' && kinds.includes(ticket.kind),
  )
  return (
    <FormDialog
      kept={kept}
      title={t('staff.reception.handOver')}
      submitLabel={t('staff.reception.handOver')}
      isComplete={toDeskId !== null && note.trim() !== ''}
      isPending={act.isPending}
      error={act.error}
      onClose={onClose}
      onSubmit={() =>
        // What went wrong is shown as `act.error`. The ticket may be gone from here before the answer has come.
        toDeskId &&
        void act.mutateAsync({ name: 'hand-over', body: { toDeskId, note } }).then(kept.sent(onClose), () => undefined)
      }
    >
      {others.length === 0 ? (
        <Text>{t('staff.reception.handOver.noDesk')}</Text>
      ) : (
        <>
          <Select
            label={t('staff.reception.handOver.to')}
            required
            data={others.map(({ deskId, label }) => ({ value: deskId, label }))}
            value={toDeskId}
            onChange={(chosen) => write({ toDeskId: chosen })}
          />
          <Textarea
            label={t('staff.reception.handOver.note')}
            required
            maxLength={500}
            autosize
            minRows={2}
            value={note}
            onChange={(event) => write({ note: event.currentTarget.value })}
          />
        </>
      )}
    </FormDialog>
  )
}
