import { Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { lastVersion, type Statement } from '../../../../shared/modules/statement/contract.ts'
import { useFormat } from '../../../base/i18n/format.ts'
import { useName } from '../../../live/session/selectors.ts'
import { Reading } from './Reading.tsx'
import { Requests } from './Requests.tsx'
import { Settled } from './Settled.tsx'
import { Versions } from './Versions.tsx'
import { Writing } from './Writing.tsx'

export function StatementCard({ statement, isStaff }: { statement: Statement; isStaff: boolean }) {
  const { t } = useTranslation()
  const format = useFormat()
  const name = useName(statement.participantId)
  const { phase } = statement
  const version = lastVersion(statement)
  return (
    <Stack component="section" gap="xs" aria-label={t('panels.statement.of', { name })}>
      <Title order={3} size="h5">
        {t('panels.statement.of', { name })}
      </Title>
      {isStaff && <Requests statement={statement} />}
      {phase === 'writing' && isStaff && <Writing statement={statement} />}
      {version && phase !== 'writing' && (
        <Text size="sm" c="dimmed">
          {t('panels.statement.version', { version: version.version, time: format.time(version.readBackAt) })}
        </Text>
      )}
      {version && phase === 'reading' && isStaff && <Reading statement={statement} version={version} />}
      {version && phase === 'settled' && <Settled statement={statement} version={version} isStaff={isStaff} />}
      <Versions statement={statement} />
    </Stack>
  )
}
