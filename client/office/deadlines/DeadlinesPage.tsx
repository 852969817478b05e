// What is near or over by law in all open cases: chosen by unit, deadline and state; also for those whom no letter reaches.

import { Alert, Anchor, Badge, Button, Chip, Group, Loader, Select, Stack, Text, Title } from '@mantine/core'
import { IconCalendarQuestion, IconDownload, IconMailOff, IconRefresh } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { isStateSecret } from '../../../shared/secrecy/levels.ts'
import { deadlineApi } from '../../../shared/wire/casework/deadline-api.ts'
import type { DeadlineList, DeadlineRow } from '../../../shared/wire/casework/law.ts'
import { addressOf } from '../../base/api.ts'
import { useFormat } from '../../base/i18n/format.ts'
import { SecrecyBadge } from '../../base/secrecy/SecrecyBadge.tsx'
import { useDeadlines } from '../law/queries.ts'
import { ToBeChecked } from '../law/ToBeChecked.tsx'
import classes from '../ui/office.module.css'
import { Problem } from '../ui/Problem.tsx'
import { Section } from '../ui/Section.tsx'

const colours = ['all', 'red', 'amber'] as const
const NOBODY = 'unassigned'

/** null: no longer chosen by it. */
type Changes = Readonly<Record<string, string | null>>

export function DeadlinesPage() {
  const { t } = useTranslation()
  // In the address, so that a list can be sent to a colleague.
  const [query, setQuery] = useSearchParams()
  const list = useDeadlines(query)
  const choose = (changes: Changes) => {
    const next = new URLSearchParams(query)
    for (const [name, value] of Object.entries(changes))
      if (value === null) next.delete(name)
      else next.set(name, value)
    setQuery(next)
  }
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={1} size="h2">
          {t('deadlines.title')}
        </Title>
        {list.data && list.data.total.amber + list.data.total.red > 0 && (
          <Button
            component="a"
            href={addressOf(deadlineApi.workbook, { query })}
            download
            variant="default"
            leftSection={<IconDownload size={18} aria-hidden />}
          >
            {t('deadlines.xlsx')}
          </Button>
        )}
      </Group>
      <Text>{t('deadlines.hint')}</Text>
      {list.isPending && <Loader aria-label={t('staff.loading')} />}
      {list.isError && <Problem error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && (
        <>
          <Remarks list={list.data} />
          <Filters list={list.data} query={query} onChoose={choose} />
          <Rows list={list.data} isFiltered={query.size > 0} />
          <Units list={list.data} onChoose={(unit) => choose({ unit, unassigned: null })} />
        </>
      )}
    </Stack>
  )
}

function Remarks({ list: { missingYears, isRecounting } }: { list: DeadlineList }) {
  const { t } = useTranslation()
  return (
    <>
      {missingYears.length > 0 && (
        <Alert color="yellow" icon={<IconCalendarQuestion aria-hidden />}>
          {t('deadlines.missingYears', { years: missingYears.join(', ') })}{' '}
          <Anchor component={Link} to={`/staff/law?year=${missingYears[0]}`}>
            {t('clocks.enterYear')}
          </Anchor>
        </Alert>
      )}
      {isRecounting && (
        <Alert color="blue" role="status" icon={<IconRefresh aria-hidden />}>
          {t('deadlines.recounting')}
        </Alert>
      )}
    </>
  )
}

interface FiltersProps {
  list: DeadlineList
  query: URLSearchParams
  onChoose: (changes: Changes) => void
}

function Filters({ list: { byUnit, byClock, total }, query, onChoose }: FiltersProps) {
  const { t } = useTranslation()
  const units = byUnit.flatMap(({ unit }) => (unit === null ? [] : [unit]))
  const hasUnassigned = byUnit.some(({ unit }) => unit === null)
  const isUnassigned = query.has('unassigned')
  const counts = { all: total.amber + total.red, amber: total.amber, red: total.red }
  const chosen = query.get('colour')
  return (
    <Group align="flex-end">
      <Select
        label={t('deadlines.unit')}
        placeholder={t('deadlines.everyUnit')}
        data={[
          ...(hasUnassigned || isUnassigned ? [{ value: NOBODY, label: t('deadlines.unassigned') }] : []),
          ...units.toSorted(new Intl.Collator('vi').compare).map((unit) => ({ value: `unit ${unit}`, label: unit })),
        ]}
        value={isUnassigned ? NOBODY : query.has('unit') ? `unit ${query.get('unit')}` : null}
        onChange={(value) =>
          onChoose({
            unassigned: value === NOBODY ? 'true' : null,
            unit: value === null || value === NOBODY ? null : value.slice('unit '.length),
          })
        }
        clearable
        searchable
        w={{ base: '100%', sm: 300 }}
      />
      <Select
        label={t('deadlines.clock')}
        placeholder={t('deadlines.everyClock')}
        data={byClock.map(({ clock }) => ({ value: clock, label: t(`clockName.${clock}`) }))}
        value={query.get('clock')}
        onChange={(clock) => onChoose({ clock })}
        clearable
        w={{ base: '100%', sm: 300 }}
      />
      <Chip.Group
        value={chosen ?? 'all'}
        onChange={(value) => onChoose({ colour: value === 'all' ? null : String(value) })}
      >
        <Group gap="xs" role="radiogroup" aria-label={t('deadlines.colour')}>
          {colours.map((colour) => (
            <Chip key={colour} value={colour} size="md">
              {/* Of another choice nobody has counted. */}
              {chosen === null || chosen === colour
                ? t('deadlines.count', { what: t(`deadlines.${colour}`), count: counts[colour] })
                : t(`deadlines.${colour}`)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </Group>
  )
}

function Rows({ list: { deadlines, total }, isFiltered }: { list: DeadlineList; isFiltered: boolean }) {
  const { t } = useTranslation()
  const all = total.amber + total.red
  if (deadlines.length === 0) return <Text>{t(isFiltered ? 'deadlines.noneChosen' : 'deadlines.none')}</Text>
  return (
    <>
      {deadlines.length < all && <Text>{t('deadlines.more', { shown: deadlines.length, total: all })}</Text>}
      <ul className={classes.list} aria-label={t('deadlines.title')}>
        {deadlines.map((row) => (
          <li key={`${row.caseId ?? row.sessionId} ${row.clock} ${row.dueOn}`}>
            <Row row={row} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Row({
  row: { caseId, sessionId, number, title, secrecy, unit, clock, dueOn, colour, left, isToBeChecked },
}: {
  row: DeadlineRow
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const words =
    left === 0
      ? t(colour === 'red' ? 'clocks.overSinceDayOff' : 'clocks.today')
      : t(left < 0 ? 'deadlines.over' : 'deadlines.left', { count: Math.abs(left) })
  return (
    <Link to={caseId === null ? `/staff/sessions/${sessionId}` : `/staff/cases/${caseId}`} className={classes.card}>
      <Stack gap={4}>
        <Group gap="xs">
          {number !== null && <Text fw={700}>{number}</Text>}
          <Text fw={600}>{t(`clockName.${clock}`)}</Text>
          <Badge tt="none" autoContrast color={colour === 'red' ? 'red.9' : 'yellow.4'}>
            {words}
          </Badge>
          {isToBeChecked && <ToBeChecked />}
          <SecrecyBadge level={secrecy} />
        </Group>
        <Text className={classes.preformatted}>
          {title || t(isStateSecret(secrecy) ? 'cases.words.withheld.secret' : 'cases.words.withheld')}
        </Text>
        <Text size="sm" c="dimmed">
          {t('clocks.due', { date: format.isoDate(dueOn) })} ·{' '}
          {unit ?? t(caseId === null ? 'deadlines.visit' : 'deadlines.unassigned')}
        </Text>
      </Stack>
    </Link>
  )
}

function Units({ list: { byUnit, isMailOn }, onChoose }: { list: DeadlineList; onChoose: (unit: string) => void }) {
  const { t } = useTranslation()
  const units = byUnit.filter(({ unit }) => unit !== null)
  if (units.length === 0) return null
  return (
    <Section title={t('deadlines.units')} {...(isMailOn && { hint: t('deadlines.digest') })}>
      {!isMailOn && (
        <Alert color="yellow" icon={<IconMailOff aria-hidden />}>
          {t('deadlines.mailOff')}
        </Alert>
      )}
      <ul className={classes.rows}>
        {units.map(({ unit, amber, red, hasAddress, letter }) => (
          <li key={unit}>
            <div className={classes.who}>
              <Anchor component="button" type="button" onClick={() => unit !== null && onChoose(unit)}>
                {unit}
              </Anchor>
              <Text size="sm">
                {t('deadlines.unitCount', { red, amber })}
                {isMailOn && !hasAddress && ` · ${t('deadlines.noAddress')}`}
                {letter !== null && ` · ${t(`deadlines.letter.${letter}`)}`}
              </Text>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
