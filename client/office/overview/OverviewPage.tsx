// How things stand, for whoever leads: a few figures of a period beside those of the period before, each with what is behind it. One
// screen, one sheet of paper.
import { Alert, Button, Group, Loader, Stack, Text, Title } from '@mantine/core'
import { IconInfoCircle, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { calendarDayOf } from '../../../shared/law/working-days.ts'
import type { Overview } from '../../../shared/wire/figures/overview.ts'
import { useFormat } from '../../base/i18n/format.ts'
import { PeriodFields, UnitSelect } from '../reports/PeriodFields.tsx'
import { isPeriod, spanOf } from '../reports/report-periods.ts'
import { Problem } from '../ui/Problem.tsx'
import { BehindDialog } from './BehindDialog.tsx'
import { Conclusions, Overdue, Receptions, Sites, Speaking, Waiting } from './charts.tsx'
import classes from './overview.module.css'
import { type Asked, type Behind, useOverview } from './queries.ts'
import { Tiles } from './Tiles.tsx'

function askedIn(query: URLSearchParams): Asked {
  const wanted = { from: query.get('from') ?? '', to: query.get('to') ?? '' }
  const period = isPeriod(wanted) ? wanted : spanOf('month', calendarDayOf(Date.now()))
  return { ...period, unit: query.get('unit') }
}

export function OverviewPage() {
  const { t } = useTranslation()
  // In the address: it can be sent to a colleague.
  const [query, setQuery] = useSearchParams()
  const [behind, setBehind] = useState<Behind | null>(null)
  const asked = askedIn(query)
  const overview = useOverview(asked)
  const choose = (changes: Partial<Asked>) => {
    const { from, to, unit } = { ...asked, ...changes }
    setQuery({ from, to, ...(unit !== null && { unit }) }, { replace: true })
  }
  return (
    <Stack className={classes.page}>
      <Group justify="space-between">
        <Title order={1} size="h2">
          {t('overview.title')}
        </Title>
        <Button
          variant="default"
          className={classes.screenOnly}
          leftSection={<IconPrinter size={18} aria-hidden />}
          disabled={!overview.data}
          onClick={() => window.print()}
        >
          {t('overview.print')}
        </Button>
      </Group>
      <Stack gap="sm" className={classes.screenOnly}>
        <Group align="flex-end">
          <UnitSelect unit={asked.unit} onChoose={choose} />
        </Group>
        <PeriodFields period={asked} onChoose={choose} />
      </Stack>
      {overview.isPending && <Loader aria-label={t('staff.loading')} />}
      {overview.isError && <Problem error={overview.error} onRetry={() => void overview.refetch()} />}
      {overview.data && (
        <>
          <Periods overview={overview.data} />
          <Tiles overview={overview.data} onOpen={setBehind} />
          <div className={classes.sections}>
            <Receptions overview={overview.data} onOpen={setBehind} />
            <Waiting overview={overview.data} onOpen={setBehind} />
            <Overdue overview={overview.data} onOpen={setBehind} />
            <Conclusions overview={overview.data} onOpen={setBehind} />
            <Sites overview={overview.data} onOpen={setBehind} />
            <Speaking overview={overview.data} onOpen={setBehind} />
          </div>
        </>
      )}
      {behind && <BehindDialog asked={asked} behind={behind} onClose={() => setBehind(null)} />}
    </Stack>
  )
}

function Periods({ overview: { organisation, period, before, unit, isCatchingUp } }: { overview: Overview }) {
  const { t } = useTranslation()
  const { isoDate, shortDateTime } = useFormat()
  const span = ({ from, to }: Overview['period']) => t('reports.days', { from: isoDate(from), to: isoDate(to) })
  const now = Date.now()
  return (
    <>
      <div>
        <Text fw={600} className={`${classes.printOnly} ${classes.agency}`}>
          {organisation}
        </Text>
        <Text>
          {t('overview.now')}: {span(period)}. {t('overview.before')}: {span(before)}.
          {unit !== null && ` ${t('reports.unit')}: ${unit}.`}
        </Text>
        <Text size="sm" c="dimmed">
          {t('overview.bars')}.{period.to >= calendarDayOf(now) && ` ${t('overview.goesOn')}`}
        </Text>
        <Text size="sm" className={classes.printOnly}>
          {t('overview.printed', { when: shortDateTime(now) })}
        </Text>
      </div>
      {isCatchingUp && (
        <Alert color="yellow" icon={<IconInfoCircle aria-hidden />}>
          {t('overview.catchingUp')}
        </Alert>
      )}
    </>
  )
}
