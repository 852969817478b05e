// The frame of the public pages: large letters, one column, one heading. Nobody signs in.
import { Alert, Button, Container, Stack, Text, Title } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { PageHeader } from '../../base/ui/PageHeader.tsx'
import { problemText } from './problems.ts'
import { queryClient } from './queries.ts'

export function ReceptionFrame({ children }: { children: ReactNode }) {
  useEffect(() => {
    document.documentElement.dataset.text = 'large'
  }, [])
  return (
    <QueryClientProvider client={queryClient}>
      <PageHeader />
      <Container component="main" size="sm" py="lg">
        {children}
      </Container>
    </QueryClientProvider>
  )
}

/** A new screen begins at its top, for the eye and for a screen reader. `screen`: which one it is. */
export function ScreenTitle({ title, screen }: { title: string; screen: string }) {
  const heading = useRef<HTMLHeadingElement>(null)
  const isFirst = useRef(true)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another screen under the same words begins at its top as well
  useEffect(() => {
    document.title = title
    if (isFirst.current) isFirst.current = false
    else {
      window.scrollTo({ top: 0 })
      heading.current?.focus()
    }
  }, [title, screen])
  return (
    <Title order={1} fz="h2" ref={heading} tabIndex={-1} style={{ outline: 'none' }}>
      {title}
    </Title>
  )
}

export function Problem({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation()
  return (
    <Alert color="red" role="alert" icon={<IconAlertTriangle aria-hidden />}>
      <Stack align="flex-start" gap="xs">
        <Text>{problemText(t, error)}</Text>
        {onRetry && (
          <Button variant="default" size="md" onClick={onRetry}>
            {t('reception.problem.retry')}
          </Button>
        )}
      </Stack>
    </Alert>
  )
}
