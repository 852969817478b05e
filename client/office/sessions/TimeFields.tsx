import { NumberInput, SimpleGrid, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../base/i18n/format.ts'
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
        <TextInput type="date" label={t('staff.newSession.date')} required {...propsOf('date')} />
        <TextInput type="time" label={t('staff.newSession.time')} required {...propsOf('time')} />
        <NumberInput
          label={t('staff.newSession.plannedMinutes')}
          allowDecimal={false}
          allowNegative={false}
          step={15}
          required
          {...propsOf('plannedMinutes')}
        />
      </SimpleGrid>
      {/* Date fields follow the language of the browser, often American: said again in words, it cannot be misread. */}
      {Number.isFinite(moment) && (
        <Text size="sm" role="status">
          {t('staff.newSession.when', { time: format.dateTime(moment) })}
        </Text>
      )}
    </>
  )
}
