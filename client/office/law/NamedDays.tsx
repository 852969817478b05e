// The days off of one year, or its swapped days: each with its name, one below the other.
import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { NamedDay } from '../../../shared/law/calendar-year.ts'
import { DateField } from '../../base/ui/dates/DateField.tsx'
import type { KeptForm } from '../../base/ui/forms/use-kept-form.ts'

const addWords = { daysOff: 'law.addDayOff', workedDays: 'law.addWorkedDay' } as const

type DayList = keyof typeof addWords
export type Days = Record<DayList, NamedDay[]>

interface NamedDaysProps {
  list: DayList
  year: number
  form: KeptForm<Days>
}

export function NamedDays({ list, year, form }: NamedDaysProps) {
  const { t } = useTranslation()
  const days = form.values[list]
  return (
    <Stack gap="xs" role="group" aria-label={t(`law.${list}`)}>
      <Text fw={600}>{t(`law.${list}`)}</Text>
      {days.map((_, index) => (
        <NamedDayFields
          // Days are typed in place: their order changes with saving alone.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          key={index}
          year={year}
          words={{ list: t(`law.${list}`), number: index + 1 }}
          propsOf={(field) => form.getInputProps(`${list}.${index}.${field}`)}
          onRemove={() => form.removeListItem(list, index)}
        />
      ))}
      <Group>
        <Button
          variant="default"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => form.insertListItem(list, { on: '', name: days.at(-1)?.name ?? '' })}
        >
          {t(addWords[list])}
        </Button>
      </Group>
    </Stack>
  )
}

interface NamedDayFieldsProps {
  year: number
  words: { list: string; number: number }
  propsOf: (field: keyof NamedDay) => object
  onRemove: () => void
}

function NamedDayFields({ year, words, propsOf, onRemove }: NamedDayFieldsProps) {
  const { t } = useTranslation()
  return (
    <Group align="flex-start" gap="xs" wrap="wrap">
      <DateField
        aria-label={t('law.dayOf', words)}
        min={`${year}-01-01`}
        max={`${year}-12-31`}
        w="11rem"
        {...propsOf('on')}
      />
      <TextInput
        aria-label={t('law.dayNameOf', words)}
        placeholder={t('law.dayName')}
        maxLength={200}
        flex="1 1 12rem"
        {...propsOf('name')}
      />
      <Button variant="subtle" color="red" px="xs" aria-label={t('law.removeDay', words)} onClick={onRemove}>
        <IconTrash size={18} aria-hidden />
      </Button>
    </Group>
  )
}
