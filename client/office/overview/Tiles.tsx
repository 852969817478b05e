// The six figures that come first; each opens what is behind it.
import { Text, UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Overview } from '../../../shared/wire/figures/overview.ts'
import { useAmounts } from './amounts.ts'
import classes from './overview.module.css'
import type { Behind } from './queries.ts'

export interface OfOverview {
  readonly overview: Overview
  readonly onOpen: (behind: Behind) => void
}

const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0)

export function Tiles({ overview, onOpen }: OfOverview) {
  const { t } = useTranslation()
  const { count, duration } = useAmounts()
  const { receptions, waiting, overdue, conclusions, sessions } = overview
  const { visits } = receptions.figures
  const kept = (of: Overview['conclusions']['now']) => {
    const all = sum(Object.values(of))
    return all === 0 ? null : t('overview.conclusions.of', { count: count(of.inTime), all: count(all) })
  }
  const time = (ms: number | null) => (ms === null ? null : duration(ms))
  // A site that was in no session then has lost nothing there.
  const [lost, lostBefore] = [
    sessions.count.value === 0 ? null : sum(sessions.sites.map(({ lostMs }) => lostMs)),
    sessions.count.before === 0 ? null : sessions.lostMsBefore,
  ]
  const [spoken, spokenBefore] = [
    sessions.count.value === 0 ? null : sum(sessions.byRole.map(({ ms }) => ms)),
    sessions.count.before === 0 ? null : sessions.spokenMsBefore,
  ]
  const overdueBefore = overdue.beforeOn === null ? null : count(sum(overdue.units.map(({ before }) => before ?? 0)))
  return (
    <div className={classes.tiles}>
      <Tile
        label={t('overview.figure.visits')}
        value={count(visits.value)}
        before={count(visits.before)}
        behind={{ of: 'reception', key: 'visits', title: t('overview.figure.visits') }}
        onOpen={onOpen}
      />
      <Tile
        label={t('overview.waiting.median')}
        value={time(waiting.now.medianMs)}
        before={time(waiting.before.medianMs)}
        behind={{ of: 'waits', title: t('overview.waiting') }}
        onOpen={onOpen}
      />
      <Tile
        label={t('overview.overdue.tile')}
        value={overdue.on === null ? null : count(sum(overdue.units.map(({ value }) => value)))}
        before={overdueBefore}
        behind={overdue.isNow ? { of: 'overdue', title: t('overview.overdue.tile') } : null}
        onOpen={onOpen}
      />
      <Tile
        label={t('overview.conclusions.tile')}
        value={kept(conclusions.now)}
        before={kept(conclusions.before)}
        behind={{ of: 'conclusions', title: t('overview.conclusions') }}
        onOpen={onOpen}
      />
      <Tile
        label={t('overview.sites.tile')}
        value={time(lost)}
        before={time(lostBefore)}
        behind={{ of: 'sessions', title: t('overview.sites') }}
        onOpen={onOpen}
      />
      <Tile
        label={t('overview.speaking.tile')}
        value={time(spoken)}
        before={time(spokenBefore)}
        behind={{ of: 'sessions', title: t('overview.speaking') }}
        onOpen={onOpen}
      />
    </div>
  )
}

interface TileProps extends Pick<OfOverview, 'onOpen'> {
  label: string
  /** null: not known. */
  value: string | null
  before: string | null
  behind: Behind | null
}

function Tile({ label, value, before, behind, onOpen }: TileProps) {
  const { t } = useTranslation()
  const written = value ?? t('overview.noData')
  return (
    <div className={classes.tile}>
      <Text size="sm">{label}</Text>
      {behind && value !== null ? (
        <UnstyledButton
          className={classes.figure}
          aria-label={t('overview.open', { label, value })}
          onClick={() => onOpen(behind)}
        >
          {written}
        </UnstyledButton>
      ) : (
        <span className={classes.figure}>{written}</span>
      )}
      <Text size="sm" c="dimmed">
        {before === null ? t('overview.than.none') : t('overview.than', { before })}
      </Text>
    </div>
  )
}
