import { Alert, Button, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { problemText } from './problems.ts'

/** A request that failed: what it means, and a way on where there is one. */
export function Problem({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation()
  return (
    <Alert color="red" role="alert" icon={<IconAlertTriangle aria-hidden />}>
      <Stack align="flex-start" gap="xs">
        <Text>{problemText(t, error)}</Text>
        {onRetry && (
          <Button variant="default" onClick={onRetry}>
            {t('staff.retry')}
          </Button>
        )}
      </Stack>
    </Alert>
  )
}
