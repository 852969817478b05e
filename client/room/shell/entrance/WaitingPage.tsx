// The waiting room: says plainly where one is, what happens next, and lets one write to staff. No sound or picture of the
// hearing comes here.
import { Alert, Button, Container, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { IconDoorExit, IconInfoCircle } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../base/i18n/format.ts'
import { PageHeader } from '../../../base/ui/PageHeader.tsx'
import { useWakeLock } from '../../../base/ui/use-wake-lock.ts'
import { SelfPreview } from '../../../live/devices/SelfPreview.tsx'
import { useLiveSession } from '../../../live/session/live-session-context.ts'
import { useMe, usePerson, useServerNow } from '../../../live/session/selectors.ts'
import { useSession } from '../../../live/session/store.ts'
import { WaitingChat } from '../../features/chat/WaitingChat.tsx'
import { ReadingBefore } from '../../reading/ReadingBefore.tsx'
import { useToRead } from '../../reading/use-to-read.ts'
import { ConnectionBanner } from '../ConnectionBanner.tsx'

export function WaitingPage() {
  const { t } = useTranslation()
  const title = useSession(({ state }) => state?.session.title ?? '')
  const me = useMe()
  const reading = useToRead()
  useWakeLock()
  useEffect(() => {
    document.title = `${t('join.waitingRoom')} – ${title}`
  }, [t, title])
  return (
    <>
      <PageHeader />
      <ConnectionBanner />
      <Container component="main" size="lg" py="lg">
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
          <Stack gap="lg">
            <Situation />
            {me && me.role !== 'observer' && <Preview />}
          </Stack>
          <Stack gap="lg">
            {me && me.role !== 'observer' && <ReadingBefore reading={reading} />}
            <Paper withBorder p="md">
              <Title order={2} fz="h4" mb="sm">
                {t('join.writeToStaff')}
              </Title>
              <WaitingChat />
            </Paper>
            <LeaveButton />
          </Stack>
        </SimpleGrid>
      </Container>
    </>
  )
}

function Situation() {
  const { t } = useTranslation()
  const format = useFormat()
  const title = useSession(({ state }) => state?.session.title ?? '')
  const me = useMe()
  const person = usePerson(me?.personId)
  const now = useServerNow(15_000)
  return (
    <Stack gap="sm">
      <Text c="dimmed">{title}</Text>
      <Title order={1} fz="h2">
        {t('join.youWait', { name: person?.name ?? '' })}
      </Title>
      {me?.reason && (
        <Alert color="yellow" icon={<IconInfoCircle aria-hidden />} title={t('join.sentBack')}>
          {me.reason}
        </Alert>
      )}
      <Text fz="lg">{t('join.staffKnow')}</Text>
      <Text fz="lg">{t('join.keepOpen')}</Text>
      <Text c="dimmed" role="timer">
        {t('join.waitingSince', { duration: me ? format.sinceMinutes(me.since, now) : '' })}
      </Text>
    </Stack>
  )
}

function Preview() {
  const me = useMe()
  const person = usePerson(me?.personId)
  return me && <SelfPreview name={person?.name ?? ''} role={me.role} siteName={null} />
}

function LeaveButton() {
  const { t } = useTranslation()
  const live = useLiveSession()
  return (
    <Button variant="default" leftSection={<IconDoorExit aria-hidden />} onClick={() => void live.leave()}>
      {t('join.stopWaiting')}
    </Button>
  )
}
