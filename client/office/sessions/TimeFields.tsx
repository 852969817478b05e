import { NumberInput, SimpleGrid, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../base/i18n/format.ts'
import { DateField } from '../../base/ui/dates/DateField.tsx'
import { TimeField } from '../../base/ui/dates/TimeField.tsx'
import { momentOf } from '../ui/agency-time.ts'

interface TimeFieldsProps {
  values: { date: string; time: string }
  propsOf: (field: 'date' | 'time' | 'plannedMinutes') => object
}

/** When a session is, and how long. */
export function TimeFields({ values, propsOf }: TimeFieldsProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const moment = momentOf(values)
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <DateField label={t('staff.newSession.date')} required {...propsOf('date')} />
        <TimeField label={t('staff.newSession.time')} required {...propsOf('time')} />
        <NumberInput
          label={t('staff.newSession.plannedMinutes')}
          allowDecimal={false}
          allowNegative={false}
          step={15}
          required
          {...propsOf('plannedMinutes')}
        />
      </SimpleGrid>
      {/* Said again in words, with the day of the week: whoever typed another day than they meant sees it. */}
      {Number.isFinite(moment) && (
        <Text size="sm" role="status">
          {t('staff.newSession.when', { time: format.dateTime(moment) })}
        </Text>
      )}
    </>
  )
}
