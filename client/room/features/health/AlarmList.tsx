// Alarms as tasks: “Điểm cầu 4 mất hình lúc 09:12”, with what can be done about it, until somebody ticks it off.
import { Button, Group, Text } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ParticipantId } from '../../../../shared/kernel/ids.ts'
import type { Alarm } from '../../../../shared/wire/hearing/health.ts'
import { useFormat } from '../../../base/i18n/format.ts'
import { useParticipant } from '../../../live/session/selectors.ts'
import { useSession } from '../../../live/session/store.ts'
import { useAssist } from '../../../live/session/use-command.ts'
import classes from '../../frame/panel.module.css'
import { RestartButton } from './RestartButton.tsx'
import { titleOf } from './use-board.ts'

interface AlarmListProps {
  readonly alarms: readonly Alarm[]
  readonly onWrite: (participantId: ParticipantId) => void
}

export function AlarmList({ alarms, onWrite }: AlarmListProps) {
  const { t } = useTranslation()
  if (alarms.length === 0) return <Text role="status">{t('panels.health.noTasks')}</Text>
  return (
    <ul className={classes.list} aria-label={t('panels.health.tasks')}>
      {alarms.map((alarm) => (
        <li key={alarm.alarmId}>
          <Task alarm={alarm} onWrite={onWrite} />
        </li>
      ))}
    </ul>
  )
}

function Task({ alarm, onWrite }: { alarm: Alarm; onWrite: AlarmListProps['onWrite'] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const assist = useAssist()
  const { participantId, kind, since, endedAt, alarmId } = alarm
  const participant = useParticipant(participantId)
  const isMe = useSession(({ me }) => me?.participantId === participantId)
  const who = useSession((session) => titleOf(session, { siteId: participant?.siteId ?? null, participantId }))
  const mayBeAsked = !isMe && endedAt === null && participant?.status === 'present'
  return (
    <>
      <Group gap="xs" wrap="nowrap" align="flex-start">
        {endedAt === null ? (
          <IconAlertTriangle aria-hidden color="var(--mantine-color-error)" />
        ) : (
          <IconCheck aria-hidden color="var(--mantine-color-teal-9)" />
        )}
        <div className={classes.grow}>
          <Text fw={600}>
            {t('panels.health.task', { who, what: t(`health.alarm.${kind}`), time: format.time(since) })}
          </Text>
          {endedAt !== null && <Text size="sm">{t('panels.health.ended', { time: format.time(endedAt) })}</Text>}
        </div>
      </Group>
      <Group gap="xs" mt={6}>
        <Button
          size="sm"
          leftSection={<IconCheck size={18} aria-hidden />}
          loading={assist.isPending}
          onClick={() => void assist({ type: 'handleAlarm', alarmId })}
        >
          {t('panels.health.handled')}
        </Button>
        {mayBeAsked && (
          <>
            <RestartButton participantId={participantId} who={who} />
            <Button
              variant="default"
              size="sm"
              aria-label={t('panels.health.messageTo', { who })}
              onClick={() => onWrite(participantId)}
            >
              {t('panels.health.message')}
            </Button>
          </>
        )}
      </Group>
    </>
  )
}
