import { Button, Group, Paper, Progress, Text, VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { SessionState } from '../../../shared/modules/index.ts'
import { clockDuration } from '../../i18n/format.ts'
import { useName, useParticipant, usePermission, useServerNow, useSiteName } from '../../session/selectors.ts'
import { useSession } from '../../session/store.ts'
import { useCommand } from '../../session/use-command.ts'
import { countdown, type Urgency } from './countdown.ts'

type Holder = NonNullable<SessionState['floor']['holder']>

export function HolderCard({ holder }: { holder: Holder | null }) {
  const { t } = useTranslation()
  return (
    <Paper component="section" withBorder p="sm" aria-label={t('panels.floor.holder')}>
      {holder ? <Speaking holder={holder} /> : <Text c="dimmed">{t('panels.floor.nobody')}</Text>}
    </Paper>
  )
}

function Speaking({ holder }: { holder: Holder }) {
  const { t } = useTranslation()
  const name = useName(holder.participantId)
  const siteName = useSiteName(useParticipant(holder.participantId)?.siteId)
  const isMe = useSession(({ me }) => me?.participantId === holder.participantId)
  const mayRevoke = usePermission('floor.revoke')
  const release = useCommand('floor.release')
  const revoke = useCommand('floor.revoke')
  return (
    <>
      <Text size="sm" c="dimmed">
        {t(isMe ? 'panels.floor.youSpeak' : 'panels.floor.holder')}
      </Text>
      <Text fw={700} size="lg">
        {name}
      </Text>
      {siteName && <Text size="sm">{siteName}</Text>}
      {holder.lostAt !== null && (
        <Text size="sm" c="var(--mantine-color-error)" role="status">
          {t('panels.floor.holderLost')}
        </Text>
      )}
      {holder.endsAt === null ? (
        <Elapsed since={holder.grantedAt} />
      ) : (
        <Remaining grantedAt={holder.grantedAt} endsAt={holder.endsAt} />
      )}
      <Group mt="sm">
        {isMe && (
          <Button loading={release.isPending} onClick={() => void release({})}>
            {t('panels.floor.release')}
          </Button>
        )}
        {mayRevoke && !isMe && (
          <Button variant="light" color="red" loading={revoke.isPending} onClick={() => void revoke({ reason: null })}>
            {t('panels.floor.revoke')}
          </Button>
        )}
      </Group>
    </>
  )
}

function Elapsed({ since }: { since: number }) {
  const { t } = useTranslation()
  const now = useServerNow(1000)
  return <Text>{t('panels.floor.elapsed', { time: clockDuration(now - since) })}</Text>
}

const colors: Record<Urgency, string> = { calm: 'teal', soon: 'yellow', urgent: 'red', over: 'red' }

function Remaining({ grantedAt, endsAt }: { grantedAt: number; endsAt: number }) {
  const { t } = useTranslation()
  const now = useServerNow(250)
  const { remainingMs, remainingShare, urgency } = countdown(grantedAt, endsAt, now)
  const time = clockDuration(remainingMs)
  return (
    <>
      <Text fw={urgency === 'calm' ? 400 : 700}>{t(`panels.floor.remaining.${urgency}`, { time })}</Text>
      <Progress
        value={remainingShare * 100}
        color={colors[urgency]}
        size="lg"
        mt={4}
        aria-hidden
        transitionDuration={0}
      />
      {/* A screen reader hears the change of urgency, not every second. */}
      <Announcement urgency={urgency} />
    </>
  )
}

function Announcement({ urgency }: { urgency: Urgency }) {
  const { t } = useTranslation()
  return (
    <VisuallyHidden role="status">{urgency === 'calm' ? '' : t(`panels.floor.announce.${urgency}`)}</VisuallyHidden>
  )
}
