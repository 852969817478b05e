// The legal clocks of a case: when what is due, how it stands by colour and in words, and on request why that day.
import { Alert, Anchor, Badge, Group, Loader, Spoiler, Stack, Text } from '@mantine/core'
import { IconCalendarQuestion } from '@tabler/icons-react'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ShownClock } from '../../../shared/wire/casework/law.ts'
import { useFormat } from '../../base/i18n/format.ts'
import { useCaseClocks } from '../law/queries.ts'
import { ToBeChecked } from '../law/ToBeChecked.tsx'
import classes from '../ui/office.module.css'
import { Problem } from '../ui/Problem.tsx'
import { Section } from '../ui/Section.tsx'

const isOver = ({ state, endedOn }: ShownClock) => endedOn !== null || state === 'met' || state === 'replaced'

export function CaseClocks({ caseId }: { caseId: string }) {
  const { t } = useTranslation()
  const clocks = useCaseClocks(caseId)
  const all = clocks.data ?? []
  const open = all.filter((one) => !isOver(one))
  const over = all.filter(isOver)
  const years = [...new Set(open.flatMap(({ unknownYears }) => unknownYears))]
  // Of a petition that was split the parts have them.
  if (clocks.data?.length === 0) return null
  return (
    <Section title={t('clocks.title')}>
      {clocks.isPending && <Loader aria-label={t('staff.loading')} />}
      {clocks.isError && <Problem error={clocks.error} onRetry={() => void clocks.refetch()} />}
      {years.length > 0 && <UnknownYears years={years} />}
      {clocks.data && open.length === 0 && <Text c="dimmed">{t('clocks.none')}</Text>}
      <Clocks clocks={open} label={t('clocks.title')} />
      {over.length > 0 && (
        <details>
          <summary>{t('clocks.over', { count: over.length })}</summary>
          <Clocks clocks={over} label={t('clocks.over', { count: over.length })} />
        </details>
      )}
    </Section>
  )
}

function UnknownYears({ years }: { years: readonly number[] }) {
  const { t } = useTranslation()
  return (
    <Alert color="yellow" icon={<IconCalendarQuestion aria-hidden />}>
      {t('clocks.unknownYears', { years: years.join(', ') })}{' '}
      <Anchor component={Link} to={`/staff/law?year=${years[0]}`}>
        {t('clocks.enterYear')}
      </Anchor>
    </Alert>
  )
}

const Clocks = ({ clocks, label }: { clocks: readonly ShownClock[]; label: string }) => (
  <ul className={classes.list} aria-label={label}>
    {clocks.map((clock) => (
      <li key={`${clock.clock} ${clock.from.on}`}>
        <Clock clock={clock} />
      </li>
    ))}
  </ul>
)

const badgeColors: Record<NonNullable<ShownClock['colour']>, string> = {
  green: 'teal.9',
  amber: 'yellow.4',
  red: 'red.9',
}

function Clock({ clock }: { clock: ShownClock }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [isWhyShown, showWhy] = useState(false)
  const { colour, dueOn, endedOn, state, why, unknownYears } = clock
  return (
    <Stack gap={4}>
      <Group gap="xs">
        <Text fw={600}>{t(`clockName.${clock.clock}`)}</Text>
        <Badge
          tt="none"
          {...(colour === null ? { variant: 'default' } : { color: badgeColors[colour], autoContrast: true })}
        >
          {leftWords(t, clock)}
        </Badge>
        {why.isToBeChecked && <ToBeChecked />}
      </Group>
      <Text size="sm">
        {dueOn === null ? t('clocks.noDue') : t('clocks.due', { date: format.isoDate(dueOn) })}
        {endedOn !== null &&
          ` · ${t(`clocks.state.${state}`)} ${t('clocks.endedOn', { date: format.isoDate(endedOn) })}`}
        {endedOn === null &&
          unknownYears.length > 0 &&
          ` · ${t('clocks.unknownYear', { years: unknownYears.join(', ') })}`}
      </Text>
      <Spoiler
        maxHeight={0}
        expanded={isWhyShown}
        onExpandedChange={showWhy}
        showLabel={t('clocks.why')}
        hideLabel={t('clocks.hideWhy')}
      >
        <Why clock={clock} />
      </Spoiler>
    </Stack>
  )
}

function leftWords(t: TFunction, { state, left, unit, dueOn }: ShownClock): string {
  if (left === null || dueOn === null) return t(`clocks.state.${state}`)
  if (state === 'missed') return left === 0 ? t('clocks.overSinceDayOff') : t(`clocks.over.${unit}`, { count: -left })
  return left === 0 ? t('clocks.today') : t(`clocks.left.${unit}`, { count: left })
}

function Why({ clock }: { clock: ShownClock }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { from, unit, why } = clock
  const amountOf = (count: number) => t(`clocks.amount.${unit}`, { count })
  const fact = t(`caseFact.${from.kind}`)
  const days = (list: readonly string[]) => list.map((day) => format.isoDate(day)).join(', ')
  const terms = { amount: amountOf(why.amount), date: format.isoDate(from.on), fact }
  const lines = [
    t(from.kind === 'dialogueSet' ? 'clocks.reasonBefore' : 'clocks.reason', terms),
    t('clocks.source', { source: why.source }),
    ...(why.readIn === null ? [] : [t(`clocks.readIn.${why.readIn}`)]),
    ...(why.circumstances.length === 0
      ? []
      : [t('clocks.circumstances', { found: why.circumstances.map((one) => t(`circumstance.${one}`)).join(', ') })]),
    ...why.extensions.map(({ on, amount, fault }) =>
      t(fault === null ? 'clocks.extension' : `clocks.extension.${fault}`, {
        date: format.isoDate(on),
        amount: amountOf(amount),
      }),
    ),
    ...why.rests.map(({ from: start, until }) =>
      until === null
        ? t('clocks.restOpen', { from: format.isoDate(start) })
        : t('clocks.rest', { from: format.isoDate(start), until: format.isoDate(until) }),
    ),
    ...(why.daysOff.length === 0 ? [] : [t('clocks.daysOff', { days: days(why.daysOff) })]),
    ...(why.workedDays.length === 0 ? [] : [t('clocks.workedDays', { days: days(why.workedDays) })]),
  ]
  return (
    <ul className={classes.lines}>
      {lines.map((line) => (
        <li key={line}>
          <Text size="sm">{line}</Text>
        </li>
      ))}
    </ul>
  )
}
