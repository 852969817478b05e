// What the citizen wants corrected since the last version, before the eyes of who writes.
import { Alert, List } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Statement } from '../../../../shared/modules/statement/contract.ts'

export function Requests({ statement: { phase, requests, versions } }: { statement: Statement }) {
  const { t } = useTranslation()
  const open = requests.filter(({ version }) => version === versions.length)
  if (phase !== 'writing' || open.length === 0) return null
  return (
    <Alert color="orange" title={t('panels.statement.requests')} role="status">
      <List>
        {open.map(({ at, words }) => (
          <List.Item key={at}>{words}</List.Item>
        ))}
      </List>
    </Alert>
  )
}
