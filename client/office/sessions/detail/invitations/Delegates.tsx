import { List, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { SessionDetail } from '../../../../../shared/wire/hearing/sessions.ts'
import { VotingCodeSheets } from '../../../../base/voting-codes/VotingCodeSheets.tsx'
import { Section } from '../../../ui/Section.tsx'
import { useAccessList } from '../../queries.ts'

export function Delegates({ session: { sessionId, sites } }: { session: SessionDetail }) {
  const { t } = useTranslation()
  const access = useAccessList(sessionId)
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
      {access.data?.hasPart && sites.some(({ delegates }) => delegates.length > 0) && (
        <VotingCodeSheets
          sessionId={sessionId}
          token={null}
          sites={sites.map(({ siteId, name, delegates }) => ({
            ...{ siteId, name },
            delegates: delegates.map(({ delegateId, person }) => ({
              delegateId,
              name: person?.name ?? t('staff.person.erased'),
            })),
          }))}
          onPrinted={() => void access.refetch()}
        />
      )}
    </Section>
  )
}
