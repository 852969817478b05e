// What is behind a figure of the overview: rows of the register, petitions, assignments, sessions or waits, each with the way to it.
import { Anchor, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { OverviewRows } from '../../../shared/wire/figures/overview.ts'
import { useFormat } from '../../base/i18n/format.ts'
import { PetitionCard } from '../register/PetitionRegister.tsx'
import { ReceptionCards } from '../register/ReceptionCards.tsx'
import { RowsDialog } from '../register/RowsDialog.tsx'
import classes from '../ui/office.module.css'
import { useAmounts } from './amounts.ts'
import { type Asked, type Behind, useOverviewRows } from './queries.ts'

interface BehindDialogProps {
  asked: Asked
  behind: Behind
  onClose: () => void
}

export function BehindDialog({ asked, behind, onClose }: BehindDialogProps) {
  const { t } = useTranslation()
  const list = useOverviewRows(asked, behind)
  const pages = list.data?.pages ?? []
  const isEmpty = pages.every((page) =>
    [page.receptions, page.petitions, page.conclusions, page.sessions, page.waits].every(({ length }) => length === 0),
  )
  const isOfCitizens = behind.of === 'reception' || behind.of === 'overdue'
  return (
    <RowsDialog
      title={behind.title}
      list={list}
      isLogged={isOfCitizens}
      none={isEmpty ? t('overview.none') : null}
      onClose={onClose}
    >
      <ReceptionCards rows={pages.flatMap(({ receptions }) => receptions)} />
      {pages.flatMap(({ petitions }) => petitions.map((row) => <PetitionCard key={row.caseId} row={row} />))}
      <Conclusions rows={pages.flatMap(({ conclusions }) => conclusions)} />
      <Sessions rows={pages.flatMap(({ sessions }) => sessions)} />
      <Waits rows={pages.flatMap(({ waits }) => waits)} />
    </RowsDialog>
  )
}

function Conclusions({ rows }: { rows: OverviewRows['conclusions'] }) {
  const { t } = useTranslation()
  const { isoDate } = useFormat()
  if (rows.length === 0) return null
  return (
    <ul className={classes.list}>
      {rows.map(({ entryId, text, unit, dueOn, doneOn, sessionId, sessionTitle, state }) => (
        <li key={entryId} className={classes.card}>
          <Text fw={600}>{text}</Text>
          <Text size="sm">
            {[
              unit,
              t('overview.conclusions.due', { day: isoDate(dueOn) }),
              ...(doneOn === null ? [] : [t('overview.conclusions.done', { day: isoDate(doneOn) })]),
              t(`overview.conclusions.${state}`),
            ].join(' · ')}
          </Text>
          <Anchor component={Link} to={`/staff/sessions/${sessionId}`} size="sm">
            {sessionTitle}
          </Anchor>
        </li>
      ))}
    </ul>
  )
}

function Sessions({ rows }: { rows: OverviewRows['sessions'] }) {
  const { t } = useTranslation()
  const { shortDateTime } = useFormat()
  const { duration } = useAmounts()
  if (rows.length === 0) return null
  return (
    <ul className={classes.list}>
      {rows.map(({ sessionId, title, openedAt, losses, lostMs, spokenMs }) => (
        <li key={sessionId} className={classes.card}>
          <Anchor component={Link} to={`/staff/sessions/${sessionId}`} fw={600}>
            {title}
          </Anchor>
          <Text size="sm">
            {t('overview.behind.session', {
              when: shortDateTime(openedAt),
              spoken: duration(spokenMs),
              losses: t('overview.sites.losses', { count: losses }),
              lost: duration(lostMs),
            })}
          </Text>
        </li>
      ))}
    </ul>
  )
}

function Waits({ rows }: { rows: OverviewRows['waits'] }) {
  const { t } = useTranslation()
  const { isoDate } = useFormat()
  const { duration } = useAmounts()
  if (rows.length === 0) return null
  return (
    <ol className={classes.rows}>
      {rows.map(({ day, number, ms }, index) => (
        <li key={`${day} ${number ?? index}`}>
          <Text fw={600} miw="7rem">
            {duration(ms)}
          </Text>
          {number === null ? (
            <Text>{t('overview.behind.wait.unnamed', { day: isoDate(day) })}</Text>
          ) : (
            <Anchor component={Link} to={`/staff/register?period=${day}`}>
              {t('overview.behind.wait', { number, day: isoDate(day) })}
            </Anchor>
          )}
        </li>
      ))}
    </ol>
  )
}
