// What was read back before, folded away: each version as it was, with what became of it.
import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Statement } from '../../../../shared/modules/statement/contract.ts'
import { useFormat } from '../../../base/i18n/format.ts'
import classes from '../../frame/panel.module.css'
import { Outcome } from './Outcome.tsx'

export function Versions({ statement: { statementId, versions, phase } }: { statement: Statement }) {
  const { t } = useTranslation()
  const format = useFormat()
  // The last one stands above, unless it is being written on.
  const earlier = phase === 'writing' ? versions : versions.slice(0, -1)
  return earlier.map(({ version, text, readBackAt, outcome }) => (
    <details key={version} className={classes.grow}>
      <summary>{t('panels.statement.version', { version, time: format.time(readBackAt) })}</summary>
      <Text size="sm" className={classes.preformatted}>
        {text}
      </Text>
      {outcome && <Outcome statementId={statementId} outcome={outcome} showsSignature={false} />}
    </details>
  ))
}
