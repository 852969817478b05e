// The calendar as staff keep it: a month of sittings, who receives and who steps in, who comes, and the duty of the head.
import { Button, Group, Loader, Stack, Title } from '@mantine/core'
import {
  IconChevronLeft,
  IconChevronRight,
  IconExternalLink,
  IconPlus,
  IconRepeat,
  IconSettings,
  IconUsersGroup,
} from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dateAndTimeOf } from '../../ui/agency-time.ts'
import { Problem } from '../../ui/Problem.tsx'
import { OfficersDialog } from './OfficersDialog.tsx'
import { PlanDialog } from './PlanDialog.tsx'
import { PublicPageDialog } from './PublicPageDialog.tsx'
import { useMonth, useOfficers } from './queries.ts'
import { RotaDialog } from './RotaDialog.tsx'
import { SittingsOfMonth } from './SittingsOfMonth.tsx'

type Dialog = 'plan' | 'rota' | 'page' | 'officers'

export function ReceptionCalendarPage() {
  const { t } = useTranslation()
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
      <PlanButtons onAsk={setDialog} />
      <MonthChoice month={month} onChange={setMonth} />
      {calendar.isPending && <Loader aria-label={t('staff.loading')} />}
      {calendar.isError && <Problem error={calendar.error} onRetry={() => void calendar.refetch()} />}
      {officers.isError && <Problem error={officers.error} onRetry={() => void officers.refetch()} />}
      {calendar.data && <SittingsOfMonth calendar={calendar.data} officers={roster} />}
      {dialog === 'plan' && <PlanDialog officers={roster} place={place} onClose={close} />}
      {dialog === 'rota' && <RotaDialog officers={roster} today={today} place={place} onClose={close} />}
      {dialog === 'page' && <PublicPageDialog onClose={close} />}
      {dialog === 'officers' && <OfficersDialog onClose={close} />}
    </Stack>
  )
}

function PlanButtons({ onAsk }: { onAsk: (dialog: Dialog) => void }) {
  const { t } = useTranslation()
  return (
    <Group gap="xs">
      <Button leftSection={<IconPlus size={20} aria-hidden />} onClick={() => onAsk('plan')}>
        {t('staff.receptionPlan.plan')}
      </Button>
      <Button variant="default" leftSection={<IconRepeat size={18} aria-hidden />} onClick={() => onAsk('rota')}>
        {t('staff.receptionPlan.rota')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconUsersGroup size={18} aria-hidden />}
        onClick={() => onAsk('officers')}
      >
        {t('staff.receptionPlan.officers')}
      </Button>
      <Button variant="default" leftSection={<IconSettings size={18} aria-hidden />} onClick={() => onAsk('page')}>
        {t('staff.receptionPlan.page')}
      </Button>
    </Group>
  )
}

function monthBeside(month: string, step: 1 | -1): string {
  const moment = new Date(`${month}-01`)
  moment.setUTCMonth(moment.getUTCMonth() + step)
  return moment.toISOString().slice(0, 7)
}

function MonthChoice({ month, onChange }: { month: string; onChange: (month: string) => void }) {
  const { t } = useTranslation()
  return (
    <Group gap="xs">
      <Button
        variant="default"
        px="xs"
        aria-label={t('staff.receptionPlan.monthBefore')}
        onClick={() => onChange(monthBeside(month, -1))}
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
        onClick={() => onChange(monthBeside(month, 1))}
      >
        <IconChevronRight size={20} aria-hidden />
      </Button>
    </Group>
  )
}
