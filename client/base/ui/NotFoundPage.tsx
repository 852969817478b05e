// An address that leads nowhere.
import { Anchor, Container, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { PageHeader } from './PageHeader.tsx'

export function NotFoundPage() {
  const { t } = useTranslation()
  return (
    <>
      <PageHeader />
      <Container component="main" size="sm" py="xl">
        <Stack>
          <Title order={1} fz="h2">
            {t('join.noSuchPage')}
          </Title>
          <Text>{t('join.useYourLink')}</Text>
          <Anchor href="/staff">{t('join.staffEntrance')}</Anchor>
        </Stack>
      </Container>
    </>
  )
}
