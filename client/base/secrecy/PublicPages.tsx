// Around the pages for anybody who comes by: a server on a closed network has none, and says so (ADR 0056).

import { Anchor, Container, Stack, Text, Title } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Outlet } from 'react-router'
import { secrecyApi } from '../../../shared/wire/identity/secrecy-api.ts'
import { ApiError, call } from '../api.ts'
import { PageHeader } from '../ui/PageHeader.tsx'

export function PublicPages() {
  const [isRefused, setIsRefused] = useState(false)
  useEffect(() => {
    const abort = new AbortController()
    // Not waited for: where there are such pages, nobody's comes later for it. The server refuses by itself what they ask for.
    call(secrecyApi.publicPages, {}, { signal: abort.signal }).catch((error: unknown) => {
      if (error instanceof ApiError && error.code === 'secrecy.no-public-pages') setIsRefused(true)
    })
    return () => abort.abort()
  }, [])
  return isRefused ? <NoPublicPages /> : <Outlet />
}

function NoPublicPages() {
  const { t } = useTranslation()
  useEffect(() => {
    document.title = t('secrecy.noPublicPages')
  }, [t])
  return (
    <>
      <PageHeader />
      <Container component="main" size="sm" py="xl">
        <Stack>
          <Title order={1} fz="h2">
            {t('secrecy.noPublicPages')}
          </Title>
          <Text size="lg">{t('secrecy.noPublicPages.what')}</Text>
          <Text size="lg">{t('secrecy.noPublicPages.invited')}</Text>
          <Anchor href="/staff">{t('join.staffEntrance')}</Anchor>
        </Stack>
      </Container>
    </>
  )
}
