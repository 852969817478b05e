// The days off of one year, or its swapped days: each with its name, one below the other.
import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CalendarFault, NamedDay } from '../../../shared/law/calendar-year.ts'
import { DateField } from '../../base/ui/dates/DateField.tsx'

const addWords = { daysOff: 'law.addDayOff', workedDays: 'law.addWorkedDay' } as const

export type DayList = keyof typeof addWords

interface NamedDaysProps {
  list: DayList
  year: number
  days: readonly NamedDay[]
  /** Said once somebody tried to save. */
  isTried: boolean
  faults: readonly CalendarFault[]
  onChange: (days: readonly NamedDay[]) => void
}

export function NamedDays({ list, year, days, isTried, faults, onChange }: NamedDaysProps) {
  const { t } = useTranslation()
  const dayFaults = (index: number): DayFaults => {
    const found = faults.find((one) => one.list === list && one.index === index)
    const fault = found ? t(`law.fault.${found.fault}`, { year }) : null
    return {
      on: days[index]?.on === '' ? t('law.fault.noDay') : fault,
      name: days[index]?.name.trim() === '' ? t('law.fault.noName') : null,
    }
  }
  return (
    <Stack gap="xs" role="group" aria-label={t(`law.${list}`)}>
      <Text fw={600}>{t(`law.${list}`)}</Text>
      {days.map((day, index) => (
        <NamedDayFields
          // Days are typed in place: their order changes with saving alone.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          key={index}
          year={year}
          words={{ list: t(`law.${list}`), number: index + 1 }}
          day={day}
          faults={isTried ? dayFaults(index) : {}}
          onChange={(part) => onChange(days.map((one, at) => (at === index ? { ...one, ...part } : one)))}
          onRemove={() => onChange(days.filter((_, at) => at !== index))}
        />
      ))}
      <Group>
        <Button
          variant="default"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => onChange([...days, { on: '', name: days.at(-1)?.name ?? '' }])}
        >
          {t(addWords[list])}
        </Button>
      </Group>
    </Stack>
  )
}

interface DayFaults {
  on?: string | null
  name?: string | null
}

interface NamedDayFieldsProps {
  year: number
  words: { list: string; number: number }
  day: NamedDay
  faults: DayFaults
  onChange: (part: Partial<NamedDay>) => void
  onRemove: () => void
}

function NamedDayFields({ year, words, day, faults, onChange, onRemove }: NamedDayFieldsProps) {
  const { t } = useTranslation()
  return (
    <Group align="flex-start" gap="xs" wrap="wrap">
      <DateField
        aria-label={t('law.dayOf', words)}
        min={`${year}-01-01`}
        max={`${year}-12-31`}
        value={day.on}
        error={faults.on}
        w="11rem"
        onChange={(typed) => onChange({ on: typed })}
      />
      <TextInput
        aria-label={t('law.dayNameOf', words)}
        placeholder={t('law.dayName')}
        maxLength={200}
        value={day.name}
        error={faults.name}
        flex="1 1 12rem"
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <Button variant="subtle" color="red" px="xs" aria-label={t('law.removeDay', words)} onClick={onRemove}>
        <IconTrash size={18} aria-hidden />
      </Button>
    </Group>
  )
}
