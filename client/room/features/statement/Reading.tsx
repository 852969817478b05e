// While the citizen looks at it: what else than a signature on their screen can settle it.
import { Alert, Button, Group, Stack, Text, useMantineTheme } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Statement } from '../../../../shared/modules/statement/contract.ts'
import { ConfirmDialog } from '../../../base/ui/dialogs/ConfirmDialog.tsx'
import { TextDialog } from '../../../base/ui/dialogs/TextDialog.tsx'
import { useCommand } from '../../../live/session/use-command.ts'
import classes from '../../frame/panel.module.css'

const LONGEST_REASON = 500
const LONGEST_WORDS = 1000

type Asked = 'correction' | 'spoken' | 'notSigned'

interface ReadingProps {
  statement: Statement
  version: Statement['versions'][number]
}

export function Reading({ statement: { statementId, code }, version: { version, text } }: ReadingProps) {
  const { t } = useTranslation()
  const primary = useMantineTheme().primaryColor
  const at = { statementId, version }
  const offerCode = useCommand('statement.offerCode')
  const noteSpoken = useCommand('statement.noteSpoken')
  const noteNotSigned = useCommand('statement.noteNotSigned')
  const askCorrection = useCommand('statement.askCorrection')
  const [asking, setAsking] = useState<Asked | null>(null)
  const end = () => setAsking(null)
  return (
    <Stack gap="xs">
      <Alert color="blue" role="status">
        {t('panels.statement.reading', { version })}
      </Alert>
      <Text className={classes.preformatted}>{text}</Text>
      {code && (
        <Alert color="gray" title={t('panels.statement.codeIs', { code: `${code.slice(0, 3)} ${code.slice(3)}` })}>
          {t('panels.statement.codeHint')}
        </Alert>
      )}
      <Ways
        hasCode={code !== null}
        isOffering={offerCode.isPending}
        onCode={() => void offerCode(at)}
        onAsk={setAsking}
      />
      {asking === 'correction' && (
        <TextDialog
          keptAs={`statement-request.${statementId}`}
          title={t('panels.statement.noteRequest')}
          label={t('panels.statement.requestWords')}
          submitLabel={t('panels.statement.noteRequest')}
          maximumLength={LONGEST_WORDS}
          onClose={end}
          onSubmit={async (words) => (await askCorrection({ ...at, words })).ok}
        />
      )}
      {asking === 'notSigned' && (
        <TextDialog
          keptAs={`statement-not-signed.${statementId}`}
          title={t('panels.statement.notSigned')}
          label={t('dialog.reason')}
          description={t('panels.statement.notSignedHint')}
          submitLabel={t('panels.statement.notSigned')}
          maximumLength={LONGEST_REASON}
          onClose={end}
          onSubmit={async (reason) => (await noteNotSigned({ ...at, reason })).ok}
        />
      )}
      {asking === 'spoken' && (
        <ConfirmDialog
          opened
          onClose={end}
          title={t('panels.statement.spokenTitle')}
          confirmLabel={t('panels.statement.spoken')}
          confirmColor={primary}
          isPending={noteSpoken.isPending}
          onConfirm={() => void noteSpoken(at).then(({ ok }) => ok && end())}
        >
          <Text>{t('panels.statement.spokenHint')}</Text>
        </ConfirmDialog>
      )}
    </Stack>
  )
}

interface WaysProps {
  hasCode: boolean
  isOffering: boolean
  onCode: () => void
  onAsk: (asked: Asked) => void
}

function Ways({ hasCode, isOffering, onCode, onAsk }: WaysProps) {
  const { t } = useTranslation()
  return (
    <>
      <Group grow>
        <Button variant="default" onClick={() => onAsk('correction')}>
          {t('panels.statement.noteRequest')}
        </Button>
        <Button variant="default" onClick={() => onAsk('spoken')}>
          {t('panels.statement.spoken')}
        </Button>
      </Group>
      <Group grow>
        <Button variant="default" disabled={hasCode} loading={isOffering} onClick={onCode}>
          {t('panels.statement.code')}
        </Button>
        <Button variant="default" onClick={() => onAsk('notSigned')}>
          {t('panels.statement.notSigned')}
        </Button>
      </Group>
    </>
  )
}
