// The calendar of the agency: who receives citizens, when, where, and what is free.
import { Anchor, Badge, Button, Loader, Paper, Stack, Text, Title } from '@mantine/core'
import { IconCalendarCheck, IconPhone } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Calendar, CalendarDay, OpenSitting } from '../../../shared/wire/reception/appointments.ts'
import { dayInWords, freeOf, hoursOf } from '../../base/appointments/days.ts'
import { useCalendar } from './queries.ts'
import { Problem, ReceptionFrame, ScreenTitle } from './ReceptionFrame.tsx'

export function CalendarPage() {
  return (
    <ReceptionFrame>
      <Days />
    </ReceptionFrame>
  )
}

function Days() {
  const { t } = useTranslation()
  const calendar = useCalendar()
  return (
    <Stack gap="lg">
      <div>
        {calendar.data && <Text c="dimmed">{calendar.data.organisation}</Text>}
        <ScreenTitle title={t('reception.title')} screen="calendar" />
      </div>
      <Button
        component={Link}
        to="/reception/appointment"
        size="lg"
        variant="default"
        leftSection={<IconCalendarCheck aria-hidden />}
        styles={{ root: { height: 'auto', paddingBlock: 12 }, label: { whiteSpace: 'normal' } }}
      >
        {t('reception.haveOne')}
      </Button>
      {calendar.isPending && <Loader aria-label={t('reception.loading')} />}
      {calendar.isError && <Problem error={calendar.error} onRetry={() => void calendar.refetch()} />}
      {calendar.data && <Offer calendar={calendar.data} />}
    </Stack>
  )
}

function Offer({ calendar }: { calendar: Calendar }) {
  const { t } = useTranslation()
  return (
    <>
      {calendar.days.length === 0 && (
        <Text fz="lg" fw={600}>
          {t('reception.none')}
        </Text>
      )}
      {calendar.days.map((day) => (
        <Day key={day.date} day={day} />
      ))}
      <Paper component="section" withBorder p="md">
        <Title order={2} fz="h4">
          {t('reception.bring')}
        </Title>
        <Text style={{ whiteSpace: 'pre-line' }}>{calendar.whatToBring}</Text>
      </Paper>
      <OtherWays calendar={calendar} />
    </>
  )
}

/** When nothing is free, or nothing fits: nobody is left without a way. */
export function OtherWays({ calendar: { otherWays, phone } }: { calendar: Calendar }) {
  const { t } = useTranslation()
  return (
    <Paper component="section" withBorder p="md">
      <Stack gap="xs" align="flex-start">
        <Title order={2} fz="h4">
          {t('reception.otherWays')}
        </Title>
        <Text style={{ whiteSpace: 'pre-line' }}>{otherWays}</Text>
        {phone !== null && (
          <Button
            component="a"
            href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}
            size="lg"
            variant="light"
            leftSection={<IconPhone aria-hidden />}
          >
            {t('reception.call', { phone })}
          </Button>
        )}
      </Stack>
    </Paper>
  )
}

function Day({ day: { date, sittings } }: { day: CalendarDay }) {
  const { i18n } = useTranslation()
  const inWords = dayInWords(date, i18n.language)
  return (
    <Stack component="section" gap="sm" aria-label={inWords}>
      <Title order={2} fz="h3">
        {inWords}
      </Title>
      {sittings.map((sitting) => (
        <SittingCard key={sitting.sittingId} date={date} sitting={sitting} />
      ))}
    </Stack>
  )
}

function SittingCard({ date, sitting }: { date: string; sitting: OpenSitting }) {
  const { t, i18n } = useTranslation()
  const { kind, receiver, place, sites, isOnline, cancelledReason, sittingId } = sitting
  const free = freeOf(sitting)
  return (
    <Paper withBorder p="md">
      <Stack gap={6} align="stretch">
        <Badge tt="none" size="lg" variant="light" color={kind === 'leader' ? 'blue' : 'gray'} c="inherit">
          {t(`sittingKind.${kind}`)}
        </Badge>
        <Text fz="xl" fw={600}>
          {t('reception.hours', hoursOf(sitting))}
        </Text>
        <Text>{receiver ? t('reception.receiver', receiver) : t('reception.receiverUnknown')}</Text>
        <Text>{t('reception.sites', { sites: sites.map(({ name }) => name).join('; ') })}</Text>
        <Text>{t('reception.place', { place })}</Text>
        {isOnline && <Text>{t('reception.online')}</Text>}
        {cancelledReason !== null ? (
          // The colour of errors keeps its contrast in both schemes.
          <Text fw={600} style={{ color: 'var(--mantine-color-error)' }}>
            {t('reception.calledOff', { reason: cancelledReason })}
          </Text>
        ) : (
          <Text fw={600}>{free > 0 ? t('reception.free', { count: free }) : t('reception.full')}</Text>
        )}
        {free > 0 && (
          <Button
            component={Link}
            to={`/reception/book?date=${date}&sitting=${encodeURIComponent(sittingId)}`}
            size="xl"
            mt="xs"
            aria-label={t('reception.bookAt', {
              date: dayInWords(date, i18n.language),
              kind: t(`sittingKind.${kind}`),
            })}
          >
            {t('reception.book')}
          </Button>
        )}
      </Stack>
    </Paper>
  )
}

export function BackToCalendar() {
  const { t } = useTranslation()
  return (
    <Anchor component={Link} to="/reception" fz="lg">
      {t('reception.back')}
    </Anchor>
  )
}
