// What the chair wants to know before opening: which sites are connected, and whether the secretary is here.
import { List, Text, ThemeIcon, Title } from '@mantine/core'
import { IconCheck, IconClock } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { resultCode } from '../../../../../shared/modules/selftest/grades.ts'
import { SelftestNote } from '../../../../base/line-grades/SelftestNote.tsx'
import { useSession } from '../../../../live/session/store.ts'
import { readiness } from './readiness.ts'

export function Readiness() {
  const { t } = useTranslation()
  const participants = useSession(({ state }) => state?.admission.participants)
  const sites = useSession(({ state }) => state?.sites.sites)
  const selftests = useSession(({ state }) => state?.selftest.latest)
  const { hasSecretary, connections } = readiness(Object.values(participants ?? {}), sites ?? [], selftests ?? {})
  return (
    <section>
      <Title order={3} size="h5" mb="xs">
        {t('panels.session.readiness')}
      </Title>
      <List spacing="xs" listStyleType="none">
        <Item isReady={hasSecretary}>
          {t(hasSecretary ? 'panels.session.secretaryHere' : 'panels.session.secretaryMissing')}
        </Item>
        {connections.map(({ site, isConnected, selftest }) => (
          <Item key={site.siteId} isReady={isConnected}>
            {t(isConnected ? 'panels.session.siteConnected' : 'panels.session.siteMissing', { site: site.name })}
            {selftest ? (
              <SelftestNote
                at={selftest.at}
                verdict={selftest.verdict}
                code={resultCode(selftest)}
                findings={selftest}
              />
            ) : (
              !isConnected && <Text size="sm">{t('selftest.none')}</Text>
            )}
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
      <Text size="sm" component="div">
        {children}
      </Text>
    </List.Item>
  )
}
