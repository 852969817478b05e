import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { calendarDayOf } from '../../../shared/law/working-days.ts'
import type { Conclusion } from '../../../shared/wire/casework/conclusions.ts'
import { useFormat } from '../../base/i18n/format.ts'

interface NextReminderProps {
  conclusion: Conclusion
  isMailOn: boolean
}

/** When the unit is reminded next, by the server or else by somebody; or that it is to be reminded now. */
export function NextReminder({ conclusion, isMailOn }: NextReminderProps) {
  const { nextReminder, isToRemind, unitEmail } = conclusion
  const { t } = useTranslation()
  const format = useFormat()
  if (nextReminder === null) return null
  const occasion = t(`staff.conclusions.occasion.${nextReminder.occasion}`)
  if (isToRemind)
    return (
      <Text size="sm" fw={600}>
        {t(isMailOn ? 'staff.conclusions.toRemind' : 'staff.conclusions.toRemindByHand', { occasion })}
      </Text>
    )
  const date = format.isoDate(nextReminder.on)
  if (!isMailOn || unitEmail === null)
    return (
      <Text size="sm" c="dimmed">
        {t('staff.conclusions.nextByHand', { date, occasion })}
      </Text>
    )
  const isNow = nextReminder.on <= calendarDayOf(Date.now())
  return (
    <Text size="sm" c="dimmed">
      {isNow ? t('staff.conclusions.nextNow', { occasion }) : t('staff.conclusions.next', { date, occasion })}
    </Text>
  )
}
