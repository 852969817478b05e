import { Badge, Button, Group, Paper, Progress, Text, VisuallyHidden } from '@mantine/core'
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Holder } from '../../../../shared/modules/floor/contract.ts'
import { clockDuration } from '../../../base/i18n/format.ts'
import { usePermission } from '../../../live/session/permissions.ts'
import { useName, useParticipant, usePerson, useServerNow, useSiteName } from '../../../live/session/selectors.ts'
import { useSession } from '../../../live/session/store.ts'
import { useCommand } from '../../../live/session/use-command.ts'
import { countdown, type Urgency } from './countdown.ts'
import { SpeakerChoice } from './SpeakerChoice.tsx'

const EXTENSION_SECONDS = 60

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
  const participant = useParticipant(holder.participantId)
  const siteName = useSiteName(participant?.siteId)
  const speaker = usePerson(holder.speakerId)
  const isMe = useSession(({ me }) => me?.participantId === holder.participantId)
  const release = useCommand('floor.release')
  return (
    <>
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {t(isMe ? 'panels.floor.youSpeak' : 'panels.floor.holder')}
        </Text>
        {holder.purpose && (
          <Badge variant="light" tt="none">
            {t(`purpose.${holder.purpose}`)}
          </Badge>
        )}
      </Group>
      <Text fw={700} size="lg">
        {speaker?.name ?? name}
      </Text>
      {speaker?.title && <Text size="sm">{speaker.title}</Text>}
      {siteName && <Text size="sm">{siteName}</Text>}
      {holder.lostAt !== null && (
        <Text size="sm" c="var(--mantine-color-error)" role="status">
          {t('panels.floor.holderLost')}
        </Text>
      )}
      <Clock holder={holder} />
      {participant?.siteId && participant.role === 'siteOperator' && (
        <SpeakerChoice holder={holder} siteId={participant.siteId} isMe={isMe} />
      )}
      <Group mt="sm" gap="xs">
        {isMe && (
          <Button loading={release.isPending} onClick={() => void release({})}>
            {t('panels.floor.release')}
          </Button>
        )}
        <ClockControls holder={holder} isMe={isMe} />
      </Group>
    </>
  )
}

/** What staff do with the time of whoever speaks. */
function ClockControls({ holder, isMe }: { holder: Holder; isMe: boolean }) {
  const { t } = useTranslation()
  const isStaff = usePermission('floor.revoke')
  const extend = useCommand('floor.extend')
  const pause = useCommand('floor.pause')
  const resume = useCommand('floor.resume')
  const revoke = useCommand('floor.revoke')
  const isPaused = holder.pausedAt !== null
  if (!isStaff) return null
  return (
    <>
      {holder.endsAt !== null && (
        <Button
          variant="default"
          loading={extend.isPending}
          onClick={() => void extend({ seconds: EXTENSION_SECONDS })}
        >
          {t('panels.floor.extend')}
        </Button>
      )}
      <Button
        variant="default"
        leftSection={isPaused ? <IconPlayerPlay size={18} aria-hidden /> : <IconPlayerPause size={18} aria-hidden />}
        loading={pause.isPending || resume.isPending}
        onClick={() => void (isPaused ? resume({}) : pause({}))}
      >
        {t(isPaused ? 'panels.floor.resumeClock' : 'panels.floor.pauseClock')}
      </Button>
      {!isMe && (
        <Button variant="light" color="red" loading={revoke.isPending} onClick={() => void revoke({ reason: null })}>
          {t('panels.floor.revoke')}
        </Button>
      )}
    </>
  )
}

const colors: Record<Urgency, string> = { calm: 'teal', soon: 'yellow', urgent: 'red', over: 'red' }

function Clock({ holder }: { holder: Holder }) {
  const { t } = useTranslation()
  const now = useServerNow(250)
  const state = countdown(holder, now)
  if (!state) return <Text>{t('panels.floor.elapsed', { time: clockDuration(now - holder.grantedAt) })}</Text>
  const { shownMs, remainingShare, urgency } = state
  const isPaused = holder.pausedAt !== null
  return (
    <>
      <Text fw={urgency === 'calm' ? 400 : 700}>
        {t(`panels.floor.remaining.${urgency}`, { time: clockDuration(shownMs) })}
        {isPaused && ` · ${t('panels.floor.clockPaused')}`}
      </Text>
      <Progress
        value={remainingShare * 100}
        color={isPaused ? 'gray' : colors[urgency]}
        size="lg"
        mt={4}
        aria-hidden
        transitionDuration={0}
      />
      {/* A screen reader hears the change of urgency, not every second. */}
      <VisuallyHidden role="status">{urgency === 'calm' ? '' : t(`panels.floor.announce.${urgency}`)}</VisuallyHidden>
    </>
  )
}
