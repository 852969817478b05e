// The charts of the overview, one for each thing a head asks after.
import { Text, UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { keptStates, matterFigures } from '../../../shared/projections/overview.ts'
import type { ReportPeriod } from '../../../shared/projections/reports.ts'
import { useFormat } from '../../base/i18n/format.ts'
import { Section } from '../ui/Section.tsx'
import { useAmounts } from './amounts.ts'
import { type Bar, BarTable } from './BarTable.tsx'
import classes from './overview.module.css'
import type { OfOverview } from './Tiles.tsx'

/** How a piece of the period is called: whole months by their number, else by its days. */
function useStepLabel() {
  const { t } = useTranslation()
  const { isoDate } = useFormat()
  return ({ from, to }: ReportPeriod): string => {
    const isMonth = from.endsWith('-01') && to.slice(0, 7) === from.slice(0, 7) && to.slice(8) >= '28'
    if (isMonth) return t('overview.step.month', { month: `${Number(from.slice(5, 7))}/${from.slice(0, 4)}` })
    // 01–07/10; of two months 29/10–04/11.
    const short = (day: string, length = 5) => isoDate(day).slice(0, length)
    const isOneMonth = from.slice(0, 7) === to.slice(0, 7)
    return t('overview.step.week', { from: short(from, isOneMonth ? 2 : 5), to: short(to) })
  }
}

export function Receptions({ overview: { receptions, unit }, onOpen }: OfOverview) {
  const { t } = useTranslation()
  const { count } = useAmounts()
  const labelOf = useStepLabel()
  const { figures, steps } = receptions
  const bar = (key: keyof typeof figures): Bar => ({
    key,
    label: t(`overview.figure.${key}`),
    ...figures[key],
    onOpen: () => onOpen({ of: 'reception', key, title: t(`overview.figure.${key}`) }),
  })
  return (
    <Section title={t('overview.receptions')} {...(unit !== null && { hint: t('overview.unit.receptions') })}>
      <BarTable
        title={t('overview.receptions.steps')}
        amount={count}
        most={16}
        bars={steps.map(({ from, to, value, before }) => {
          const label = labelOf({ from, to })
          const title = `${t('overview.figure.visits')}, ${label}`
          return {
            ...{ key: from, label, value, before },
            onOpen: () => onOpen({ of: 'reception', key: 'visits', title, days: { from, to } }),
          }
        })}
      />
      <BarTable
        title={t('overview.receptions.matters')}
        amount={count}
        bars={matterFigures.filter((key) => figures[key].value + figures[key].before > 0).map(bar)}
      />
      <ul className={classes.facts}>
        {(['people', 'groups', 'headVisits'] as const).map((key) => {
          const { value, before } = figures[key]
          const label = t(`overview.figure.${key}`)
          return (
            <li key={key}>
              {label}:{' '}
              {value === 0 ? (
                count(value)
              ) : (
                <UnstyledButton
                  className={classes.open}
                  aria-label={t('overview.open', { label, value: count(value) })}
                  onClick={() => onOpen({ of: 'reception', key, title: label })}
                >
                  {count(value)}
                </UnstyledButton>
              )}{' '}
              ({t('overview.than', { before: count(before) }).toLocaleLowerCase('vi')})
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

export function Waiting({ overview: { waiting, unit }, onOpen }: OfOverview) {
  const { t } = useTranslation()
  const { count, duration } = useAmounts()
  const { isoDate } = useFormat()
  const labelOf = useStepLabel()
  const { since, now, before, steps } = waiting
  const open = (days?: ReportPeriod) => () =>
    onOpen({ of: 'waits', title: t('overview.waiting'), ...(days && { days }) })
  return (
    <Section title={t('overview.waiting')} hint={t('overview.waiting.hint')}>
      {since === null ? (
        <Text>{t('overview.unknown')}</Text>
      ) : (
        <>
          <BarTable
            title={t('overview.waiting')}
            isTitleHidden
            amount={duration}
            bars={[
              {
                key: 'median',
                label: t('overview.waiting.median'),
                detail: t('overview.waiting.median.hint'),
                value: now.medianMs,
                before: before.medianMs,
                onOpen: open(),
              },
              {
                key: 'longest',
                label: t('overview.waiting.longest'),
                value: now.longestMs,
                before: before.longestMs,
                onOpen: open(),
              },
            ]}
          />
          <Facts
            facts={[
              t('overview.waiting.left', { count: now.left, before: count(before.left) }),
              t('overview.since', { day: isoDate(since) }),
              ...(unit === null ? [] : [t('overview.whole')]),
            ]}
          />
          <BarTable
            title={t('overview.waiting.steps')}
            amount={duration}
            most={16}
            bars={steps.map(({ from, to, waiting: one, before: then }) => ({
              key: from,
              label: labelOf({ from, to }),
              value: one.medianMs,
              before: then?.medianMs ?? null,
              onOpen: open({ from, to }),
            }))}
          />
        </>
      )}
    </Section>
  )
}

export function Overdue({ overview: { overdue }, onOpen }: OfOverview) {
  const { t } = useTranslation()
  const { count } = useAmounts()
  const { isoDate } = useFormat()
  const { since, on, beforeOn, isNow, units } = overdue
  const title = t('overview.overdue')
  if (on === null)
    return (
      <Section title={title}>
        <Text>
          {t('overview.unknown')} {since && t('overview.since', { day: isoDate(since) })}
        </Text>
      </Section>
    )
  const than = () => {
    if (beforeOn !== null) return [t('overview.overdue.beforeOn', { day: isoDate(beforeOn) })]
    return since === null ? [] : [t('overview.overdue.notThen', { day: isoDate(since) })]
  }
  return (
    <Section title={title}>
      {units.length === 0 ? (
        <Text>{t('overview.none')}</Text>
      ) : (
        <BarTable
          title={title}
          isTitleHidden
          amount={count}
          bars={units.map(({ unit, value, before }) => {
            const label = unit ?? t('overview.overdue.unassigned')
            return {
              ...{ key: unit ?? '', label, value, before },
              ...(isNow && {
                onOpen: () =>
                  onOpen({ of: 'overdue', key: unit ?? '', title: `${t('overview.overdue.tile')}: ${label}` }),
              }),
            }
          })}
        />
      )}
      <Facts facts={[t('overview.overdue.on', { day: isoDate(on) }), ...than()]} />
    </Section>
  )
}

export function Conclusions({ overview: { conclusions }, onOpen }: OfOverview) {
  const { t } = useTranslation()
  const { count } = useAmounts()
  const { now, before } = conclusions
  return (
    <Section title={t('overview.conclusions')} hint={t('overview.conclusions.hint')}>
      <BarTable
        title={t('overview.conclusions')}
        isTitleHidden
        amount={count}
        bars={keptStates.map((state) => {
          const label = t(`overview.conclusions.${state}`)
          return {
            ...{ key: state, label, value: now[state], before: before[state] },
            onOpen: () => onOpen({ of: 'conclusions', key: state, title: label }),
          }
        })}
      />
    </Section>
  )
}

export function Sites({ overview: { sessions, unit }, onOpen }: OfOverview) {
  const { t } = useTranslation()
  const { count, duration } = useAmounts()
  const { isoDate } = useFormat()
  const { since, sites } = sessions
  const unsteady = sites.filter(({ losses }) => losses > 0)
  return (
    <Section title={t('overview.sites')} hint={t('overview.sites.hint')}>
      {since === null ? (
        <Text>{t('overview.unknown')}</Text>
      ) : (
        <>
          {unsteady.length > 0 && (
            <BarTable
              title={t('overview.sites')}
              isTitleHidden
              amount={duration}
              bars={unsteady.map((site) => ({
                key: site.name,
                label: site.name,
                detail: [
                  t('overview.sites.losses', { count: site.losses }),
                  t('overview.sites.sessions', { count: site.sessions }),
                ].join(', '),
                value: site.lostMs,
                before: site.lostMsBefore,
                onOpen: () => onOpen({ of: 'sessions', key: site.name, title: site.name }),
              }))}
            />
          )}
          <Facts
            facts={[
              t('overview.sites.summary', {
                count: sites.length,
                sessions: t('overview.sites.sessions', { count: sessions.count.value }),
                steady: count(sites.length - unsteady.length),
              }),
              t('overview.since', { day: isoDate(since) }),
              ...(unit === null ? [] : [t('overview.whole')]),
            ]}
          />
        </>
      )}
    </Section>
  )
}

export function Speaking({ overview: { sessions, unit }, onOpen }: OfOverview) {
  const { t } = useTranslation()
  const { duration } = useAmounts()
  const { byRole, bySite } = sessions
  const open = (key: string) => () => onOpen({ of: 'sessions', key, title: key })
  return (
    <Section title={t('overview.speaking')} hint={t('overview.speaking.hint')}>
      {byRole.length === 0 ? (
        <Text>{t('overview.none')}</Text>
      ) : (
        <>
          <BarTable
            title={t('overview.speaking.byRole')}
            amount={duration}
            bars={byRole.map(({ role, ms, before }) => ({
              ...{ key: role, label: t(`role.${role}`), value: ms, before },
              onOpen: () => onOpen({ of: 'sessions', title: t('overview.speaking') }),
            }))}
          />
          {bySite.length > 0 && (
            <BarTable
              title={t('overview.speaking.bySite')}
              amount={duration}
              bars={bySite.map(({ site, ms, before }) => ({
                ...{ key: site, label: site, value: ms, before },
                onOpen: open(site),
              }))}
            />
          )}
        </>
      )}
      {unit !== null && <Facts facts={[t('overview.whole')]} />}
    </Section>
  )
}

const Facts = ({ facts }: { facts: readonly string[] }) => (
  <Text size="sm" c="dimmed">
    {facts.join(' · ')}
  </Text>
)
