import { Button, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isRunning } from '../../../../shared/modules/session/contract.ts'
import type { Statement } from '../../../../shared/modules/statement/contract.ts'
import { TextDialog } from '../../../base/ui/dialogs/TextDialog.tsx'
import { useSession } from '../../../live/session/store.ts'
import { useCommand } from '../../../live/session/use-command.ts'
import classes from '../../frame/panel.module.css'
import { Outcome } from './Outcome.tsx'

const LONGEST_WORDS = 1000

interface SettledProps {
  statement: Statement
  version: Statement['versions'][number]
  isStaff: boolean
}

export function Settled({ statement: { statementId }, version: { version, text, outcome }, isStaff }: SettledProps) {
  const { t } = useTranslation()
  const correct = useCommand('statement.askCorrection')
  const [isAsking, setAsking] = useState(false)
  const canCorrect = useSession(({ state }) => state !== null && isRunning(state.session.status))
  return (
    <Stack gap="xs">
      <Text className={classes.preformatted}>{text}</Text>
      {outcome && <Outcome statementId={statementId} outcome={outcome} showsSignature={isStaff} />}
      {canCorrect && (
        <Button variant="subtle" onClick={() => setAsking(true)}>
          {t('panels.statement.correct')}
        </Button>
      )}
      {isAsking && (
        <TextDialog
          keptAs={`statement-correct.${statementId}`}
          title={t('panels.statement.correct')}
          label={t(isStaff ? 'panels.statement.requestWords' : 'statement.whatToCorrect')}
          description={t('panels.statement.correctHint')}
          submitLabel={t('panels.statement.correct')}
          maximumLength={LONGEST_WORDS}
          onClose={() => setAsking(false)}
          onSubmit={async (words) => (await correct({ statementId, version, words })).ok}
        />
      )}
    </Stack>
  )
}
