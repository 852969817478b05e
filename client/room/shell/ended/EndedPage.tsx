// After the session, or in front of a door that stays shut: why, what can be done, and for staff the papers.
import { Blockquote, Button, Container, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Farewell, FarewellReason } from '../../../../shared/wire/farewells.ts'
import { PageHeader } from '../../../base/ui/PageHeader.tsx'
import { useRole } from '../../../live/session/selectors.ts'
import { useSession } from '../../../live/session/store.ts'
import { OwnPapers } from '../../features/receipt/OwnPapers.tsx'
import { Downloads } from './Downloads.tsx'

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

export function EndedPage({ farewell: { reason, explanation } }: { farewell: Farewell }) {
  const { t } = useTranslation()
  const role = useRole()
  const title = useSession(({ state }) => state?.session.title)
  const isStaff = role === 'chair' || role === 'secretary'
  // Nothing is given out of a journal that does not hold, nor to whoever may not read it now.
  const isShut = reason === 'journal-broken' || reason === 'account-suspended'
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
            {isStaff && !isShut && <Downloads />}
            {role === 'citizen' && !isShut && <OwnPapers />}
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
