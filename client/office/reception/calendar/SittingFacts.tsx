// What there is to say of one sitting: its hours, who receives, what became of it.
import { Alert, Badge, Group, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { calendarDayOf } from '../../../../shared/law/working-days.ts'
import type { Officer, StaffSitting } from '../../../../shared/wire/reception/appointments.ts'
import { hoursOf } from '../../../base/appointments/days.ts'
import { useFormat } from '../../../base/i18n/format.ts'
import classes from '../../ui/office.module.css'
import type { useCallOff } from './queries.ts'

interface SittingFactsProps {
  readonly sitting: StaffSitting
  readonly officers: readonly Officer[]
  readonly postingSource: string
  readonly calledOff: ReturnType<typeof useCallOff>['data']
}

export function SittingFacts({ sitting, officers, postingSource, calledOff }: SittingFactsProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { kind, slots, booked, substitution, heldBy, cancelled, isPostedInTime, postedBy } = sitting
  const nameOf = (officerId: string | null) =>
    officers.find((officer) => officer.officerId === officerId)?.name ?? t('staff.receptionPlan.nobody')
  const { from, to } = hoursOf(sitting)
  const places = slots.reduce((sum, { capacity }) => sum + capacity, 0)
  return (
    <div className={classes.who}>
      <Group gap="xs">
        <Text fw={600} td={cancelled ? 'line-through' : 'none'}>
          {from}–{to}
        </Text>
        <Badge tt="none" variant="default">
          {t(`sittingKind.${kind}`)}
        </Badge>
        <Text>{t('staff.receptionPlan.booked', { booked, places })}</Text>
      </Group>
      <Text size="sm">
        {t('staff.receptionPlan.receives', { name: nameOf(sitting.officerId) })}
        {sitting.substituteId !== null &&
          substitution === null &&
          ` · ${t('staff.receptionPlan.substitute', { name: nameOf(sitting.substituteId) })}`}
      </Text>
      {substitution && (
        <Text size="sm">
          {t('staff.receptionPlan.steppedIn', { name: nameOf(substitution.officerId), reason: substitution.reason })}
        </Text>
      )}
      {heldBy !== null && <Text size="sm">{t('staff.receptionPlan.held', { name: nameOf(heldBy) })}</Text>}
      {cancelled && <Text size="sm">{t('staff.receptionPlan.calledOff', { reason: cancelled.reason })}</Text>}
      {!cancelled && isPostedInTime === false && (
        <Text size="sm">
          <IconAlertTriangle size={16} aria-hidden />{' '}
          {t('staff.receptionPlan.late', { date: format.isoDate(calendarDayOf(postedBy)), source: postingSource })}
        </Text>
      )}
      {calledOff && (
        <Alert color="teal" role="status">
          {t('staff.receptionPlan.callOff.done', calledOff)}
        </Alert>
      )}
    </div>
  )
}
