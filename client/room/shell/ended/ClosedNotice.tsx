// For chair and secretary once the session is closed: what is left to do, and the papers.
import { Alert, Stack, Text } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Downloads } from './Downloads.tsx'

export function ClosedNotice() {
  const { t } = useTranslation()
  return (
    <Alert
      color="teal"
      icon={<IconCircleCheck aria-hidden />}
      title={t('hearing.closed')}
      radius={0}
      mah="45dvh"
      style={{ overflowY: 'auto' }}
    >
      <Stack gap="sm">
        <Text>{t('hearing.closedWhat')}</Text>
        <Downloads />
      </Stack>
    </Alert>
  )
}
