// The days off and the swapped days of one year. What is wrong is said at its field; nothing is sent before it is right.
import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { faultsOf, type NamedDay } from '../../../shared/law/calendar-year.ts'
import type { CalendarYearBody } from '../../../shared/wire/casework/law.ts'
import { DateField } from '../../base/ui/dates/DateField.tsx'
import { DraftNotice } from '../../base/ui/forms/DraftNotice.tsx'
import { useKept } from '../../base/ui/forms/use-kept.ts'
import { Problem } from '../ui/Problem.tsx'
import type { useKeepYear } from './queries.ts'

const lists = ['daysOff', 'workedDays'] as const
type List = (typeof lists)[number]
const addWords = { daysOff: 'law.addDayOff', workedDays: 'law.addWorkedDay' } as const

interface CalendarFormProps {
  year: number
  kept: CalendarYearBody
  /** Of the page: after saving the form is another one. */
  keep: ReturnType<typeof useKeepYear>
}

export function CalendarForm({ year, kept: before, keep }: CalendarFormProps) {
  const { t } = useTranslation()
  const [days, write, kept] = useKept<Record<List, readonly NamedDay[]>>(`calendar.${year}.${before.revision}`, {
    daysOff: before.daysOff,
    workedDays: before.workedDays,
  })
  const [isTried, setTried] = useState(false)
  const faults = faultsOf({ year, ...days })
  const dayFault = (list: List, index: number) => {
    if (!isTried) return null
    if (days[list][index]?.on === '') return t('law.fault.noDay')
    const found = faults.find((one) => one.list === list && one.index === index)
    return found ? t(`law.fault.${found.fault}`, { year }) : null
  }
  const nameFault = (list: List, index: number) =>
    isTried && days[list][index]?.name.trim() === '' ? t('law.fault.noName') : null
  const isWhole =
    faults.length === 0 && lists.every((list) => days[list].every(({ on, name }) => on !== '' && name.trim() !== ''))
  const change = (list: List, changed: readonly NamedDay[]) => {
    keep.reset()
    write({ [list]: changed })
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (!isWhole) return
    kept.sentBy(
      keep.mutateAsync({ daysOff: [...days.daysOff], workedDays: [...days.workedDays], revision: before.revision }),
    )
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <DraftNotice kept={kept} />
        {lists.map((list) => (
          <Stack key={list} gap="xs" role="group" aria-label={t(`law.${list}`)}>
            <Text fw={600}>{t(`law.${list}`)}</Text>
            {days[list].map(({ on, name }, index) => {
              const words = { list: t(`law.${list}`), number: index + 1 }
              const set = (part: Partial<NamedDay>) =>
                change(
                  list,
                  days[list].map((day, at) => (at === index ? { ...day, ...part } : day)),
                )
              return (
                // Days are typed in place: their order changes with saving alone.
                // biome-ignore lint/suspicious/noArrayIndexKey: see above
                <Group key={index} align="flex-start" gap="xs" wrap="wrap">
                  <DateField
                    aria-label={t('law.dayOf', words)}
                    min={`${year}-01-01`}
                    max={`${year}-12-31`}
                    value={on}
                    error={dayFault(list, index)}
                    w="11rem"
                    onChange={(day) => set({ on: day })}
                  />
                  <TextInput
                    aria-label={t('law.dayNameOf', words)}
                    placeholder={t('law.dayName')}
                    maxLength={200}
                    value={name}
                    error={nameFault(list, index)}
                    flex="1 1 12rem"
                    onChange={(event) => set({ name: event.currentTarget.value })}
                  />
                  <Button
                    variant="subtle"
                    color="red"
                    px="xs"
                    aria-label={t('law.removeDay', words)}
                    onClick={() =>
                      change(
                        list,
                        days[list].filter((_, at) => at !== index),
                      )
                    }
                  >
                    <IconTrash size={18} aria-hidden />
                  </Button>
                </Group>
              )
            })}
            <Group>
              <Button
                variant="default"
                leftSection={<IconPlus size={18} aria-hidden />}
                onClick={() => change(list, [...days[list], { on: '', name: days[list].at(-1)?.name ?? '' }])}
              >
                {t(addWords[list])}
              </Button>
            </Group>
          </Stack>
        ))}
        {keep.isError && <Problem error={keep.error} />}
        <Group>
          <Button type="submit" loading={keep.isPending}>
            {t('law.save', { year })}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
