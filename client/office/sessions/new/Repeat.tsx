// The same session again, weekly or monthly: every day is shown before it is booked, and can be left out.
import { Checkbox, NumberInput, Select, SimpleGrid, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { maximumSeries } from '../../../../shared/wire/hearing/booking.ts'
import { useFormat } from '../../../base/i18n/format.ts'
import { momentOf } from '../../ui/agency-time.ts'
import type { DraftForm } from './draft-form.ts'
import { repeatedDays, repetitions } from './repetition.ts'

export function Repeat({ form }: DraftForm) {
  const { t } = useTranslation()
  const format = useFormat()
  const { date, time, repetition, repeatCount, daysLeftOut } = form.values
  const days = repeatedDays(date, repetition, Number(repeatCount))
  const setLeftOut = (day: string, isLeftOut: boolean) =>
    form.setFieldValue('daysLeftOut', isLeftOut ? [...daysLeftOut, day] : daysLeftOut.filter((one) => one !== day))
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Select
          label={t('staff.repeat')}
          allowDeselect={false}
          data={repetitions.map((value) => ({ value, label: t(`staff.repeat.${value}`) }))}
          {...form.getInputProps('repetition')}
        />
        {repetition !== 'none' && (
          <NumberInput
            label={t('staff.repeat.count')}
            allowDecimal={false}
            allowNegative={false}
            min={2}
            max={maximumSeries}
            {...form.getInputProps('repeatCount')}
          />
        )}
      </SimpleGrid>
      {days.length > 1 && (
        <Checkbox.Group
          label={t('staff.repeat.days', { count: days.filter((day) => !daysLeftOut.includes(day)).length })}
          description={t('staff.repeat.days.hint')}
          value={days.filter((day) => !daysLeftOut.includes(day))}
        >
          <SimpleGrid cols={{ base: 1, sm: 2, md: 3 }} mt="xs">
            {days.map((day, index) => (
              <Checkbox
                key={day}
                value={day}
                label={format.dateTime(momentOf({ date: day, time }) || Date.parse(day))}
                disabled={index === 0}
                onChange={(event) => setLeftOut(day, !event.currentTarget.checked)}
              />
            ))}
          </SimpleGrid>
        </Checkbox.Group>
      )}
    </Stack>
  )
}
