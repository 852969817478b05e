// In front of a door that stays shut, or after the session: why, and what can be done.
import { Blockquote, Button, Container, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Farewell, FarewellReason } from '../../../shared/wire/engine/farewells.ts'
import { PageHeader } from '../../base/ui/PageHeader.tsx'

/** A reload brings these people back to the door with a page that knows the way. */
const mayComeBack: readonly FarewellReason[] = [
  'left',
  'superseded',
  'account-suspended',
  'protocol',
  'rate-limited',
  'outdated-page',
  'unavailable',
  'shutdown',
]

interface FarewellPageProps {
  farewell: Farewell
  /** Of the session that has ended; unknown to whoever has not been in it. */
  title?: string | undefined
  /** What the person may take along. */
  children?: ReactNode
}

export function FarewellPage({ farewell: { reason, explanation }, title, children }: FarewellPageProps) {
  const { t } = useTranslation()
  useEffect(() => {
    document.title = 'Điểm Cầu'
  }, [])
  return (
    <>
      <PageHeader />
      <Container component="main" size="sm" py="xl">
        <Paper withBorder p="xl">
          <Stack gap="md">
            {title && <Text c="dimmed">{title}</Text>}
            <Title order={1} fz="h2" role="status">
              {t(`farewell.${reason}`)}
            </Title>
            {explanation && (
              <Blockquote p="md" cite={t(reason === 'cancelled' ? 'join.fromAgency' : 'join.fromStaff')}>
                {explanation}
              </Blockquote>
            )}
            {children}
            <Group>
              {mayComeBack.includes(reason) && (
                <Button size="lg" onClick={() => window.location.reload()}>
                  {t(reason === 'superseded' ? 'join.useThisDevice' : 'join.comeBack')}
                </Button>
              )}
            </Group>
            <Text>{t(mayComeBack.includes(reason) ? 'join.mayCloseOrComeBack' : 'join.mayClose')}</Text>
          </Stack>
        </Paper>
      </Container>
    </>
  )
}
