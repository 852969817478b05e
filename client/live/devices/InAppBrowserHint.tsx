// The link was opened inside Zalo or Facebook, where camera and microphone often do not work.
import { Alert, Button, CopyButton, Stack, Text } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

export function InAppBrowserHint() {
  const { t } = useTranslation()
  return (
    <Alert color="yellow" icon={<IconExternalLink aria-hidden />} title={t('join.inApp')}>
      <Stack gap="xs" align="flex-start">
        <Text>{t('join.inAppHow')}</Text>
        <CopyButton value={window.location.href}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? t('join.linkCopied') : t('join.copyLink')}
            </Button>
          )}
        </CopyButton>
      </Stack>
    </Alert>
  )
}
