// By what the agency counts: its calendar of working days, the table of deadlines with sources, how both are read, who changed what.
import { Alert, Anchor, Loader, SegmentedControl, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useOutletContext, useSearchParams } from 'react-router'
import type { LawPage as Law } from '../../../shared/wire/casework/law.ts'
import type { Account } from '../../../shared/wire/identity/account.ts'
import { useFormat } from '../../base/i18n/format.ts'
import classes from '../ui/office.module.css'
import { Problem } from '../ui/Problem.tsx'
import { Section } from '../ui/Section.tsx'
import { CalendarForm } from './CalendarForm.tsx'
import { ClockTable } from './ClockTable.tsx'
import { CountingForm } from './CountingForm.tsx'
import { useKeepYear, useLaw } from './queries.ts'

export function LawPage() {
  const { t } = useTranslation()
  const law = useLaw()
  const isAdministrator = useOutletContext<Account>().role === 'administrator'
  return (
    <Stack>
      <Title order={1} size="h2">
        {t('law.title')}
      </Title>
      <Text>{t('law.hint')}</Text>
      {law.isPending && <Loader aria-label={t('staff.loading')} />}
      {law.isError && <Problem error={law.error} onRetry={() => void law.refetch()} />}
      {law.data && (
        <>
          <Calendar law={law.data} />
          <ClockTable law={law.data} isAdministrator={isAdministrator} />
          {isAdministrator && <CountingForm counting={law.data.counting} />}
          <Changes law={law.data} />
        </>
      )}
    </Stack>
  )
}

function Calendar({ law: { today, years, missingYears } }: { law: Law }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [query, setQuery] = useSearchParams()
  const thisYear = Number(today.slice(0, 4))
  const offered = [...new Set([...years.map(({ year }) => year), thisYear, thisYear + 1])].toSorted((a, b) => a - b)
  const asked = Number(query.get('year'))
  const year = offered.includes(asked) ? asked : (missingYears[0] ?? thisYear)
  const keep = useKeepYear(year)
  const kept = years.find((one) => one.year === year)
  return (
    <Section title={t('law.calendar')} hint={t('law.calendar.hint')}>
      <SegmentedControl
        aria-label={t('law.year')}
        data={offered.map(String)}
        value={String(year)}
        onChange={(chosen) => {
          keep.reset()
          setQuery({ year: chosen })
        }}
      />
      {!kept && <Alert color="yellow">{t('law.missing')}</Alert>}
      {missingYears
        .filter((one) => one !== year)
        .map((one) => (
          <Alert key={one} color="yellow">
            {t('law.missing.other', { year: one })}{' '}
            <Anchor component={Link} to={`?year=${one}`}>
              {t('clocks.enterYear')}
            </Anchor>
          </Alert>
        ))}
      {kept && kept.changedAt === null && <Text size="sm">{t('law.seeded')}</Text>}
      {kept && kept.changedAt !== null && (
        <Text size="sm" c="dimmed">
          {t('law.changed', { time: format.shortDateTime(kept.changedAt), by: kept.by ?? t('law.someone') })}
        </Text>
      )}
      <CalendarForm
        key={`${year} ${kept?.revision ?? 0}`}
        year={year}
        kept={kept ?? { daysOff: [], workedDays: [], revision: 0 }}
        keep={keep}
      />
      {keep.isSuccess && (
        <Alert color="teal" role="status">
          {t('law.saved')}
        </Alert>
      )}
    </Section>
  )
}

function Changes({ law: { changes } }: { law: Law }) {
  const { t } = useTranslation()
  const format = useFormat()
  const of = ({ what, of: name }: Law['changes'][number]) =>
    what === 'row' ? t(`clockName.${name}` as 'clockName.citizenAnswer') : name
  return (
    <Section title={t('law.history')}>
      {changes.length === 0 && <Text c="dimmed">{t('law.history.none')}</Text>}
      <ul className={classes.lines}>
        {changes.map((change, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what was changed keeps its place, counted from the end
          <li key={changes.length - index}>
            <Text size="sm">
              {format.shortDateTime(change.at)} · {change.by ?? t('law.someone')} ·{' '}
              {t(`law.change.${change.what}`, { of: of(change) })}
            </Text>
          </li>
        ))}
      </ul>
    </Section>
  )
}
