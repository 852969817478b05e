import { Button, List, Text, Title } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { SessionDetail } from '../../../../shared/wire/rest.ts'
import { Section } from '../Section.tsx'

export function Delegates({ session: { sessionId, sites } }: { session: SessionDetail }) {
  const { t } = useTranslation()
  if (sites.length === 0) return null
  return (
    <Section title={t('staff.delegates')} hint={t('staff.delegates.hint')}>
      {sites.map(({ siteId, name, rank, delegates }) => (
        <section key={siteId}>
          <Title order={3} size="h5">
            {name}
          </Title>
          <Text size="sm" c="dimmed">
            {t(`siteRank.${rank}`)} · {t('staff.delegates.count', { count: delegates.length })}
          </Text>
          <List>
            {delegates.map(({ delegateId, person, email }) => (
              <List.Item key={delegateId}>
                {[person?.name ?? t('staff.person.erased'), person?.title, email].filter(Boolean).join(', ')}
              </List.Item>
            ))}
          </List>
        </section>
      ))}
      {sites.some(({ delegates }) => delegates.length > 0) && (
        <Button
          component="a"
          href={`/api/sessions/${sessionId}/voting-codes.pdf`}
          download
          variant="default"
          leftSection={<IconDownload size={18} aria-hidden />}
        >
          {t('staff.delegates.votingCodes')}
        </Button>
      )}
    </Section>
  )
}
