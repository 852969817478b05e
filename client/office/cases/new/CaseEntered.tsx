// A petition has been entered: its number, the code by which it is followed, and the next one.
import { Button, Code, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ReceivedCase } from '../../../../shared/wire/casework/cases.ts'

export function CaseEntered({
  entered: { caseId, number, code },
  onNext,
}: {
  entered: ReceivedCase
  onNext: () => void
}) {
  const { t } = useTranslation()
  return (
    <Paper withBorder p="lg" role="status">
      <Stack>
        <Title order={2} size="h3">
          {t('cases.new.done', { number })}
        </Title>
        <Text>{t('cases.new.done.code')}</Text>
        <Code fz={32} fw={700} p="md" ta="center" data-testid="follow-code">
          {code}
        </Code>
        <Group>
          {/* The hands stay where they are: Enter begins the next. */}
          <Button data-autofocus autoFocus onClick={onNext}>
            {t('cases.new.next')}
          </Button>
          <Button variant="default" component={Link} to={`/staff/cases/${caseId}`}>
            {t('cases.new.open')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  )
}
