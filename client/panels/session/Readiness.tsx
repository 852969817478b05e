// What the chair wants to know before opening: which sites are connected, and whether the secretary is here.
import { List, Text, ThemeIcon, Title } from '@mantine/core'
import { IconCheck, IconClock } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../session/store.ts'
import { readiness } from './readiness.ts'

export function Readiness() {
  const { t } = useTranslation()
  const participants = useSession(({ state }) => state?.admission.participants)
  const sites = useSession(({ state }) => state?.sites.sites)
  const { hasSecretary, connections } = readiness(Object.values(participants ?? {}), sites ?? [])
  return (
    <section>
      <Title order={3} size="h5" mb="xs">
        {t('panels.session.readiness')}
      </Title>
      <List spacing="xs" listStyleType="none">
        <Item isReady={hasSecretary}>
          {t(hasSecretary ? 'panels.session.secretaryHere' : 'panels.session.secretaryMissing')}
        </Item>
        {connections.map(({ site, isConnected }) => (
          <Item key={site.siteId} isReady={isConnected}>
            {t(isConnected ? 'panels.session.siteConnected' : 'panels.session.siteMissing', { site: site.name })}
          </Item>
        ))}
      </List>
    </section>
  )
}

function Item({ isReady, children }: { isReady: boolean; children: ReactNode }) {
  const Icon = isReady ? IconCheck : IconClock
  return (
    <List.Item
      icon={
        <ThemeIcon size={24} radius="xl" color={isReady ? 'teal' : 'gray'} aria-hidden>
          <Icon size={16} />
        </ThemeIcon>
      }
    >
      <Text size="sm">{children}</Text>
    </List.Item>
  )
}
