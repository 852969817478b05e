// The sittings of one month, day by day, under the duty of the head.
import { Alert, Text } from '@mantine/core'
import { IconMailOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Officer, StaffCalendar } from '../../../../shared/wire/reception/appointments.ts'
import { dayInWords } from '../../../base/appointments/days.ts'
import classes from '../../ui/office.module.css'
import { Section } from '../../ui/Section.tsx'
import { DutyReport } from './DutyReport.tsx'
import { SittingRow } from './SittingRow.tsx'

interface SittingsOfMonthProps {
  readonly calendar: StaffCalendar
  readonly officers: readonly Officer[]
}

export function SittingsOfMonth({ calendar, officers }: SittingsOfMonthProps) {
  const { t, i18n } = useTranslation()
  const { days, today, isMailOn, duty, postingSource } = calendar
  return (
    <>
      {!isMailOn && (
        <Alert color="yellow" icon={<IconMailOff aria-hidden />}>
          {t('staff.receptionPlan.mailOff')}
        </Alert>
      )}
      <DutyReport duty={duty} />
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
                  officers={officers}
                  postingSource={postingSource}
                />
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </>
  )
}
