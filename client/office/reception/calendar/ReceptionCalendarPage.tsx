// The calendar as staff keep it: a month of sittings, who receives and who steps in, who comes, and the duty of the head.
import { Alert, Button, Group, Loader, Stack, Text, Title } from '@mantine/core'
import {
  IconChevronLeft,
  IconChevronRight,
  IconExternalLink,
  IconMailOff,
  IconPlus,
  IconRepeat,
  IconSettings,
  IconUsersGroup,
} from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayInWords } from '../../../base/appointments/days.ts'
import { dateAndTimeOf } from '../../ui/agency-time.ts'
import classes from '../../ui/office.module.css'
import { Problem } from '../../ui/Problem.tsx'
import { Section } from '../../ui/Section.tsx'
import { DutyReport } from './DutyReport.tsx'
import { OfficersDialog } from './OfficersDialog.tsx'
import { PlanDialog } from './PlanDialog.tsx'
import { PublicPageDialog } from './PublicPageDialog.tsx'
import { useMonth, useOfficers } from './queries.ts'
import { RotaDialog } from './RotaDialog.tsx'
import { SittingRow } from './SittingRow.tsx'

type Dialog = 'plan' | 'rota' | 'page' | 'officers'

function monthBeside(month: string, step: 1 | -1): string {
  const moment = new Date(`${month}-01`)
  moment.setUTCMonth(moment.getUTCMonth() + step)
  return moment.toISOString().slice(0, 7)
}

export function ReceptionCalendarPage() {
  const { t, i18n } = useTranslation()
  const thisDay = dateAndTimeOf(Date.now()).date
  const [month, setMonth] = useState(thisDay.slice(0, 7))
  const [dialog, setDialog] = useState<Dialog | null>(null)
  const calendar = useMonth(month)
  const officers = useOfficers()
  const roster = officers.data ?? []
  const days = calendar.data?.days ?? []
  const today = calendar.data?.today ?? thisDay
  // The next sitting is mostly held where the last one was.
  const place = days.at(-1)?.sittings.at(-1)?.place ?? ''
  const close = () => setDialog(null)
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={1} size="h2">
          {t('staff.receptionPlan.title')}
        </Title>
        <Button
          component="a"
          href="/reception"
          target="_blank"
          variant="subtle"
          leftSection={<IconExternalLink size={18} aria-hidden />}
        >
          {t('staff.receptionPlan.public')}
        </Button>
      </Group>
      <Group gap="xs">
        <Button leftSection={<IconPlus size={20} aria-hidden />} onClick={() => setDialog('plan')}>
          {t('staff.receptionPlan.plan')}
        </Button>
        <Button variant="default" leftSection={<IconRepeat size={18} aria-hidden />} onClick={() => setDialog('rota')}>
          {t('staff.receptionPlan.rota')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconUsersGroup size={18} aria-hidden />}
          onClick={() => setDialog('officers')}
        >
          {t('staff.receptionPlan.officers')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconSettings size={18} aria-hidden />}
          onClick={() => setDialog('page')}
        >
          {t('staff.receptionPlan.page')}
        </Button>
      </Group>
      <Group gap="xs">
        <Button
          variant="default"
          px="xs"
          aria-label={t('staff.receptionPlan.monthBefore')}
          onClick={() => setMonth(monthBeside(month, -1))}
        >
          <IconChevronLeft size={20} aria-hidden />
        </Button>
        <Title order={2} size="h3">
          {t('staff.receptionPlan.month', { month: month.split('-').reverse().join('/') })}
        </Title>
        <Button
          variant="default"
          px="xs"
          aria-label={t('staff.receptionPlan.monthAfter')}
          onClick={() => setMonth(monthBeside(month, 1))}
        >
          <IconChevronRight size={20} aria-hidden />
        </Button>
      </Group>
      {calendar.isPending && <Loader aria-label={t('staff.loading')} />}
      {calendar.isError && <Problem error={calendar.error} onRetry={() => void calendar.refetch()} />}
      {officers.isError && <Problem error={officers.error} onRetry={() => void officers.refetch()} />}
      {calendar.data && (
        <>
          {!calendar.data.isMailOn && (
            <Alert color="yellow" icon={<IconMailOff aria-hidden />}>
              {t('staff.receptionPlan.mailOff')}
            </Alert>
          )}
          <DutyReport duty={calendar.data.duty} />
          {days.length === 0 && (
            <div>
              <Text fw={600}>{t('staff.receptionPlan.empty')}</Text>
              <Text c="dimmed">{t('staff.receptionPlan.empty.what')}</Text>
            </div>
          )}
          {days.map(({ date, sittings }) => (
            <Section key={date} title={dayInWords(date, i18n.language)}>
              <ul className={classes.rows}>
                {sittings.map((sitting) => (
                  <li key={sitting.sittingId}>
                    <SittingRow
                      date={date}
                      today={today}
                      sitting={sitting}
                      officers={roster}
                      postingSource={calendar.data.postingSource}
                    />
                  </li>
                ))}
              </ul>
            </Section>
          ))}
        </>
      )}
      {dialog === 'plan' && <PlanDialog officers={roster} place={place} onClose={close} />}
      {dialog === 'rota' && <RotaDialog officers={roster} today={today} place={place} onClose={close} />}
      {dialog === 'page' && <PublicPageDialog onClose={close} />}
      {dialog === 'officers' && <OfficersDialog onClose={close} />}
    </Stack>
  )
}
