// The days off and the swapped days of one year. What is wrong is said at its field; nothing is sent before it is right.
import { Button, Group, Stack } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { faultsOf, type NamedDay } from '../../../shared/law/calendar-year.ts'
import type { CalendarYearBody } from '../../../shared/wire/casework/law.ts'
import { DraftNotice } from '../../base/ui/forms/DraftNotice.tsx'
import { useKept } from '../../base/ui/forms/use-kept.ts'
import { Problem } from '../ui/Problem.tsx'
import { type DayList, NamedDays } from './NamedDays.tsx'
import type { useKeepYear } from './queries.ts'

const lists = ['daysOff', 'workedDays'] as const

interface CalendarFormProps {
  year: number
  kept: CalendarYearBody
  /** Of the page: after saving the form is another one. */
  keep: ReturnType<typeof useKeepYear>
}

export function CalendarForm({ year, kept: before, keep }: CalendarFormProps) {
  const { t } = useTranslation()
  const [days, write, kept] = useKept<Record<DayList, readonly NamedDay[]>>(`calendar.${year}.${before.revision}`, {
    daysOff: before.daysOff,
    workedDays: before.workedDays,
  })
  const [isTried, setTried] = useState(false)
  const faults = faultsOf({ year, ...days })
  const isWhole =
    faults.length === 0 && lists.every((list) => days[list].every(({ on, name }) => on !== '' && name.trim() !== ''))
  const change = (list: DayList, changed: readonly NamedDay[]) => {
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
          <NamedDays
            key={list}
            list={list}
            year={year}
            days={days[list]}
            isTried={isTried}
            faults={faults}
            onChange={(changed) => change(list, changed)}
          />
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
