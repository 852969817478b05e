// How the unit in charge of one assignment is reminded: where, when it was, when it will be, and a button to do it now.
import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconClock, IconMail } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conclusion, Reminder } from '../../../shared/wire/casework/conclusions.ts'
import { useFormat } from '../../base/i18n/format.ts'
import classes from '../ui/office.module.css'
import { Problem } from '../ui/Problem.tsx'
import { mailFaultText } from '../ui/problems.ts'
import { NextReminder } from './NextReminder.tsx'
import { useRemind } from './queries.ts'
import { UnitAddressDialog } from './UnitAddressDialog.tsx'

export function Reminders({ conclusion, isMailOn }: { conclusion: Conclusion; isMailOn: boolean }) {
  const { t } = useTranslation()
  const id = useId()
  const { entryId, unit, unitEmail, status, reminders } = conclusion
  const remind = useRemind(entryId)
  const [isEditing, setEditing] = useState(false)
  // Nobody is reminded here, and never was: nothing to be said.
  if (status === 'accepted' && reminders.length === 0) return null
  const isUnderWay = reminders.at(-1)?.delivery.state === 'queued'
  return (
    <Stack component="section" gap="xs" aria-labelledby={id}>
      <Title order={3} size="h5" id={id}>
        {t('staff.conclusions.reminders')}
      </Title>
      <Text size="sm" className={classes.preformatted}>
        {unitEmail === null ? t('staff.conclusions.noEmail') : t('staff.conclusions.email', { email: unitEmail })}
      </Text>
      {reminders.length > 0 && (
        <ul className={classes.lines} aria-label={t('staff.conclusions.reminders')}>
          {reminders.map((reminder) => (
            <li key={reminder.number}>
              <ReminderLine reminder={reminder} />
            </li>
          ))}
        </ul>
      )}
      <NextReminder conclusion={conclusion} isMailOn={isMailOn} />
      {status !== 'accepted' && (
        <Group gap="xs">
          {isMailOn && unitEmail !== null && status === 'open' && (
            <Button
              variant="default"
              leftSection={<IconMail size={18} aria-hidden />}
              loading={remind.isPending}
              disabled={isUnderWay}
              onClick={() => remind.mutate(reminders.length + 1)}
            >
              {t('staff.conclusions.remindNow')}
            </Button>
          )}
          <Button
            variant={unitEmail === null ? 'default' : 'subtle'}
            aria-label={t(unitEmail === null ? 'staff.conclusions.enterEmailOf' : 'staff.conclusions.changeEmailOf', {
              name: unit,
            })}
            onClick={() => setEditing(true)}
          >
            {t(unitEmail === null ? 'staff.conclusions.enterEmail' : 'staff.email.change')}
          </Button>
        </Group>
      )}
      {remind.isError && <Problem error={remind.error} />}
      {isEditing && <UnitAddressDialog name={unit} email={unitEmail} onClose={() => setEditing(false)} />}
    </Stack>
  )
}

const icons: Record<Reminder['delivery']['state'], typeof IconClock> = {
  queued: IconClock,
  retrying: IconClock,
  sent: IconCheck,
  failed: IconAlertTriangle,
  dropped: IconClock,
}

export function ReminderLine({ reminder }: { reminder: Reminder }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { occasion, at, by, delivery } = reminder
  const { state, attempts, fault, to } = delivery
  const Icon = icons[state]
  const words = t(`staff.conclusions.reminder.${state}`, {
    time: format.shortDateTime(at),
    to: to ?? '',
    count: attempts,
  })
  const reason = [t(`staff.conclusions.occasion.${occasion}`), by].filter(Boolean).join(': ')
  return (
    <>
      <Group gap={6} wrap="nowrap" align="flex-start" {...(state === 'failed' && { c: 'var(--mantine-color-error)' })}>
        <Icon size={18} aria-hidden className={classes.lineIcon} />
        <Text size="sm" role="status" className={classes.preformatted}>
          {words} ({reason})
        </Text>
      </Group>
      {fault && <Text size="sm">{mailFaultText(t, fault)}</Text>}
    </>
  )
}
