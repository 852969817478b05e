// Who is at the desk: their number, what they came for, since when, and whether they can be seen.
import { Anchor, Badge, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { TicketRow } from '../../../../shared/wire/reception/reception.ts'
import { useFormat } from '../../../base/i18n/format.ts'
import { nameOfRow } from './name-of-row.ts'
import type { Day } from './use-day.ts'
import { useMinuteClock } from './use-minute-clock.ts'

export function TicketFacts({ day, ticket }: { day: Day; ticket: TicketRow }) {
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
