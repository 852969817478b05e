import { Button, Stack, Text, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { longestStatement, type Statement } from '../../../../shared/modules/statement/contract.ts'
import { useCommand } from '../../../live/session/use-command.ts'
import { useTyping } from './use-typing.ts'

export function Writing({ statement }: { statement: Statement }) {
  const { t } = useTranslation()
  const { statementId } = statement
  const { text, write, isBehind, finish } = useTyping(statement)
  const readBack = useCommand('statement.readBack')

  async function read() {
    if (await finish()) await readBack({ statementId })
  }

  return (
    <Stack gap="xs">
      <Textarea
        label={t('panels.statement.text')}
        autosize
        minRows={8}
        maxRows={20}
        maxLength={longestStatement}
        data-autofocus
        value={text}
        onChange={({ currentTarget }) => write(currentTarget.value)}
      />
      <Text size="sm" c="dimmed" aria-live="polite">
        {t(isBehind ? 'panels.statement.saving' : 'panels.statement.saved')}
      </Text>
      <Button disabled={text.trim() === ''} loading={readBack.isPending} onClick={() => void read()}>
        {t('panels.statement.readBack')}
      </Button>
    </Stack>
  )
}
