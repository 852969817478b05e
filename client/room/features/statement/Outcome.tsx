// How a version was acknowledged, with the signature as it was drawn.
import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { StatementOutcome } from '../../../../shared/modules/statement/contract.ts'
import { pathOf, signatureField } from '../../../../shared/wire/reception/signature.ts'
import { useFormat } from '../../../base/i18n/format.ts'
import { useSignature } from '../../../live/session/use-visit.ts'
import classes from './statement.module.css'

interface OutcomeProps {
  statementId: string
  outcome: StatementOutcome
  showsSignature: boolean
}

export function Outcome({ statementId, outcome, showsSignature }: OutcomeProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const time = format.time(outcome.at)
  const isSigned = outcome.how !== 'notSigned'
  return (
    <div>
      <Text fw={600} c={isSigned ? 'teal.9' : 'red'}>
        {t(`panels.statement.outcome.${outcome.how}`, { time, reason: isSigned ? '' : outcome.reason })}
      </Text>
      {outcome.how === 'drawn' && showsSignature && <Signature statementId={statementId} sha256={outcome.sha256} />}
    </div>
  )
}

function Signature({ statementId, sha256 }: { statementId: string; sha256: string }) {
  const { t } = useTranslation()
  const drawing = useSignature(statementId, sha256)
  if (drawing === 'failed') return <Text size="sm">{t('panels.statement.signatureFailed')}</Text>
  return (
    <svg
      className={classes.signature}
      viewBox={`0 0 ${signatureField.width} ${signatureField.height}`}
      role="img"
      aria-label={t('panels.statement.signature')}
    >
      {drawing && <path d={pathOf(drawing)} />}
    </svg>
  )
}
