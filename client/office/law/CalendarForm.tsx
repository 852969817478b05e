// The days off and the swapped days of one year. What is wrong is said at its field; nothing is sent before it is right.
import { Button, Group, Stack } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { faultsOf } from '../../../shared/law/calendar-year.ts'
import type { CalendarYearBody } from '../../../shared/wire/casework/law.ts'
import { DraftNotice } from '../../base/ui/forms/DraftNotice.tsx'
import { useKeptForm } from '../../base/ui/forms/use-kept-form.ts'
import { Problem } from '../ui/Problem.tsx'
import { type Days, NamedDays } from './NamedDays.tsx'
import type { useKeepYear } from './queries.ts'

const lists = ['daysOff', 'workedDays'] as const

function errorsOf(t: TFunction, year: number, days: Days): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const { list, index, fault } of faultsOf({ year, ...days }))
    errors[`${list}.${index}.on`] ??= t(`law.fault.${fault}`, { year })
  for (const list of lists)
    for (const [index, { on, name }] of days[list].entries()) {
      if (on === '') errors[`${list}.${index}.on`] = t('law.fault.noDay')
      if (name.trim() === '') errors[`${list}.${index}.name`] = t('law.fault.noName')
    }
  return errors
}

interface CalendarFormProps {
  year: number
  kept: CalendarYearBody
  /** Of the page: after saving the form is another one. */
  keep: ReturnType<typeof useKeepYear>
}

export function CalendarForm({ year, kept: before, keep }: CalendarFormProps) {
  const { t } = useTranslation()
  const [form, kept] = useKeptForm<Days>(`calendar.${year}.${before.revision}`, {
    blank: { daysOff: before.daysOff, workedDays: before.workedDays },
    validate: (days) => errorsOf(t, year, days),
    onValuesChange: () => keep.reset(),
  })
  return (
    <form
      onSubmit={form.onSubmit((days) => kept.sentBy(keep.mutateAsync({ ...days, revision: before.revision })))}
      noValidate
    >
      <Stack>
        <DraftNotice kept={kept} />
        {lists.map((list) => (
          <NamedDays key={list} list={list} year={year} form={form} />
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
