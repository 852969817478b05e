// Who waits, in the order of the next calls, with what can be done for one of them.
import { ActionIcon, Group, Menu, SegmentedControl, Stack, Text, TextInput, Title } from '@mantine/core'
import { IconDotsVertical } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Desk } from '../../../../shared/reception/desks/contract.ts'
import { TicketKind } from '../../../../shared/reception/desks/contract.ts'
import type { TicketRow } from '../../../../shared/wire/reception/reception.ts'
import { useFormat } from '../../../base/i18n/format.ts'
import classes from '../../ui/office.module.css'
import { nameOfRow } from './name-of-row.ts'
import { RowDialog, type RowQuestion } from './RowDialog.tsx'
import type { Day } from './use-day.ts'
import { useMinuteClock } from './use-minute-clock.ts'
import { mostShown, waitingRows } from './waiting-rows.ts'

export function WaitingList({ day, desk }: { day: Day; desk: Desk | undefined }) {
  const { t } = useTranslation()
  const [words, setWords] = useState('')
  const [kind, setKind] = useState<TicketKind | null>(null)
  const [asking, setAsking] = useState<{ question: RowQuestion; ticket: TicketRow } | null>(null)
  const all = waitingRows(day, { words: '', kind: null })
  const rows = waitingRows(day, { words, kind })
  return (
    <Stack gap="sm" component="section" aria-labelledby="waiting-list">
      <Title order={2} size="h4" id="waiting-list">
        {t('staff.reception.list', { count: all.length })}
      </Title>
      <Group align="end">
        <TextInput
          flex="1 1 12rem"
          label={t('staff.reception.list.filter')}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <SegmentedControl
          aria-label={t('staff.reception.list.kind')}
          value={kind ?? ''}
          onChange={(chosen) => setKind(TicketKind.options.find((one) => one === chosen) ?? null)}
          data={[
            { value: '', label: t('staff.reception.list.everyKind') },
            ...TicketKind.options.map((one) => ({ value: one, label: t(`staff.reception.kind.${one}`) })),
          ]}
        />
      </Group>
      {rows.length === 0 ? (
        <Text>{t(all.length === 0 ? 'staff.reception.list.none' : 'staff.reception.list.noneFound')}</Text>
      ) : (
        <ul className={classes.rows}>
          {rows.slice(0, mostShown).map((ticket) => (
            <Row
              key={ticket.ticketId}
              day={day}
              ticket={ticket}
              mayCall={desk?.status === 'open' && desk.kinds.includes(ticket.kind)}
              onAsk={(question) => setAsking({ question, ticket })}
            />
          ))}
        </ul>
      )}
      {rows.length > mostShown && <Text>{t('staff.reception.list.more', { count: rows.length - mostShown })}</Text>}
      {asking && <RowDialog {...asking} deskId={desk?.deskId ?? null} onClose={() => setAsking(null)} />}
    </Stack>
  )
}

interface RowProps {
  day: Day
  ticket: TicketRow
  mayCall: boolean
  onAsk: (question: RowQuestion) => void
}

function Row({ day, ticket, mayCall, onAsk }: RowProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const now = useMinuteClock(day.skewMs)
  const { number, priority, takenAt, misses, passedBy, heldFor, ticketId, isNamed } = ticket
  const facts = [
    t('staff.reception.row.waiting', { duration: format.sinceMinutes(takenAt, now) }),
    priority && t(`staff.reception.priority.${priority}`),
    misses > 0 && t('staff.reception.row.missed'),
    passedBy.length > 0 && t('staff.reception.row.passed', { count: passedBy.length }),
    heldFor &&
      t('staff.reception.row.heldFor', { desk: day.desks.find(({ deskId }) => deskId === heldFor)?.label ?? '' }),
    day.online.includes(ticketId) && t('staff.reception.row.online'),
  ]
  return (
    <li>
      <div className={classes.who}>
        <Text fw={600}>
          {number} · {nameOfRow(t, ticket)}
        </Text>
        <Text c="dimmed" fz="sm">
          {facts.filter(Boolean).join(' · ')}
        </Text>
      </div>
      <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={44} aria-label={t('staff.reception.row.actions', { number })}>
            <IconDotsVertical size={20} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {mayCall && <Menu.Item onClick={() => onAsk('call')}>{t('staff.reception.row.call')}</Menu.Item>}
          <Menu.Item onClick={() => onAsk('message')}>{t('staff.reception.row.message')}</Menu.Item>
          {!isNamed && <Menu.Item onClick={() => onAsk('name')}>{t('staff.reception.row.name')}</Menu.Item>}
          <Menu.Item c="var(--mantine-color-error)" onClick={() => onAsk('end')}>
            {t('staff.reception.row.end')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </li>
  )
}
