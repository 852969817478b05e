// The roll call, site by site. Staff call every site; an operator sees and calls the own one.
import { Accordion, Badge, Group, Text } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isOver } from '../../../../shared/modules/session/contract.ts'
import type { Site } from '../../../../shared/modules/sites/contract.ts'
import { useMe } from '../../../live/session/selectors.ts'
import { useSession } from '../../../live/session/store.ts'
import classes from '../../frame/panel.module.css'
import { QuorumState } from './QuorumRule.tsx'
import { SiteRollcall } from './SiteRollcall.tsx'
import { rollcallSummary, siteSummary } from './summary.ts'
import { useRollcall } from './use-rollcall.ts'

const nowhere: readonly Site[] = []

export function RollcallPanel() {
  const { t } = useTranslation()
  const me = useMe()
  const all = useSession(({ state }) => state?.sites.sites ?? nowhere)
  const rollcall = useRollcall()
  const isClosed = useSession(({ state }) => isOver(state?.session.status ?? 'unscheduled'))
  const ownSiteId = me?.role === 'siteOperator' ? me.siteId : null
  const sites = useMemo(() => all.filter(({ siteId }) => ownSiteId === null || siteId === ownSiteId), [all, ownSiteId])
  const [opened, setOpened] = useState<string | null>(ownSiteId)

  if (sites.length === 0) return <Text>{t('panels.rollcall.noSites')}</Text>
  return (
    <div className={classes.panel}>
      <Text role="status">{t('panels.rollcall.summary', { ...rollcallSummary(sites, rollcall) })}</Text>
      <QuorumState />
      {isClosed && <Text size="sm">{t('panels.rollcall.closed')}</Text>}
      <Accordion variant="separated" value={opened} onChange={setOpened} keepMounted={false}>
        {sites.map((site) => (
          <Accordion.Item key={site.siteId} value={site.siteId}>
            <Accordion.Control>
              <SiteHeading site={site} />
            </Accordion.Control>
            <Accordion.Panel>
              <SiteRollcall site={site} />
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </div>
  )
}

function SiteHeading({ site }: { site: Site }) {
  const { t } = useTranslation()
  const rollcall = useRollcall()
  const { present, delegates, isCalled, isConfirmed } = siteSummary(site, rollcall)
  const headcount = rollcall.headcounts[site.siteId]?.count
  const state = isConfirmed ? 'confirmed' : isCalled ? 'called' : 'open'
  return (
    <>
      <Text fw={600}>{site.name}</Text>
      <Group gap="xs">
        <Text size="sm" c="dimmed">
          {delegates === 0
            ? t('panels.rollcall.noList')
            : t('panels.rollcall.delegatesPresent', { present, delegates })}
          {headcount !== undefined && ` · ${t('panels.rollcall.heads', { count: headcount })}`}
        </Text>
        <Badge variant={isConfirmed ? 'filled' : 'light'} color={state === 'open' ? 'gray' : 'blue'} tt="none">
          {t(`panels.rollcall.state.${state}`)}
        </Badge>
      </Group>
    </>
  )
}
