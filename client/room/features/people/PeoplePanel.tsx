// Everybody in the session, by site; for staff with the waiting room on top and what may be done with each person.
import { CloseButton, Text, TextInput, Title } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LongList } from '../../../base/ui/LongList.tsx'
import { usePermission } from '../../../live/session/permissions.ts'
import { useSession } from '../../../live/session/store.ts'
import classes from '../../frame/panel.module.css'
import { PersonDialogs } from './PersonDialogs.tsx'
import { PersonRow } from './PersonRow.tsx'
import type { PersonAct } from './person-acts.ts'
import { countPresent, type RosterGroup, type RosterRow, roster, rosterRows } from './roster.ts'
import { useParticipants, useSites } from './use-people.ts'
import { WaitingList } from './WaitingList.tsx'

export function PeoplePanel() {
  const { t } = useTranslation()
  const participants = useParticipants()
  const sites = useSites()
  const people = useSession((session) => session.people)
  const mayAdmit = usePermission('admission.admit')
  const [typed, setTyped] = useState('')
  const query = useDeferredValue(typed)
  const [act, setAct] = useState<PersonAct | null>(null)
  const rows = useMemo(
    () => rosterRows(roster({ participants, sites, people, query })),
    [participants, sites, people, query],
  )

  return (
    <div className={classes.panel}>
      {mayAdmit && <WaitingList onAct={setAct} />}
      <section className={classes.panel} aria-label={t('panels.people.title')}>
        <TextInput
          type="search"
          aria-label={t('panels.people.search')}
          placeholder={t('panels.people.search')}
          leftSection={<IconSearch size={18} aria-hidden />}
          rightSection={
            typed && <CloseButton aria-label={t('panels.people.clearSearch')} onClick={() => setTyped('')} />
          }
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Text size="sm" c="dimmed" role="status">
          {t('panels.people.presentCount', { count: countPresent(participants) })}
        </Text>
        {rows.length === 0 && <Text>{t('panels.people.nobodyFound', { query })}</Text>}
        <LongList items={rows} keyOf={keyOf} label={t('panels.people.title')} className={classes.list}>
          {(row) =>
            'entry' in row ? <PersonRow entry={row.entry} onAct={setAct} /> : <SiteHeading group={row.heading} />
          }
        </LongList>
      </section>
      {act && <PersonDialogs act={act} onClose={() => setAct(null)} />}
    </div>
  )
}

function keyOf(row: RosterRow): string {
  return 'entry' in row ? row.entry.participant.participantId : (row.heading.site?.siteId ?? 'none')
}

function SiteHeading({ group: { site, entries } }: { group: RosterGroup }) {
  const { t } = useTranslation()
  const name = site?.name ?? t('panels.people.withoutSite')
  const rank = site && t(`siteRank.${site.rank}`)
  return (
    <>
      <Title order={3} size="h5">
        {name}
      </Title>
      {/* Many a centre is called just that. */}
      {rank && rank !== name && (
        <Text size="sm" c="dimmed">
          {rank}
        </Text>
      )}
      {entries.length === 0 && (
        <Text size="sm" mt="xs">
          {t('panels.people.nobodyAtSite')}
        </Text>
      )}
    </>
  )
}
