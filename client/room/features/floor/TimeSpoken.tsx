// Fairness at a glance: the time each site and each person has had so far.
import { Progress, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PersonId } from '../../../../shared/kernel/ids.ts'
import { clockDuration } from '../../../base/i18n/format.ts'
import { unknownName, useName, usePerson, useServerNow, useSiteName } from '../../../live/session/selectors.ts'
import { useSession } from '../../../live/session/store.ts'
import classes from '../../frame/panel.module.css'
import { type Spoken, timeSpoken } from './time-spoken.ts'

export function TimeSpoken() {
  const { t } = useTranslation()
  const now = useServerNow(1000)
  const state = useSession((session) => session.state)
  const rows = state ? timeSpoken(state, now) : []
  const most = rows[0]?.ms ?? 0
  if (rows.length === 0) return null
  return (
    <section>
      <Title order={3} size="h5">
        {t('panels.floor.timeSpoken')}
      </Title>
      <ul className={classes.list} aria-label={t('panels.floor.timeSpoken')}>
        {rows.map((row) => (
          <li key={row.key}>
            <Row row={row} most={most} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Row({ row, most }: { row: Spoken; most: number }) {
  const siteName = useSiteName(row.siteId)
  const name = useName(row.participantId)
  return (
    <>
      <div className={classes.row}>
        <Text fw={600} className={classes.grow}>
          {siteName ?? name}
        </Text>
        <Text>{clockDuration(row.ms)}</Text>
      </div>
      <Progress value={(row.ms / Math.max(1, most)) * 100} aria-hidden size="sm" transitionDuration={0} />
      {row.siteId !== null && row.people.map((one) => <PersonTime key={one.personId} {...one} />)}
    </>
  )
}

function PersonTime({ personId, ms }: { personId: PersonId; ms: number }) {
  const person = usePerson(personId)
  return (
    <div className={classes.row}>
      <Text size="sm" c="dimmed" className={classes.grow}>
        {person?.name ?? unknownName}
      </Text>
      <Text size="sm" c="dimmed">
        {clockDuration(ms)}
      </Text>
    </div>
  )
}
