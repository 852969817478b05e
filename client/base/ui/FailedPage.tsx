// The page itself has failed, or a part of it could not be fetched, as after an upgrade of the server.
import { Button, Container, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'

export function FailedPage() {
  const { t } = useTranslation()
  return (
    <Container component="main" size="sm" py="xl" role="alert">
      <Stack align="flex-start">
        <Title order={1} fz="h2">
          {t('join.failed')}
        </Title>
        <Text>{t('join.failedWhat')}</Text>
        <Button size="lg" onClick={() => window.location.reload()}>
          {t('join.reload')}
        </Button>
      </Stack>
    </Container>
  )
}
